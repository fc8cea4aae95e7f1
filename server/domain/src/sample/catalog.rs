//! What is sold, where, and to whom.

/// A workload of a product.
pub(super) struct Workload {
    /// The vendor's code.
    pub(super) code: &'static str,
    /// The vendor's name.
    pub(super) name: &'static str,
    /// How many thousandths of the assigned seats are active in the middle of the plan.
    pub(super) base: i64,
    /// By how many thousandths that changes each month.
    pub(super) trend: i64,
}

const EXO: Workload = Workload { code: "EXO", name: "Exchange", base: 900, trend: 1 };
const SPO: Workload = Workload { code: "SPO", name: "SharePoint", base: 620, trend: 4 };
const TEAMS: Workload = Workload { code: "TEAMS", name: "Teams", base: 740, trend: 11 };
const MEETINGS: Workload = Workload { code: "TEAMSMEETINGS", name: "TeamsMeetings", base: 580, trend: 9 };
const PROPLUS: Workload = Workload { code: "PROPLUS", name: "ProPlus", base: 800, trend: 2 };
const YAM: Workload = Workload { code: "YAM", name: "Yammer", base: 260, trend: -3 };
const SFB: Workload = Workload { code: "SFB", name: "Skype For Business", base: 300, trend: -15 };
const CRM: Workload = Workload { code: "CRM", name: "Microsoft Dynamics CRM", base: 680, trend: 5 };

/// A product.
pub(super) struct Product {
    /// The product family.
    pub(super) family: &'static str,
    /// The SKU as the vendor spells it.
    pub(super) sku: &'static str,
    /// The SKU as a price list spells it.
    pub(super) raw: &'static str,
    /// The SKU's id.
    pub(super) id: &'static str,
    /// Code and name of the service in licence rows; nothing when the product has none.
    pub(super) service: Option<(&'static str, &'static str)>,
    /// Cents a month and seat.
    pub(super) price: i64,
    /// Of 1000 subscriptions, about how many.
    pub(super) weight: i64,
    /// Thousandths more or less of its seats assigned than of the customer's others.
    pub(super) adoption: i64,
    /// By how many thousandths its use changes each month, beside the workloads' own.
    pub(super) trend: i64,
    /// What it consists of.
    pub(super) workloads: &'static [Workload],
}

/// Most workloads that a product has.
pub(super) const MOST_WORKLOADS: usize = 7;

const OFFICE: Option<(&str, &str)> = Some(("o365", "Microsoft Office 365"));
const DYNAMICS: Option<(&str, &str)> = Some(("crm", "Microsoft Dynamics"));

macro_rules! products {
    ($($family:literal, $sku:literal, $raw:literal, $id:literal, $service:expr,
       $price:literal, $weight:literal, $adoption:literal, $trend:literal, $workloads:expr;)*) => {
        &[$(Product {
            family: $family, sku: $sku, raw: $raw, id: $id, service: $service,
            price: $price, weight: $weight, adoption: $adoption, trend: $trend, workloads: &$workloads,
        }),*]
    };
}

/// All products: family, SKU, price-list name, id, service, price, weight, adoption, trend, workloads.
#[rustfmt::skip]
pub(super) const PRODUCTS: &[Product] = products! {
    "Office365", "MICROSOFT 365 BUSINESS STANDARD", "Microsoft 365 Business Standard", "5D2A6F0C-8E31-4B7A-9C54-1F0E6B93A7D2", OFFICE, 1250, 190, 30, 0, [EXO, SPO, TEAMS, MEETINGS, PROPLUS, YAM];
    "Office365", "MICROSOFT 365 BUSINESS BASIC", "Microsoft 365 Business Basic", "0B94C1E7-2D5F-4A86-B3E0-7C18D94F62A5", OFFICE, 600, 150, 0, 2, [EXO, SPO, TEAMS, MEETINGS, YAM];
    "Office365", "MICROSOFT 365 BUSINESS PREMIUM", "Microsoft 365 Business Premium", "E7130A9D-46BC-4F28-8A75-92D6C05B1E34", OFFICE, 2200, 140, 60, 4, [EXO, SPO, TEAMS, MEETINGS, PROPLUS, YAM];
    "Office365", "OFFICE 365 ENTERPRISE E1", "Office 365 E1", "38F5D2B6-A907-4C61-9E4D-B0247A8C5F19", OFFICE, 1000, 80, -40, -24, [EXO, SPO, TEAMS, MEETINGS, YAM];
    "Office365", "OFFICE 365 ENTERPRISE E3", "Office 365 E3", "C64E81F3-0D92-4725-A6B8-5E3F17D09C4B", OFFICE, 2300, 130, 20, 0, [EXO, SPO, TEAMS, MEETINGS, PROPLUS, YAM, SFB];
    "Office365", "MICROSOFT 365 ENTERPRISE E5", "Microsoft 365 E5", "91B7E05A-F348-4DC2-8D16-A45C3E7290F8", OFFICE, 5700, 60, 70, 5, [EXO, SPO, TEAMS, MEETINGS, PROPLUS, YAM, SFB];
    "Office365", "MICROSOFT 365 FRONTLINE F3", "Microsoft 365 F3", "2F6CA8D4-5B13-49E0-B792-D81F04E65A3C", OFFICE, 800, 55, -160, 6, [EXO, TEAMS, MEETINGS, YAM];
    "Office365", "MICROSOFT 365 APPS FOR BUSINESS", "Microsoft 365 Apps for business", "A8150D7B-E26C-4390-95F4-3B7C92E1D06A", OFFICE, 825, 40, 40, 0, [PROPLUS];
    "Office365", "EXCHANGE ONLINE (PLAN 1)", "Exchange Online (Plan 1)", "74D93E2A-1C8B-4F57-A0E6-68B5D1C7F942", OFFICE, 400, 45, 90, -1, [EXO];
    "Office365", "SHAREPOINT ONLINE (PLAN 2)", "SharePoint Online (Plan 2)", "D03B6C95-7AF4-4182-8B3D-F29E540A1C67", OFFICE, 1000, 20, -90, 3, [SPO];
    "Office365", "MICROSOFT TEAMS ESSENTIALS", "Microsoft Teams Essentials", "4E8A27F1-9D06-4B3C-92A5-07C6E1B8D35F", OFFICE, 400, 25, -20, 8, [TEAMS];
    "Dynamics365", "DYNAMICS 365 SALES ENTERPRISE", "Dynamics 365 Sales Enterprise", "B95F1D08-63E7-4AC9-A41B-8D027E6F5C93", DYNAMICS, 9500, 45, -60, 3, [CRM];
    "Dynamics365", "DYNAMICS 365 BUSINESS CENTRAL ESSENTIALS", "Dynamics 365 Business Central Essentials", "1A7E04C3-D85B-4296-B0F8-E5934D2C6A71", DYNAMICS, 7000, 30, -20, 5, [CRM];
    "Dynamics365", "DYNAMICS 365 CUSTOMER SERVICE ENTERPRISE", "Dynamics 365 Customer Service Enterprise", "6C20B9E8-4F7D-4D15-8E63-29A1F0D5B784", DYNAMICS, 9500, 20, -110, -2, [CRM];
    "PowerBI", "POWER BI PRO", "Power BI Pro", "F41D86A2-0E5C-4739-9B2F-C7A3580E6D1B", None, 1000, 40, 0, 0, [];
    "EMS", "ENTERPRISE MOBILITY + SECURITY E3", "Enterprise Mobility + Security E3", "83C5F7D9-B21A-40E4-A96C-1E8D6B4F0325", None, 1060, 30, 0, 0, [];
};

/// Customer markets and how many of 100 customers they have.
pub(super) const MARKETS: [(&str, i64); 7] = [
    ("Taiwan", 34),
    ("United States", 22),
    ("Japan", 14),
    ("Singapore", 9),
    ("Germany", 8),
    ("United Kingdom", 7),
    ("Australia", 6),
];

/// A customer segment.
pub(super) struct Segment {
    /// The vendor's name.
    pub(super) name: &'static str,
    /// The coarser segment.
    pub(super) top: &'static str,
    /// Of 100 customers, how many.
    pub(super) weight: i64,
    /// Weights of the sizes of a subscription, see [`SIZES`].
    pub(super) sizes: [i64; 6],
}

/// Seats of a subscription, from and to.
pub(super) const SIZES: [(i64, i64); 6] = [(1, 5), (6, 15), (16, 50), (51, 200), (201, 900), (901, 2400)];

/// All segments.
pub(super) const SEGMENTS: [Segment; 4] = [
    Segment { name: "SMB", top: "SMC", weight: 60, sizes: [26, 36, 30, 8, 0, 0] },
    Segment { name: "Corporate", top: "SMC", weight: 28, sizes: [6, 18, 40, 31, 5, 0] },
    Segment { name: "Enterprise", top: "Enterprise", weight: 8, sizes: [0, 4, 20, 42, 32, 2] },
    Segment { name: "Public Sector", top: "Enterprise", weight: 4, sizes: [2, 10, 34, 38, 16, 0] },
];
