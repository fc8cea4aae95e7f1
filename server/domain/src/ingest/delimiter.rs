//! What parts the cells of a file, told from its first line; never from its name. And cells that are safe whatever is in them.

/// Adds a cell in quotation marks, with the comma behind it.
pub(super) fn quoted(line: &mut Vec<u8>, cell: &str) {
    line.push(b'"');
    line.extend_from_slice(cell.replace('"', "\"\"").as_bytes());
    line.extend_from_slice(b"\",");
}

/// The delimiter of the header line, and whether lines end with a carriage return alone.
pub(super) fn first_line(text: &[u8]) -> (u8, bool) {
    let (mut quoted, mut counts, mut returns) = (false, [0_u32; 3], false);
    for (at, byte) in text.iter().enumerate() {
        match byte {
            b'"' => quoted = !quoted,
            _ if quoted => {}
            b'\r' | b'\n' if counts == [0; 3] && text[..at].trim_ascii().is_empty() => {}
            b'\r' => {
                returns = text.get(at + 1).is_some_and(|next| *next != b'\n');
                break;
            }
            b'\n' => break,
            b'\t' => counts[0] += 1,
            b';' => counts[1] += 1,
            b',' => counts[2] += 1,
            _ => {}
        }
    }
    let most = counts.into_iter().max().unwrap_or(0);
    let delimiter = match counts.iter().position(|n| *n == most && most > 0) {
        Some(0) => b'\t',
        Some(1) => b';',
        _ => b',',
    };
    (delimiter, returns)
}
