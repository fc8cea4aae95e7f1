//! What a file is to be made of.

mod fields;

use super::{PlainPage, trouble};
use crate::{
    routes::to,
    text::Text,
    ui::{Card, Crumbs, PageHead},
    visit::here,
};
use leptos::prelude::*;
use model::{Delivery, Every, FileOrder, MonthRange};

/// The page.
#[derive(Clone, Debug)]
pub struct NewFile {
    /// What is filled in.
    pub form: OrderForm,
    /// The dataset's columns that Seatscope keeps.
    pub columns: Vec<&'static str>,
    /// The dataset's first month and last.
    pub months: Option<MonthRange>,
    /// Where files may be delivered to.
    pub deliveries: Vec<Delivery>,
    /// What went wrong with the last try.
    pub trouble: Option<String>,
}

/// What is filled in.
#[derive(Clone, Debug)]
pub struct OrderForm {
    /// What the file is called.
    pub name: String,
    /// What it is made of.
    pub order: FileOrder,
    /// How often, where it is kept.
    pub every: Option<Every>,
    /// Where it goes, where it comes by itself.
    pub delivery: Delivery,
}

impl PlainPage for NewFile {
    const MARK: &'static str = "new-file";
    const INSIDE: bool = true;

    fn title(&self, text: &'static Text) -> String {
        (text.order().title)((text.imports().dataset)(self.form.order.dataset))
    }

    fn view(self, text: &'static Text) -> AnyView {
        let t = text.order();
        let title = self.title(text);
        let above = vec![(text.downloads().title.to_owned(), to::DOWNLOADS.to_owned())];
        let form = &self.form;
        let (what, columns) = (fields::what(text, form), fields::columns(text, &form.order, &self.columns));
        let (conditions, again) = (fields::conditions(text, &form.order, &self.columns), fields::again(text, &self));
        let period = fields::period(text, &form.order, self.months);
        view! {
            <div class="page narrow">
                <Crumbs above here=title.clone() />
                <PageHead title=title.clone() lead=t.lead />
                {trouble(self.trouble)}
                <form method="post" action=here(to::DOWNLOADS) class="grid">
                    <input type="hidden" name="dataset" value=form.order.dataset.key() />
                    <Card title=text.downloads().file>{what}{period}</Card>
                    <Card title=t.columns>{columns}</Card>
                    <Card title=t.conditions>{conditions}</Card>
                    <div class="button-row"><button class="btn primary" name="act" value="make">{t.make}</button></div>
                    <Card title=t.again>
                        {again}
                        <div class="button-row"><button class="btn" name="act" value="keep">{t.keep}</button></div>
                    </Card>
                </form>
            </div>
        }
        .into_any()
    }
}
