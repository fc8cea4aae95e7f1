//! The fonts of the machine, found once.

use fontdb::{Database, Family as Named, Query, Source, Weight};
use krilla::text::Font;
use std::{
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

/// Families in the order in which they are asked for a sign: letters, Chinese, then what names of customers may also hold.
const FAMILIES: [&str; 23] = [
    "Noto Sans",
    "DejaVu Sans",
    "Liberation Sans",
    "Segoe UI",
    "Helvetica Neue",
    "Arial",
    "Noto Sans CJK TC",
    "Noto Sans TC",
    "PingFang TC",
    "Microsoft JhengHei",
    "Noto Sans CJK JP",
    "Noto Sans CJK SC",
    "Noto Sans CJK KR",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Thai",
    "Noto Sans Devanagari",
    "Noto Sans Symbols",
    "Noto Sans Symbols2",
    "Noto Emoji",
    "Noto Color Emoji",
];

/// The fonts of the machine, and of a folder that the operator names. Cheap to clone.
#[derive(Clone, Debug, Default)]
pub(crate) struct Fonts(Arc<Found>);

#[derive(Debug, Default)]
struct Found {
    folder: Option<PathBuf>,
    families: OnceLock<Vec<Family>>,
}

/// A family in the two weights that paper has.
#[derive(Debug)]
pub(super) struct Family {
    regular: Face,
    bold: Option<Face>,
}

#[derive(Debug)]
struct Face {
    path: PathBuf,
    index: u32,
    loaded: OnceLock<Option<Loaded>>,
}

/// A font in memory.
pub(super) struct Loaded {
    pub(super) data: Arc<Vec<u8>>,
    pub(super) index: u32,
    pub(super) font: Font,
}

impl std::fmt::Debug for Loaded {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} bytes", self.data.len())
    }
}

impl Fonts {
    /// The fonts of the machine, those of a folder before all others.
    pub(crate) fn new(folder: Option<PathBuf>) -> Self {
        Self(Arc::new(Found { folder, families: OnceLock::new() }))
    }

    /// The families there are, in the order in which they are asked.
    pub(super) fn families(&self) -> &[Family] {
        self.0.families.get_or_init(|| find(self.0.folder.as_deref()))
    }
}

fn find(folder: Option<&Path>) -> Vec<Family> {
    let mut fonts = Database::new();
    if let Some(folder) = folder {
        fonts.load_fonts_dir(folder);
    }
    let own: Vec<String> =
        fonts.faces().filter_map(|face| face.families.first().map(|(name, _)| name.clone())).collect();
    fonts.load_system_fonts();
    let mut names: Vec<&str> = own.iter().map(String::as_str).chain(FAMILIES).collect();
    let mut seen = std::collections::HashSet::new();
    names.retain(|name| seen.insert(*name));
    names.into_iter().filter_map(|name| family(&fonts, name)).collect()
}

fn family(fonts: &Database, name: &str) -> Option<Family> {
    let of = |weight| fonts.query(&Query { families: &[Named::Name(name)], weight, ..Query::default() });
    let (regular, bold) = (of(Weight::NORMAL)?, of(Weight::BOLD));
    let face = |id| match fonts.face_source(id)? {
        (Source::File(path) | Source::SharedFile(path, _), index) => {
            Some(Face { path, index, loaded: OnceLock::new() })
        }
        (Source::Binary(_), _) => None,
    };
    Some(Family { regular: face(regular)?, bold: bold.filter(|id| *id != regular).and_then(face) })
}

impl Family {
    /// The font in a weight, read when it is first needed; nothing where it cannot be read.
    pub(super) fn loaded(&self, bold: bool) -> Option<&Loaded> {
        match &self.bold {
            Some(face) if bold => face.loaded(),
            _ => self.regular.loaded(),
        }
    }
}

impl Face {
    fn loaded(&self) -> Option<&Loaded> {
        let load = || {
            let data = Arc::new(std::fs::read(&self.path).ok()?);
            let font = Font::new(Arc::clone(&data).into(), self.index)?;
            Some(Loaded { data, index: self.index, font })
        };
        self.loaded.get_or_init(load).as_ref()
    }
}
