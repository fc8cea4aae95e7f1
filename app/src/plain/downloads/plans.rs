//! Orders that are kept.

use super::described;
use crate::{
    text::{Text, format},
    ui::{Card, TableWrap},
    visit::here,
};
use leptos::prelude::*;
use model::FilePlan;

pub(super) fn card(text: &'static Text, plans: &[FilePlan]) -> AnyView {
    let t = text.downloads();
    let rows = plans.iter().map(|plan| row(text, plan)).collect_view();
    view! {
        <Card title=t.plans>
            <TableWrap label=t.plans>
                <table class="table list" role="table">
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{t.plan}</th>
                            <th scope="col" role="columnheader">{t.again}</th>
                            <th scope="col" role="columnheader">{t.delivery}</th>
                            <th scope="col" role="columnheader">{t.next}</th>
                            <th scope="col" role="columnheader">{t.actions}</th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                </table>
            </TableWrap>
        </Card>
    }
    .into_any()
}

fn row(text: &'static Text, plan: &FilePlan) -> AnyView {
    let t = text.downloads();
    let action = here(&format!("/downloads/orders/{}", plan.id));
    let next = plan.next_at.map(|at| format::date_time(text.locale, at));
    view! {
        <tr role="row">
            <th scope="row" role="rowheader" class="name">
                {plan.name.clone()}<br /><span class="caption">{described(text, &plan.order)}</span>
            </th>
            <td role="cell" data-label=t.again>{(t.every)(plan.every)}</td>
            <td role="cell" data-label=t.delivery>{(t.deliveries)(plan.delivery)}</td>
            <td role="cell" data-label=t.next>{next}</td>
            <td role="cell" data-label=t.actions>
                <form method="post" action=action class="button-row">
                    <button class="btn small" name="act" value="make" aria-label=(t.make_now_of)(&plan.name)>{t.make_now}</button>
                    <button class="btn small" name="act" value="delete" aria-label=(t.delete_of)(&plan.name)>{t.delete}</button>
                </form>
            </td>
        </tr>
    }
    .into_any()
}
