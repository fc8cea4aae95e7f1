//! The file that keeps the secret key.

use super::KeyError;
use std::{
    fs::{self, File, OpenOptions},
    io::{self, ErrorKind, Read as _, Write as _},
    path::Path,
};

/// Reads the key, making it when there is none.
pub(super) fn open(path: &Path) -> Result<[u8; 32], KeyError> {
    let failed = |error| KeyError::File { path: path.to_owned(), error };
    let file = match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            make(path)?;
            File::open(path)
        }
        opened => opened,
    }
    .map_err(failed)?;
    closed_to_others(&file, path)?;
    let mut bytes = Vec::with_capacity(33);
    // One byte more than a key has is enough to know a file that is none.
    (&file).take(33).read_to_end(&mut bytes).map_err(failed)?;
    // An all-zero key is what a file system may leave of a file after a crash.
    let key = <[u8; 32]>::try_from(bytes.as_slice()).ok().filter(|key| *key != [0; 32]);
    key.ok_or_else(|| KeyError::Damaged { path: path.to_owned(), bytes: bytes.len() })
}

/// Makes a new key. The whole key appears at once or not at all, and a key that somebody else made meanwhile stays.
fn make(path: &Path) -> Result<(), KeyError> {
    let mut random = [0; 40];
    getrandom::fill(&mut random)?;
    let (key, name) = random.split_at(32);
    let name = u64::from_ne_bytes(name.try_into().unwrap_or_default());
    let draft = path.with_added_extension(format!("{name:016x}"));
    let made = write(&draft, key).and_then(|()| match fs::hard_link(&draft, path) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        linked => linked,
    });
    let removed = fs::remove_file(&draft);
    made.and(removed).and_then(|()| keep_name(path)).map_err(|error| KeyError::File { path: path.to_owned(), error })
}

fn write(draft: &Path, key: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(draft)?;
    file.write_all(key)?;
    file.sync_all()
}

/// Makes the new name last: without it a power cut takes the key and leaves what was sealed with it.
#[cfg(unix)]
fn keep_name(path: &Path) -> io::Result<()> {
    path.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}

#[cfg(not(unix))]
fn keep_name(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(unix)]
fn closed_to_others(file: &File, path: &Path) -> Result<(), KeyError> {
    use std::os::unix::fs::PermissionsExt as _;
    let mode = file.metadata().map_err(|error| KeyError::File { path: path.to_owned(), error })?.permissions().mode();
    let others = mode & 0o077;
    if others == 0 { Ok(()) } else { Err(KeyError::Open { path: path.to_owned(), mode: mode & 0o7777 }) }
}

#[cfg(not(unix))]
fn closed_to_others(_: &File, _: &Path) -> Result<(), KeyError> {
    Ok(())
}
