//! How review reports look.

use super::super::{PlainPage, trouble};
use crate::{
    routes::to,
    text::Text,
    ui::{Card, Crumbs, Notice, NoticeKind, PageHead},
    visit::here,
};
use domain::briefing::Brand;
use leptos::prelude::*;

/// The form.
#[derive(Clone, Debug)]
pub struct BrandPage {
    /// What is kept.
    pub brand: Brand,
    /// Whether a change has just been made.
    pub done: bool,
    /// What went wrong with the last try.
    pub trouble: Option<String>,
}

impl PlainPage for BrandPage {
    const MARK: &'static str = "brand";
    const INSIDE: bool = true;

    fn title(&self, text: &'static Text) -> String {
        text.briefing().brand.to_owned()
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.briefing();
        let Brand { partner, colour, logo } = self.brand;
        let colour = colour.map(|colour| colour.to_string()).unwrap_or_default();
        let logo = if logo.is_some() {
            view! {
                <p><img class="review-logo" src=to::LOGO alt=partner /></p>
                <label class="check"><input type="checkbox" name="without_logo" value="true" /><span>{t.remove_logo}</span></label>
            }
            .into_any()
        } else {
            view! { <p class="caption">{t.no_logo}</p> }.into_any()
        };
        view! {
            <div class="page narrow">
                <Crumbs above=vec![(text.settings().account.to_owned(), to::ACCOUNT.to_owned())] here=t.brand />
                <PageHead title=t.brand lead=t.brand_lead />
                {trouble(self.trouble)}
                {self.done.then(|| view! { <Notice kind=NoticeKind::Good>{t.saved}</Notice> })}
                <form method="post" action=here(to::BRAND) enctype="multipart/form-data">
                    <Card title=t.brand>
                        <div class="field">
                            <label for="colour">{t.colour}</label>
                            <input class="input" id="colour" name="colour" maxlength="7" pattern="#[0-9A-Fa-f]{6}" value=colour autocomplete="off" spellcheck="false" aria-describedby="colour-help" />
                            <p class="help" id="colour-help">{t.colour_help}</p>
                        </div>
                        {logo}
                        <div class="field">
                            <label for="logo">{t.logo}</label>
                            <input class="input" id="logo" name="logo" type="file" accept="image/png,image/jpeg" aria-describedby="logo-help" />
                            <p class="help" id="logo-help">{t.logo_help}</p>
                        </div>
                        <div class="button-row"><button class="btn primary">{t.save}</button></div>
                    </Card>
                </form>
            </div>
        }
        .into_any()
    }
}
