//! Saved views.

use crate::text::ViewText;

pub(in crate::text) static VIEWS: ViewText = ViewText {
    title: "My views",
    lead: "Pages as you have filtered and sorted them, under a name. Nobody else sees them.",
    views: "Views",
    menu: "Saved views of this page",
    standard: "default",
    unfiltered: "Everything, unfiltered",
    save_as: "Save this view as",
    open_with: "Open this page with it",
    save: "Save",
    manage: "Rename or delete views",
    none: "You have saved no view yet. Pages of figures have a button Views.",
    done: "Done.",
    name_of: |name| format!("New name of {name}"),
    rename: "Rename",
    rename_of: |name| format!("Rename {name}"),
    make_standard: "Make default",
    make_standard_of: |name| format!("Make default: {name}"),
    not_standard: "Default no more",
    not_standard_of: |name| format!("Default no more: {name}"),
    delete: "Delete",
    delete_of: |name| format!("Delete {name}"),
    share: "Share",
    share_link: "Copy link",
    share_mail: "Send link by e-mail",
    share_table: "Copy table",
    copied: "Copied",
    not_copied: "The browser does not let this page copy",
};
