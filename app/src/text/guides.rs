//! The guides, for the server's pages alone: no word of them is loaded by a browser program.

use super::S;

/// A guide.
#[derive(Debug)]
pub struct Guide {
    /// What it is called.
    pub title: S,
    /// What it is for, in one sentence.
    pub lead: S,
    /// What the link to the page that it is about says.
    pub open: S,
    /// Its sections.
    pub sections: &'static [Section],
}

/// A section of a guide.
#[derive(Debug)]
pub struct Section {
    /// The heading.
    pub title: S,
    /// What stands below it.
    pub parts: &'static [Part],
}

/// A part of a section.
#[derive(Debug)]
pub enum Part {
    /// A paragraph.
    Text(S),
    /// What is done one after the other.
    Steps(&'static [S]),
    /// The same, with pictures of what the screen shows where it helps.
    Shown(&'static [(S, Option<Picture>)]),
    /// What is done or thought of in any order, each with the words that name it.
    Points(&'static [(S, S)]),
}

/// A dialog of another program, drawn in outline.
#[derive(Debug)]
pub struct Picture {
    /// What it shows, for who does not see it.
    pub says: S,
    /// Which one.
    pub of: Dialog,
}

/// A dialog, with the words that stand in it.
#[derive(Debug)]
pub enum Dialog {
    /// A menu: its tab, its list, and the entry that is chosen.
    Menu([S; 3]),
    /// Where the address is pasted: title, label, button.
    Address([S; 3]),
    /// How to sign in: the kinds, of which the last is chosen; the fields; the button.
    Credentials([S; 3], [S; 2], S),
    /// Which tables to take: title, button.
    Navigator([S; 2]),
}

area! {
    /// The guides, and the page that lists them.
    GuideText {
        title: S,
        lead: S,
        others: S,
        adoption: Guide,
        activity: Guide,
        growth: Guide,
        feed: FeedText,
    }
}

area! {
    /// Connecting Power BI and Excel.
    FeedText {
        guide: Guide,
        address: S,
        address_lead: S,
        token: S,
        tables: S,
        tables_lead: S,
        files: S,
        files_lead: S,
        file_library: S,
        file_excel: S,
        file_measures: S,
        col_table: S,
        col_columns: S,
        col_excel: S,
    }
}

#[cfg(test)]
mod tests {
    use super::{Guide, Part};
    use crate::text::{Locale, text};

    /// How much stands in each part: a translation says as much as the other.
    fn shape(guide: &Guide) -> Vec<Vec<usize>> {
        let size = |part: &Part| match part {
            Part::Text(_) => 1,
            Part::Steps(steps) => steps.len(),
            // Each step, and where the pictures stand.
            Part::Shown(steps) => steps.iter().fold(1, |sum, (_, picture)| 2 * sum + usize::from(picture.is_some())),
            Part::Points(points) => points.len(),
        };
        guide.sections.iter().map(|section| section.parts.iter().map(size).collect()).collect()
    }

    #[test]
    fn a_guide_says_as_much_in_each_language() {
        let [english, chinese] = Locale::ALL.map(|locale| text(locale).guides());
        for (english, chinese) in [
            (&english.adoption, &chinese.adoption),
            (&english.activity, &chinese.activity),
            (&english.growth, &chinese.growth),
            (&english.feed.guide, &chinese.feed.guide),
        ] {
            assert_eq!(shape(english), shape(chinese), "{}", english.title);
        }
    }
}
