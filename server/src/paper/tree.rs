//! What a paper is to whoever has it read aloud: headings, tables, what drawings show.

use krilla::tagging::{Identifier, ListNumbering, Node, TableHeaderScope, Tag, TagGroup, TagKind};
use std::num::NonZeroU16;

/// What a part of a paper is.
#[derive(Clone, Debug)]
pub(super) enum Part {
    /// The heading of the paper (1) or of a section (2).
    Heading(NonZeroU16, String),
    /// A paragraph.
    Paragraph,
    /// A picture, in words.
    Picture(String),
    /// A table, and what it is of.
    Table(String),
    /// A row.
    Row,
    /// The heading of a column.
    ColumnHead,
    /// The heading of a row.
    RowHead,
    /// A cell.
    Cell,
    /// A list.
    List,
    /// One of its points.
    Point,
    /// The words of a point.
    Words,
}

/// A part with what is in it, in the order in which it is read.
#[derive(Debug)]
pub(super) struct Branch {
    part: Part,
    children: Vec<Child>,
}

#[derive(Debug)]
enum Child {
    Branch(Branch),
    /// Something drawn, by its number.
    Leaf(usize),
}

impl Branch {
    pub(super) const fn new(part: Part) -> Self {
        Self { part, children: Vec::new() }
    }

    pub(super) fn push(&mut self, branch: Self) {
        self.children.push(Child::Branch(branch));
    }

    pub(super) fn leaf(&mut self, leaf: usize) {
        self.children.push(Child::Leaf(leaf));
    }

    /// The same for the writer, which has drawn the leaves. What has none is left out.
    pub(super) fn group(self, drawn: &mut [Option<Identifier>]) -> TagGroup {
        let mut group = TagGroup::new(self.part.tag());
        for child in self.children {
            match child {
                Child::Branch(branch) => group.push(Node::Group(branch.group(drawn))),
                Child::Leaf(leaf) => {
                    group.children.extend(drawn.get_mut(leaf).and_then(Option::take).map(Node::Leaf));
                }
            }
        }
        group
    }
}

impl Part {
    fn tag(self) -> TagKind {
        match self {
            Self::Heading(level, title) => Tag::Hn(level, Some(title)).into(),
            Self::Paragraph => Tag::P.into(),
            Self::Picture(words) => Tag::Figure(Some(words)).into(),
            Self::Table(title) => Tag::Table.with_summary(Some(title)).into(),
            Self::Row => Tag::TR.into(),
            Self::ColumnHead => Tag::TH(TableHeaderScope::Column).into(),
            Self::RowHead => Tag::TH(TableHeaderScope::Row).into(),
            Self::Cell => Tag::TD.into(),
            Self::List => Tag::L(ListNumbering::Square).into(),
            Self::Point => Tag::LI.into(),
            Self::Words => Tag::LBody.into(),
        }
    }
}
