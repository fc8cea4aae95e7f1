//! The frame: navigation and top bar.

use super::S;

area! {
    /// The frame.
    NavText {
        app: S,
        skip: S,
        main_navigation: S,
        quick_navigation: S,
        home: S,
        analytics: S,
        licenses: S,
        licenses_short: S,
        activity: S,
        access: S,
        users: S,
        users_short: S,
        more: S,
        audit: S,
        settings: S,
        data: S,
        me: S,
        me_short: S,
        help: S,
        sign_in: S,
        sign_out: S,
        switch_account: S,
        tokens: S,
        account: S,
        fold: S,
        account_menu: fn(&str) -> String,
        language: S,
        theme: S,
        theme_light: S,
        theme_dark: S,
        theme_system: S,
        breadcrumbs: S,
        close: S,
        notices: S,
        notices_new: fn(u64) -> String,
        requests: S,
        review: S,
        waiting: S,
        title: fn(&str) -> String,
        free_software: S,
    }
}
