//! The guides.

mod activity;
mod adoption;
mod feed;
mod growth;

use crate::text::guides::GuideText;

pub(in crate::text) static GUIDES: GuideText = GuideText {
    title: "Help",
    lead: "A guide for each kind of data: what it says, and what to do with it.",
    others: "Other guides",
    adoption: adoption::ADOPTION,
    activity: activity::ACTIVITY,
    growth: growth::GROWTH,
    feed: feed::FEED,
};
