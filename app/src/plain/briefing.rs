//! The review report for a customer: what is in it is chosen above, and left out on paper.

mod brand;
mod form;
mod pieces;

pub use brand::BrandPage;

use super::PlainPage;
use crate::{
    briefing::{Options, Sheet},
    routes::to,
    text::Text,
    ui::{Crumbs, Notice, NoticeKind, PageHead},
    visit::here,
};
use leptos::prelude::*;
use model::InsightPage;

/// The page.
#[derive(Clone, Debug)]
pub struct BriefingPage {
    /// The customer's tenant.
    pub tenant: String,
    /// The report.
    pub sheet: Sheet,
    /// What it is made with.
    pub options: Options,
    /// The comment as it is kept.
    pub comment: String,
    /// Whether it has just been kept.
    pub done: bool,
    /// What went wrong with the last try.
    pub trouble: Option<String>,
}

impl PlainPage for BriefingPage {
    const MARK: &'static str = "review-report";
    const INSIDE: bool = true;

    fn title(&self, text: &'static Text) -> String {
        format!("{} · {}", text.briefing().title, self.sheet.customer)
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.briefing();
        let customer = self.sheet.customer.clone();
        let above = vec![
            (text.nav.customers.to_owned(), to::insight(InsightPage::Customers).to_owned()),
            (customer.clone(), to::customer(&self.tenant)),
        ];
        let pdf = here(&to::with(&to::review_pdf(&self.tenant), &self.options.to_pairs()));
        let forms = form::forms(text, &self);
        let trouble = super::trouble(self.trouble);
        view! {
            <div class="page narrow">
                <Crumbs above here=t.title />
                <div class="screen-only">
                    <PageHead title=t.title lead=t.lead>
                        <a class="btn" href=to::BRAND>{t.look}</a>
                        <a class="btn primary" href=pdf download="">{t.pdf}</a>
                    </PageHead>
                    {trouble}
                    {self.done.then(|| view! { <Notice kind=NoticeKind::Good>{t.kept}</Notice> })}
                    {forms}
                </div>
                {pieces::report(self.sheet)}
            </div>
        }
        .into_any()
    }
}
