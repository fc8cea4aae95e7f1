//! Types that the browser and the server share. No logic beyond what both must agree on.

mod account;
mod action;
mod activity;
mod address;
mod audit;
mod azure;
mod bulk;
mod credential;
mod customers;
mod dataset;
mod digest;
mod error;
mod files;
mod find;
mod ids;
mod import_notes;
mod imports;
mod insight;
mod licenses;
mod money;
mod month;
mod notices;
mod number;
mod operations;
mod people;
mod percent;
mod permission;
mod program;
mod provider;
mod requests;
mod reviews;
mod role;
mod sessions;
mod sign_in;
mod tokens;
mod views;

pub use account::{AccountName, AccountSettings, Settings};
pub use action::Action;
pub use activity::{ActivityFilter, ActivityPage, ActivityRow, ValueChange};
use address::switched;
pub use address::{end_of_day, pairs, query_string};
pub use audit::{AuditFilter, AuditLine, AuditPage, Fault, Verdict};
pub use azure::{Budget, DailyQuery, DailyReport, DailyUse, MeterUse};
pub use bulk::{BulkOutcome, BulkRow, BulkUpdate};
pub use credential::{AppSetup, Held, Identity, Passkey, PasswordProblem, QrCode, Refusal};
pub use customers::{
    CustomerDetail, CustomerOverride, CustomerOverrides, CustomerPage, CustomerQuery, CustomerRow, CustomerSort,
    MergedTenant,
};
pub use dataset::Dataset;
pub use digest::{Change, ChangeKind, Digest};
pub use error::{AppError, Invalid};
pub use files::{
    Delivery, Every, FileCondition, FileFormat, FileHow, FileOrder, FilePeriod, FilePlan, FileProblem, FileRow,
    FileState, file_name,
};
pub use find::{Found, FoundCustomer, FoundPerson};
pub use ids::{AccountId, FileId, ImportId, PersonId, RequestId, ReviewId, SessionId, TokenId, ViewId};
pub use import_notes::{BadCell, BadRow, ImportNote, NoMend};
pub use imports::{Freshness, ImportRow, ImportState, MonthChange};
pub use insight::{
    Block, Compare, Course, CourseKind, Facet, Figure, Insight, InsightPage, InsightQuery, Metric, Ranking, RankingRow,
    Series, Title, Unit,
};
pub use licenses::{Bands, LicenseChoices, LicenseFilter, LicenseReport, Seats, Slice, TrendPoint};
pub use money::{Micros, UsdCents};
pub use month::{Month, MonthRange, NotAMonth};
pub use notices::{News, Notice, Waiting};
pub use number::{hundredths, int};
pub use operations::{OPERATION_GROUPS, OPERATION_STATUSES, OPERATIONS, RESOURCES, operation_group};
pub use people::{
    Grant, MadeLink, PersonDetail, PersonFilter, PersonRow, PersonState, RoleChange, Standing, Turn, Viewer, Visitor,
};
pub use percent::{Band, Percent};
pub use permission::Permission;
pub use program::Program;
pub use provider::{GroupMapping, ProviderFailure};
pub use requests::{AccessRequest, Decision, RequestState};
pub use reviews::{FinishedReview, Review, ReviewItem, Reviews, Ruling};
pub use role::Role;
pub use sessions::SessionRow;
pub use sign_in::SignInMethod;
pub use tokens::{MadeToken, TokenRow, TokenScope, TokenState};
pub use views::{SavedView, ViewChange, unfiltered, view_state};
