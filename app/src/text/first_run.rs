//! The first steps of a new installation.

use super::S;

area! {
    /// The first steps of a new installation.
    FirstRunText {
        title: S,
        lead: S,
        company: S,
        company_name: S,
        mpn_id: S,
        mpn_id_help: S,
        mpn_id_wrong: S,
        programs: S,
        programs_help: S,
        admin: S,
        admin_lead: S,
        name: S,
        second_factor: S,
        second_factor_on: S,
        second_factor_on_why: S,
        second_factor_off: S,
        second_factor_off_why: S,
        begin: S,
        next: S,
        import: S,
        missing: S,
    }
}
