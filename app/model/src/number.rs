//! Numbers as people read them, the same in every language of ours.

/// A whole number with separated thousands: `8,124`, `−1,024`.
#[must_use]
pub fn int(n: i64) -> String {
    format!("{}{}", if n < 0 { "−" } else { "" }, grouped(n.unsigned_abs()))
}

/// Hundredths as a decimal number of one or two decimals, half away from zero.
#[must_use]
pub fn hundredths(n: i64, decimals: u32) -> String {
    let sign = if n < 0 { "−" } else { "" };
    let all = n.unsigned_abs();
    if decimals == 1 {
        let tenths = (all + 5) / 10;
        return format!("{sign}{}.{}", grouped(tenths / 10), tenths % 10);
    }
    format!("{sign}{}.{:02}", grouped(all / 100), all % 100)
}

fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() + 8);
    for (i, digit) in digits.char_indices() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}
