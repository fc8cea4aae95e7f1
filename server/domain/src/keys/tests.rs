use super::*;
use std::fs;

fn opened() -> (tempfile::TempDir, Keys) {
    let dir = tempfile::tempdir().unwrap();
    let keys = Keys::open(dir.path()).unwrap();
    (dir, keys)
}

#[test]
fn what_is_sealed_opens_after_a_restart_and_for_its_purpose_only() {
    let (dir, keys) = opened();
    let sealed = keys.seal(Purpose::SecondFactor, b"secret").unwrap();
    assert!(!sealed.windows(6).any(|bytes| bytes == b"secret"));
    assert_ne!(sealed, keys.seal(Purpose::SecondFactor, b"secret").unwrap(), "equal secrets do not look equal");

    let again = Keys::open(dir.path()).unwrap();
    assert_eq!(again.unseal(Purpose::SecondFactor, &sealed).unwrap(), b"secret");
    assert!(matches!(again.unseal(Purpose::Ceremony, &sealed), Err(KeyError::Sealed)));
    let (_other, other) = opened();
    assert!(matches!(other.unseal(Purpose::SecondFactor, &sealed), Err(KeyError::Sealed)));
}

#[test]
fn whatever_byte_is_changed_or_lost_it_does_not_open() {
    let (_dir, keys) = opened();
    let sealed = keys.seal(Purpose::SecondFactor, b"secret").unwrap();
    for at in 0..sealed.len() {
        let mut changed = sealed.clone();
        changed[at] ^= 1;
        assert!(keys.unseal(Purpose::SecondFactor, &changed).is_err(), "byte {at}");
        assert!(keys.unseal(Purpose::SecondFactor, &sealed[..at]).is_err(), "{at} bytes");
    }
}

#[test]
fn a_keyed_hash_hangs_on_key_purpose_and_bytes() {
    let (dir, keys) = opened();
    let mac = keys.mac(Purpose::Throttle, b"a@f.example");
    assert_eq!(mac, Keys::open(dir.path()).unwrap().mac(Purpose::Throttle, b"a@f.example"));
    assert_ne!(mac, keys.mac(Purpose::Throttle, b"b@f.example"));
    assert_ne!(mac, keys.mac(Purpose::AuditHead, b"a@f.example"));
    assert_ne!(mac, opened().1.mac(Purpose::Throttle, b"a@f.example"));
}

#[test]
fn the_key_is_made_once_even_when_two_start_together() {
    let dir = tempfile::tempdir().unwrap();
    let macs: Vec<[u8; 32]> = std::thread::scope(|scope| {
        let starts: Vec<_> =
            (0..16).map(|_| scope.spawn(|| Keys::open(dir.path()).unwrap().mac(Purpose::Throttle, b""))).collect();
        starts.into_iter().map(|start| start.join().unwrap()).collect()
    });
    assert!(macs.iter().all(|mac| *mac == macs[0]));
    assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1, "no drafts are left");
}

#[test]
fn a_file_that_is_no_key_is_refused_and_left_alone() {
    for bytes in [&[][..], &[7; 31], &[7; 33], &[0; 32]] {
        let (dir, _) = opened();
        let path = dir.path().join("secret.key");
        fs::write(&path, bytes).unwrap();
        let refused = Keys::open(dir.path()).unwrap_err();
        assert!(matches!(refused, KeyError::Damaged { .. }), "{refused}");
        assert!(refused.to_string().contains("backup"));
        assert_eq!(fs::read(&path).unwrap(), bytes);
    }
}

#[cfg(unix)]
#[test]
fn only_its_owner_may_read_it() {
    use std::os::unix::fs::PermissionsExt as _;
    let (dir, _) = opened();
    let path = dir.path().join("secret.key");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o7777, 0o600);
    for mode in [0o640, 0o604, 0o660, 0o601] {
        fs::set_permissions(&path, fs::Permissions::from_mode(mode)).unwrap();
        let refused = Keys::open(dir.path()).unwrap_err().to_string();
        assert!(refused.contains("chmod 600") && refused.contains("secret.key"), "{refused}");
    }
    fs::set_permissions(&path, fs::Permissions::from_mode(0o400)).unwrap();
    assert!(Keys::open(dir.path()).is_ok());
}

#[test]
fn nothing_prints_it() {
    assert_eq!(format!("{:?}", opened().1), "Keys(…)");
}
