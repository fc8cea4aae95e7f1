//! The guides.

mod activity;
mod adoption;
mod feed;
mod growth;

use crate::text::guides::GuideText;

pub(in crate::text) static GUIDES: GuideText = GuideText {
    title: "說明",
    lead: "每種資料各有一篇指南：說明數據的意義，以及可以採取的行動。",
    others: "其他指南",
    adoption: adoption::ADOPTION,
    activity: activity::ACTIVITY,
    growth: growth::GROWTH,
    feed: feed::FEED,
};
