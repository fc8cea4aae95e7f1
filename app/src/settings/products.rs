//! Products that are left out of totals.

use crate::{
    routes::to,
    ui::{Card, use_text},
    visit::here,
};
use leptos::prelude::*;

/// The form: a tick for each product that is left out.
pub(super) fn products(products: Vec<(String, bool)>) -> AnyView {
    let t = use_text().settings();
    let body = if products.is_empty() {
        view! { <p class="caption">{t.products_none}</p> }.into_any()
    } else {
        let ticks = products.into_iter().map(|(product, left_out)| {
            view! {
                <label class="check">
                    <input type="checkbox" name="product" value=product.clone() checked=left_out />
                    <span>{product}</span>
                </label>
            }
        });
        view! {
            {ticks.collect_view()}
            <div class="button-row"><button class="btn primary">{t.save}</button></div>
        }
        .into_any()
    };
    view! {
        <form method="post" action=here(to::PRODUCTS)>
            <Card title=t.products>
                <p class="caption">{t.products_lead}</p>
                {body}
            </Card>
        </form>
    }
    .into_any()
}
