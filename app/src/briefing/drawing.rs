//! A chart as marks on paper: the same for SVG and for PDF. Lengths are in points, from the upper left corner.

/// The size of letters in drawings.
pub const LETTERS: f64 = 8.0;

/// A colour of the light theme: paper has no other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ink(pub [u8; 3]);

impl Ink {
    /// Licences sold, and their edge.
    pub const SOLD: Self = Self([0xc9, 0xd3, 0xdf]);
    /// The edge of what is too pale alone.
    pub const EDGE: Self = Self([0x78, 0x87, 0x9a]);
    /// Licences assigned.
    pub const ASSIGNED: Self = Self([0x2f, 0x6f, 0xb7]);
    /// What is active.
    pub const ACTIVE: Self = Self([0x0d, 0x8a, 0x72]);
    /// Lines of an axis.
    pub const GRID: Self = Self([0xdb, 0xe0, 0xe7]);
    /// Letters beside what matters.
    pub const MUTED: Self = Self([0x5b, 0x67, 0x76]);
    /// Letters that are read.
    pub const TEXT: Self = Self([0x1b, 0x23, 0x2d]);
    /// White.
    pub const PAPER: Self = Self([0xff; 3]);
    /// The series of a course; the rest of its parts has the last.
    pub const SERIES: [Self; 6] = [
        Self::ASSIGNED,
        Self([0xb3, 0x59, 0x00]),
        Self::ACTIVE,
        Self([0x8a, 0x3f, 0x94]),
        Self([0x7a, 0x6a, 0x00]),
        Self([0x44, 0x54, 0x6a]),
    ];

    /// As `#rrggbb`.
    #[must_use]
    pub fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }
}

/// On which side of its place a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// It begins there.
    Start,
    /// It is centred there.
    Middle,
    /// It ends there.
    End,
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A box.
    Box {
        /// Left side.
        x: f64,
        /// Top.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// What it is filled with.
        fill: Option<Ink>,
        /// The colour of its edge.
        edge: Option<Ink>,
    },
    /// A line through points.
    Line {
        /// Left to right.
        points: Vec<(f64, f64)>,
        /// Its colour.
        ink: Ink,
        /// How thick it is.
        width: f64,
    },
    /// Words of one line.
    Words {
        /// Where.
        x: f64,
        /// The line that they stand on.
        y: f64,
        /// On which side.
        align: Align,
        /// What they say.
        words: String,
    },
}

/// A drawing.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// From the back to the front.
    pub marks: Vec<Mark>,
}
