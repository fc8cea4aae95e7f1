//! What is in a report, and what is said in it.

use super::BriefingPage;
use crate::{
    briefing::Section,
    routes::to,
    text::{Locale, Text},
    ui::Card,
    visit::here,
};
use domain::briefing::{LONGEST_COMMENT, MONTHS};
use leptos::prelude::*;

/// Both forms: what is chosen stands in the address, what is said does not.
pub(super) fn forms(text: &'static Text, page: &BriefingPage) -> AnyView {
    let t = text.briefing();
    let action = here(&to::review(&page.tenant));
    let ticks = Section::ALL.map(|section| {
        let name = t.sections[section as usize];
        view! {
            <label class="check">
                <input type="checkbox" name="section" value=section.key() checked=page.options.has(section) />
                <span>{name}</span>
            </label>
        }
    });
    let ticks = ticks.into_iter().collect_view();
    let mut months = MONTHS.to_vec();
    months.sort_unstable();
    let months = months.into_iter().map(|n| {
        view! { <option value=n.to_string() selected=n == page.options.months>{(t.course_of)(n)}</option> }
    });
    let months = months.collect_view();
    let language = page.sheet.locale;
    let languages = Locale::ALL.map(|it| {
        view! { <option value=it.tag() selected=it == language lang=it.tag()>{it.name()}</option> }
    });
    // What stands in a text area is written as it is, as in a script: made harmless here. The first line break is the form's own.
    let comment = format!("\n{}", page.comment.replace('&', "&amp;").replace('<', "&lt;"));
    let chosen = page.options.to_pairs().into_iter().filter(|(name, _)| *name != "language");
    let chosen = chosen.map(|(name, value)| view! { <input type="hidden" name=name value=value /> }).collect_view();
    view! {
        <Card title=t.show_sections>
            <form method="get" action=action.clone()>
                <div class="review-ticks" role="group" aria-label=t.show_sections>{ticks}</div>
                <div class="form-grid">
                    <div class="field">
                        <label for="months">{t.course}</label>
                        <select class="input" id="months" name="months">{months}</select>
                    </div>
                    <div class="field">
                        <label for="language">{t.language}</label>
                        <select class="input" id="language" name="language">{languages.into_iter().collect_view()}</select>
                    </div>
                </div>
                <div class="button-row"><button class="btn">{t.show}</button></div>
            </form>
            <form method="post" action=action>
                {chosen}
                <input type="hidden" name="language" value=language.tag() />
                <div class="field">
                    <label for="comment">{t.comment}</label>
                    <textarea class="input" id="comment" name="comment" rows="5" maxlength=LONGEST_COMMENT.to_string() aria-describedby="comment-help" inner_html=comment></textarea>
                    <p class="help" id="comment-help">{t.comment_help}</p>
                </div>
                <div class="button-row"><button class="btn">{t.keep}</button></div>
            </form>
        </Card>
    }
    .into_any()
}
