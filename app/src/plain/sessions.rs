//! Where a person is signed in, with the way out of each.

use crate::{
    text::{Text, format},
    ui::{Card, Tag, TagKind},
};
use jiff::Timestamp;
use leptos::prelude::*;
use model::SessionRow;

/// The list.
pub(super) fn sessions(text: &'static Text, rows: &[SessionRow], now: Timestamp) -> AnyView {
    let t = text.security();
    let several = rows.len() > 1;
    let rows = rows.iter().map(|row| session(text, row, now)).collect_view();
    let others = several.then(|| {
        view! {
            <form method="post" action="/me/sessions/end-others"><button class="btn danger">{t.sessions_end_others}</button></form>
        }
    });
    view! {
        <Card title=t.sessions>
            <p class="caption">{t.sessions_lead}</p>
            <ul class="rows">{rows}</ul>
            <div class="button-row">{others}</div>
        </Card>
    }
    .into_any()
}

fn session(text: &'static Text, row: &SessionRow, now: Timestamp) -> AnyView {
    let t = text.security();
    let browser = browser(&row.agent).unwrap_or_else(|| t.session_unknown.to_owned());
    let seen =
        (t.session_seen)(&format::date_time(text.locale, row.began), &format::ago(text.locale, row.last_seen, now));
    let details = [(t.method)(row.method), &row.ip, &row.account].into_iter().filter(|it| !it.is_empty());
    let details = details.collect::<Vec<_>>().join(" · ");
    let end = if row.this {
        view! { <Tag kind=TagKind::Accent label=t.session_this /> }.into_any()
    } else {
        let name = (t.session_end_of)(&browser);
        view! {
            <form method="post" action=format!("/me/sessions/{}/end", row.id)>
                <button class="btn small" aria-label=name>{t.session_end}</button>
            </form>
        }
        .into_any()
    };
    view! { <li><div><strong>{browser}</strong><p class="caption">{details}</p><p class="caption">{seen}</p></div>{end}</li> }
        .into_any()
}

/// What people call a browser that sends this: `Chrome, Windows`. The order counts, since each claims to be those before it.
fn browser(agent: &str) -> Option<String> {
    let known =
        |names: &[(&str, &'static str)]| names.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name);
    let browser = known(&[
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Firefox/", "Firefox"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ])?;
    let system = known(&[
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Android", "Android"),
        ("Windows", "Windows"),
        ("Mac OS X", "macOS"),
        ("Linux", "Linux"),
    ]);
    Some([Some(browser), system].into_iter().flatten().collect::<Vec<_>>().join(", "))
}

#[cfg(test)]
mod tests {
    use super::browser;

    #[test]
    fn browsers_are_called_what_people_call_them() {
        for (agent, name) in [
            (
                "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0",
                "Edge, Windows",
            ),
            (
                "Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36",
                "Chrome, Android",
            ),
            (
                "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Safari/604.1",
                "Safari, iPhone",
            ),
            ("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox, Linux"),
        ] {
            assert_eq!(browser(agent).as_deref(), Some(name));
        }
        assert_eq!(browser("curl/8"), None);
    }
}
