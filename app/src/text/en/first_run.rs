//! The first steps of a new installation.

use crate::text::FirstRunText;

pub(in crate::text) static FIRST_RUN: FirstRunText = FirstRunText {
    title: "Set up Seatscope",
    lead: "Your company, its first MPN partner admin, and how sign-in is protected. This page works once.",
    company: "1. Your company",
    company_name: "Name of the company",
    mpn_id: "MPN id",
    mpn_id_help: "The id of the partner global account, such as 9000001.",
    mpn_id_wrong: "An MPN id has digits only.",
    programs: "Programs",
    programs_help: "They decide which pages open. The person who runs this server can change them later.",
    admin: "2. The first MPN partner admin",
    admin_lead: "You, most likely. Whoever holds this role sees all figures and gives the role to others.",
    name: "Your name",
    second_factor: "3. Protection",
    second_factor_on: "Ask everybody for a second factor",
    second_factor_on_why: "A passkey, or a code from an app. You set up yours next. Recommended.",
    second_factor_off: "A password or a link is enough",
    second_factor_off_why: "Whoever learns a password sees your customers’ figures.",
    begin: "Set up",
    next: "Next you choose how you sign in, and then bring in the first file.",
    import: "When that is done, bring in the first file.",
    missing: "Fill in the company, the MPN id, your name and your e-mail address.",
};
