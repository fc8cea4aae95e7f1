//! The site that passkeys are made for.

use passki::Passki;
use url::{Host, Url};

/// The site that passkeys are made for: a passkey made here signs in nowhere else.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Site {
    host: String,
    origin: String,
}

impl Site {
    /// The site of the address that browsers use. Nothing when browsers have no passkeys for it: they want a name instead of
    /// numbers, and `https` save on the machine itself.
    #[must_use]
    pub fn new(origin: &str) -> Option<Self> {
        let url = Url::parse(origin).ok()?;
        let Host::Domain(host) = url.host()? else { return None };
        let local = host == "localhost" || host.ends_with(".localhost");
        let safe = url.scheme() == "https" || (url.scheme() == "http" && local);
        safe.then(|| Self { host: host.to_owned(), origin: url.origin().ascii_serialization() })
    }

    pub(super) fn passki(&self) -> Passki {
        Passki::new(&self.host, &[&self.origin], "Seatscope")
    }
}

#[cfg(test)]
mod tests {
    use super::Site;

    #[test]
    fn a_site_has_a_name_and_is_safe() {
        for (origin, host, exact) in [
            ("https://Seats.Example.com", "seats.example.com", "https://seats.example.com"),
            ("https://seats.example.com:443/", "seats.example.com", "https://seats.example.com"),
            ("https://seats.example.com:8443", "seats.example.com", "https://seats.example.com:8443"),
            ("http://localhost:3000", "localhost", "http://localhost:3000"),
        ] {
            let site = Site::new(origin).unwrap();
            assert_eq!((site.host.as_str(), site.origin.as_str()), (host, exact));
        }
        for origin in
            ["http://seats.example.com", "https://192.0.2.7", "http://127.0.0.1:3000", "https://[::1]", "seats", ""]
        {
            assert_eq!(Site::new(origin), None, "{origin}");
        }
    }
}
