//! Whether the provider says that a person gave two factors.

use super::types::Claims;

/// Values of `amr` (RFC 8176) by kind of factor: what a person knows, has, is. Text messages and calls are left out: they can
/// be redirected.
const KINDS: [&[&str]; 3] = [&["pwd", "pin"], &["otp", "hwk", "swk", "sc"], &["face", "fpt", "iris", "retina", "vbm"]];

/// Two factors: `acr` has the value that the operator named, or `amr` says so or names two kinds.
pub(super) fn two(claims: &Claims, value: Option<&str>) -> bool {
    let context = claims.auth_context_ref().map(|context| context.as_str());
    let methods = claims.auth_method_refs().map_or(&[][..], Vec::as_slice);
    let methods: Vec<&str> = methods.iter().map(|method| method.as_str()).collect();
    context.is_some() && context == value || two_kinds(&methods)
}

fn two_kinds(methods: &[&str]) -> bool {
    let given = |kind: &&&[&str]| kind.iter().any(|method| methods.contains(method));
    methods.contains(&"mfa") || KINDS.iter().filter(given).count() > 1
}

#[cfg(test)]
mod tests {
    use super::two_kinds;

    #[test]
    fn two_factors_are_of_two_kinds() {
        for enough in [&["mfa"][..], &["pwd", "otp"], &["hwk", "pin"], &["fpt", "swk"], &["pwd", "x", "mfa"]] {
            assert!(two_kinds(enough), "{enough:?}");
        }
        for too_few in [&[][..], &["pwd"], &["pwd", "pin"], &["otp", "hwk"], &["pwd", "sms"], &["MFA"], &["rba"]] {
            assert!(!two_kinds(too_few), "{too_few:?}");
        }
    }
}
