//! Words on a drawing or on paper, where nothing breaks lines by itself.

use model::MonthRange;

/// About how wide words are, in em. It errs on the wide side.
#[must_use]
pub fn width(words: &str) -> f64 {
    words.chars().map(|c| if c >= '\u{2e80}' { 1.0 } else { 0.56 }).sum()
}

/// Breaks words into lines of so many em: between words, and in Chinese anywhere.
#[must_use]
pub fn wrapped(words: &str, em: f64) -> Vec<String> {
    let mut lines = vec![String::new()];
    for piece in pieces(words) {
        let line = lines.last().map_or(0.0, |line| width(line));
        if line > 0.0 && line + width(piece.trim_end()) > em {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            line.push_str(piece);
        }
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

/// What keeps together: a word with the space after it, or a Chinese sign with the punctuation after it.
#[must_use]
pub fn pieces(words: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut start, mut before) = (0, ' ');
    for (at, c) in words.char_indices() {
        let closes = "，。、：；）」』％・".contains(c);
        let breaks =
            before == ' ' || (c >= '\u{2e80}' && !closes) || (before >= '\u{2e80}' && !"（「『".contains(before));
        if at > start && breaks && c != ' ' && !closes {
            pieces.push(&words[start..at]);
            start = at;
        }
        before = c;
    }
    pieces.push(&words[start..]);
    pieces
}

/// The name of a file: the chart and its months.
#[must_use]
pub fn file_name(title: &str, months: MonthRange, end: &str) -> String {
    let words = title.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let words = words.map(str::to_lowercase).collect::<Vec<_>>().join("-");
    let MonthRange { from, to } = months;
    let span = if from == to { from.to_string() } else { format!("{from}_{to}") };
    format!("{words}_{span}.{end}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_break_between_words_and_between_chinese_signs() {
        assert_eq!(wrapped("seats given to a person", 7.5), ["seats given", "to a person"]);
        assert_eq!(wrapped("客戶已指派的授權，於月底。", 5.0), ["客戶已指派", "的授權，於", "月底。"]);
        assert_eq!(wrapped("short", 50.0), ["short"]);
        assert_eq!(wrapped("", 50.0), [""]);
        let long = "average-of-no-percentages and more";
        assert_eq!(wrapped(long, 4.0).join(" "), long, "a long word has a line of its own");
    }

    #[test]
    fn a_file_is_named_after_chart_and_period() {
        let month = |text: &str| text.parse().unwrap();
        let year = MonthRange { from: month("2025-11"), to: month("2026-10") };
        assert_eq!(
            file_name("Licences by month: Alpine/Co", year, "svg"),
            "licences-by-month-alpine-co_2025-11_2026-10.svg"
        );
        let one = MonthRange { from: year.to, to: year.to };
        assert_eq!(file_name("每月授權", one, "png"), "每月授權_2026-10.png");
    }
}
