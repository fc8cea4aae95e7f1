//! What fact rows count.

/// A measure of fact rows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Measure {
    /// Licences sold.
    Sold,
    /// Licences assigned.
    Assigned,
    /// Seats that entitle to a workload.
    Qualified,
    /// People active in 28 days.
    Active,
    /// Seats at the end of the month.
    Seats,
    /// Billed revenue in US cents.
    RevenueCents,
    /// Azure consumed revenue in US cents.
    AzureCents,
    /// Azure consumed revenue in billionths of a US dollar: rows of small meters are far below a cent, and rounding
    /// each of them would be seen in the sum.
    AcrNanos,
    /// Units used, in millionths.
    UnitsMicros,
    /// A cost in millionths of the row's currency.
    CostMicros,
    /// A spending budget in millionths of the row's currency.
    BudgetMicros,
    /// Paid available units.
    PaidUnits,
    /// People active in the calendar month.
    MonthlyUsers,
    /// Seats with usage in the calendar month.
    ActiveSeats,
    /// Meetings of a day.
    Meetings,
    /// Their length in millionths of an hour.
    HoursMicros,
    /// People who used it on a desktop in the calendar month.
    DesktopUsers,
    /// In a browser.
    WebUsers,
    /// On a phone.
    MobileUsers,
    /// In any way, each once.
    AllUsers,
    /// People who used it on a day; one who used it on two days counts twice.
    UserDays,
    /// The subscription's start, in days since 1970; 0 when unknown.
    Starts,
    /// The subscription's end, in days since 1970; 0 when unknown.
    Ends,
    /// When the subscription was made, in days since 1970; 0 when unknown.
    Created,
    /// How long ago that was when the rows were given in, in seconds from 1 on; 0 when unknown.
    Age,
    /// The trial's first day, in days since 1970; 0 when there is none.
    TrialStarts,
    /// The trial's last day, in days since 1970; 0 when there is none.
    TrialEnds,
    /// Days of the trial that were left when the rows were given in, that day included; 0 when it was over or there is none.
    TrialLeft,
    /// When the trial became paid, in days since 1970; 0 when it did not.
    Converted,
    /// The last renewal, in days since 1970; 0 when there was none.
    Renewed,
    /// How many days ago that was when the rows were given in, that day included; 0 when there was none.
    RenewedAgo,
    /// The last usage, in days since 1970; 0 when there was none.
    Used,
    /// When it was deprovisioned, in days since 1970; 0 when it was not.
    Gone,
}

impl Measure {
    /// The column's name in a segment, and its name in totals.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Sold => "sold",
            Self::Assigned => "assigned",
            Self::Qualified => "qualified",
            Self::Active => "active",
            Self::Seats => "seats",
            Self::RevenueCents => "revenue_cents",
            Self::AzureCents => "azure_cents",
            Self::AcrNanos => "acr_nanos",
            Self::UnitsMicros => "units_micros",
            Self::CostMicros => "cost_micros",
            Self::BudgetMicros => "budget_micros",
            Self::PaidUnits => "paid_units",
            Self::MonthlyUsers => "monthly_users",
            Self::ActiveSeats => "active_seats",
            Self::Meetings => "meetings",
            Self::HoursMicros => "hours_micros",
            Self::DesktopUsers => "desktop_users",
            Self::WebUsers => "web_users",
            Self::MobileUsers => "mobile_users",
            Self::AllUsers => "all_users",
            Self::UserDays => "user_days",
            Self::Starts => "starts",
            Self::Ends => "ends",
            Self::Created => "created",
            Self::Age => "age",
            Self::TrialStarts => "trial_starts",
            Self::TrialEnds => "trial_ends",
            Self::TrialLeft => "trial_left",
            Self::Converted => "converted",
            Self::Renewed => "renewed",
            Self::RenewedAgo => "renewed_ago",
            Self::Used => "used",
            Self::Gone => "gone",
        }
    }

    /// Whether adding up a month of it means anything: dates and ages do not, nor units of different meters, nor amounts in
    /// different currencies.
    #[must_use]
    pub const fn adds(self) -> bool {
        !matches!(
            self,
            Self::Starts
                | Self::Ends
                | Self::Created
                | Self::Age
                | Self::TrialStarts
                | Self::TrialEnds
                | Self::TrialLeft
                | Self::Converted
                | Self::Renewed
                | Self::RenewedAgo
                | Self::Used
                | Self::Gone
                | Self::UnitsMicros
                | Self::CostMicros
                | Self::BudgetMicros
        )
    }
}
