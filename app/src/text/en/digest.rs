//! What changed.

use crate::text::digest::DigestText;

pub(in crate::text) static DIGEST: DigestText = DigestText {
    lead: "The newest whole month against the one before it, and who was given access in the last seven days.",
    changes: "The ten that matter most",
    rank: "First stands what moves the largest share of the account: of its seats, its Azure consumption, its customers, or of those \
           who may see its figures.",
    none: "Nothing changed",
    none_lead: "Two whole months with data are needed to compare. What has no data says nothing: it is not zero.",
    imported: |at| format!("Last import {at}"),
    never: "Nothing imported yet",
    came_in: "New data of the last seven days",
    nothing_came: "None.",
    up_to: |dataset, month| format!("{dataset}, up to {month}"),
    letter: "Weekly letter",
    taken: "You get this list as a letter each Monday, when there is news.",
    stopped: "You get no weekly letter.",
    take: "Get the weekly letter",
    stop: "Stop the weekly letter",
    no_mail: "This server sends no mail. Whoever runs it can set up a mail server; the list then comes each Monday.",
    saved: "Saved.",
};
