//! What a recovery code looks like.

use crate::{Error, secret::Secret};

/// Letters and digits that are not taken for one another: no I, L, O, U (Crockford's base32).
const ALPHABET: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/// How many of them: 80 random bits.
const LENGTH: usize = 16;

/// A new code, in groups of four.
pub(super) fn new() -> Result<String, Error> {
    let mut random = [0; LENGTH];
    getrandom::fill(&mut random).map_err(std::io::Error::other)?;
    // 32 divides 256: every character is as likely as any other.
    let characters: Vec<char> = random.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect();
    let groups: Vec<String> = characters.chunks(4).map(|group| group.iter().collect()).collect();
    Ok(groups.join("-"))
}

/// What is stored and looked up; nothing for what cannot be a code. One round of SHA-256 will do: unlike passwords there is
/// nothing to guess in 80 random bits, however fast the hash.
pub(super) fn hash(typed: &str) -> Option<Vec<u8>> {
    let code: String = typed.chars().filter(char::is_ascii_alphanumeric).map(read).collect();
    (code.len() == LENGTH).then(|| Secret::hash(&code))
}

/// What was meant by a character.
const fn read(typed: char) -> char {
    match typed.to_ascii_uppercase() {
        'I' | 'L' => '1',
        'O' => '0',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_was_meant() {
        let code = new().unwrap();
        assert_eq!((code.len(), code.matches('-').count()), (19, 3));
        assert_ne!(code, new().unwrap());
        let stored = hash(&code);
        assert!(stored.is_some());
        for typed in [
            code.to_lowercase(),
            code.replace('-', ""),
            code.replace('-', " "),
            code.replace('0', "o").replace('1', "l"),
        ] {
            assert_eq!(hash(&typed), stored, "{typed}");
        }
        assert_eq!(hash(""), None);
        assert_eq!(hash(&code[1..]), None);
        assert_eq!(hash("123456"), None);
    }
}
