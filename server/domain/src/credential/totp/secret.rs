//! The secret that the server and an app share.

use super::qr;
use crate::Error;
use model::AppSetup;
use totp_rs::{Builder, Totp};

/// Who is shown in the app beside the code.
const ISSUER: &str = "Seatscope";

/// A secret of 160 random bits, as RFC 4226 recommends.
pub(super) struct AppSecret(Totp);

impl AppSecret {
    /// A new one for the person with this e-mail address.
    pub(super) fn new(email: &str) -> Result<Self, Error> {
        let mut bytes = [0; 20];
        getrandom::fill(&mut bytes).map_err(std::io::Error::other)?;
        Self::of(&bytes, email)
    }

    /// A stored one. SHA-1, six digits, 30 seconds, one step of tolerance: what every app understands.
    pub(super) fn of(bytes: &[u8], email: &str) -> Result<Self, Error> {
        // A colon would end the issuer's name in the address.
        let email = email.replace(':', " ");
        let totp = Builder::new().with_secret(bytes).with_account_name(email).with_issuer(Some(ISSUER)).build();
        Ok(Self(totp.map_err(std::io::Error::other)?))
    }

    /// What is stored, sealed.
    pub(super) fn bytes(&self) -> &[u8] {
        self.0.secret().as_bytes()
    }

    /// The time step whose code this is, counted from 1970 in 30 seconds: the one at `now`, in whole seconds, or a neighbour,
    /// because clocks differ and typing takes time. Compared without telling by time how much was right.
    pub(super) fn step(&self, code: &str, now: i64) -> Option<i64> {
        let digits: String = code.chars().filter(|char| !char.is_whitespace()).collect();
        self.0.check(&digits, u64::try_from(now).ok()?).and_then(|step| i64::try_from(step).ok())
    }

    /// What the app needs to know.
    pub(super) fn setup(&self) -> Result<AppSetup, Error> {
        let address = self.0.to_url().map_err(std::io::Error::other)?;
        let letters: Vec<char> = self.0.secret().to_base32().chars().collect();
        let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
        Ok(AppSetup { secret: groups.join(" "), qr: qr::draw(&address)?, address })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238, appendix B.
    const RFC: &[u8; 20] = b"12345678901234567890";

    #[test]
    fn codes_are_those_of_the_standard() {
        let secret = AppSecret::of(RFC, "a@f.example").unwrap();
        // The appendix has eight digits; six are the last six.
        for (at, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(secret.step(code, at), Some(at / 30), "{code}");
        }
    }

    #[test]
    fn a_code_is_good_one_step_early_and_one_late() {
        let secret = AppSecret::of(RFC, "a@f.example").unwrap();
        let step = 1_234_567_890 / 30;
        let seen = |at: i64| secret.step("005924", at);
        assert_eq!(seen((step - 1) * 30), Some(step));
        assert_eq!(seen((step + 1) * 30 + 29), Some(step));
        assert_eq!(seen((step - 1) * 30 - 1), None);
        assert_eq!(seen((step + 2) * 30), None);
    }

    #[test]
    fn only_six_digits_are_a_code_however_they_are_spaced() {
        let secret = AppSecret::of(RFC, "a@f.example").unwrap();
        assert!(secret.step(" 287 082 ", 59).is_some());
        for code in ["", "28708", "2870820", "+87082", "٢٨٧٠٨٢", "28708a"] {
            assert_eq!(secret.step(code, 59), None, "{code}");
        }
    }

    #[test]
    fn an_app_is_told_whose_it_is() {
        let setup = AppSecret::of(RFC, "a:b@f.example").unwrap().setup().unwrap();
        assert_eq!(setup.secret, "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        assert!(setup.address.starts_with("otpauth://totp/Seatscope:a%20b%40f"), "{}", setup.address);
        assert!(setup.address.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Seatscope"));
        assert_ne!(AppSecret::new("a").unwrap().bytes(), AppSecret::new("a").unwrap().bytes());
    }
}
