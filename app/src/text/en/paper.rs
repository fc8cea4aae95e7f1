//! Charts as files, and what pages say on paper.

use crate::text::PaperText;

pub(in crate::text) static PAPER: PaperText = PaperText {
    save_of: |title| format!("Save the chart “{title}”"),
    svg: "As a drawing (SVG)",
    png: "As a picture (PNG)",
    period: "Period",
    filters: "Filters",
    no_filters: "none",
    source: "Source",
};
