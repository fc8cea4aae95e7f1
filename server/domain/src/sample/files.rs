//! The files: their names, headers and buffers.

use super::{
    calendar::Calendar,
    customer::Customer,
    plan::{SampleAccount, SampleFile, SamplePlan},
    rows::{self, Of},
    small,
    text::Form,
    usage,
};
use model::Dataset;
use std::{
    fs::{self, File},
    io::{self, Write},
    path::{Path, PathBuf},
};

/// Bytes after which a buffer goes to its file.
const FULL: usize = 256 * 1024;

const PROFILE: &str = "MPNId PartnerName PGA_MPNId PGA_PartnerName City Country HierarchyLevel";
const CUSTOMERS: &str = "PGAMpnId CustomerName CustomerTenantId CustomerTpid DUNSNumber CustomerSegment TopSegment \
    CustomerMarket CustomerStatus CustomerTenantName CustomerTenantCountry TenantDomainName Product SKU Month MPNId \
    PartnerName PartnerLocation PartnerAttributionType SalesChannel IsDuplicateRowForPGA AvailableSeats \
    BilledRevenueUSD AzureConsumedRevenueUSD";
const DETAILS: &str = "PGAMpnId SubscriptionId SubscriptionStartDate SubscriptionEndDate SubscriptionState Month \
    IsAutoRenew CustomerName CustomerTenantId CustomerTpid DUNSNumber CustomerSegment TopSegment CustomerMarket \
    Product RawProductName SKU MPNId PartnerName PartnerLocation PartnerAttributionType SalesChannel \
    IsDuplicateRowForPGA ResellerID ResellerName AvailableSeatsEOP AvailableSeats BilledRevenueUSD";
const DEPLOYMENT: &str = "processedDateTime serviceCode serviceName channel customerTenantId customerName productId \
    productName licensesDeployed licensesSold";
const USAGE: &str = "processedDateTime workloadCode workloadName serviceCode serviceName channel customerTenantId \
    customerName productId productName licensesActive licensesQualified";

const OFFICE: &str = "PGAMpnId CustomerTenantId CustomerTpid WorkloadName Month PaidAvailableUnits MonthlyActiveUsers \
    CustomerName CustomerMarket CustomerSegment MPNId PartnerName PartnerLocation PartnerAttributionType \
    IsDuplicateRowForPGA";
const BY_SKU: &str = "PGAMpnId SubscriptionId SubscriptionStartDate SubscriptionEndDate SubscriptionStatus Month SKU \
    SKUId FreeVsPaidSKU CustomerName CustomerTenantId CustomerTpid CustomerSegment CustomerMarket MPNId PartnerName \
    PartnerLocation PartnerAttachType AvailableSeats AssignedSeats ActiveSeats DeploymentOpportunity \
    ActiveUsagePercent";
const AZURE: &str = "PGAMpnId SubscriptionId SubscriptionStartDate SubscriptionEndDate FirstUseDate SubscriptionState \
    Month ServiceLevel1 ServiceLevel2 ServiceLevel3 UsageUnits UsageQuantity CustomerName CustomerTenantId \
    CustomerTpid CustomerSegment CustomerMarket MPNId PartnerName PartnerLocation PartnerAttributionType SalesChannel \
    IsACRDuplicateAtPGALevel IsACRDuplicateAtPGAAttachTypeLevel IsACRDuplicateAtMPNLevel MonthlySubscriptionLevelACR \
    ACR_USD";
const RESELLERS: &str = "PGAMpnId ResellerMPNId ResellerName ResellerMarket IndirectProviderMPNId IndirectProviderName \
    Month Product SubscriptionId AvailableSeats AssignedSeats BilledRevenueUSD CustomerName CustomerTpid \
    CustomerSegment CustomerMarket ResellerStatus";

const DAILY: &str = "CustomerId CustomerName UsageDate MeterCategory MeterId MeterName Unit Quantity BillingPreTaxTotal \
    BillingCurrency EntitlementId";

const EMS: &str = "PGAMpnId SubscriptionId Month SKU SubscriptionState CustomerName CustomerTenantId CustomerTpid \
    CustomerSegment CustomerMarket MPNId PartnerName PartnerLocation PartnerAttributionType IsDuplicateRowForPGA \
    PaidAvailableUnits MonthlyActiveUsers";
const TEAMS: &str = "CustomerTenantId MonthKey SubWorkload DesktopUsers WebUsers MobileUsers AllUpParticipants";
const MEETINGS: &str = "CustomerTenantId DateKey SubWorkload MeetingCount MeetingDuration";
const APPS: &str = "CustomerTenantId DateKey AppName UserCount";

/// A file being written.
struct Output {
    path: PathBuf,
    dataset: Dataset,
    file: File,
    buffer: Vec<u8>,
    rows: u64,
    /// What stands behind the last row.
    end: &'static [u8],
}

impl Output {
    /// An answer of the API.
    fn json(dir: &Path, name: &str, dataset: Dataset) -> io::Result<Self> {
        let path = dir.join(name);
        let buffer = b"{\"items\":[".to_vec();
        Ok(Self { file: File::create(&path)?, path, dataset, buffer, rows: 0, end: b"]}\n" })
    }

    fn create(dir: &Path, name: &str, dataset: Dataset, form: Form, header: &str) -> io::Result<Self> {
        let path = dir.join(name);
        let mut buffer = Vec::with_capacity(FULL * 2);
        for column in header.split(' ') {
            form.cell(&mut buffer, column);
        }
        form.end_line(&mut buffer);
        Ok(Self { file: File::create(&path)?, path, dataset, buffer, rows: 0, end: b"" })
    }

    /// Adds rows, which say how many they are.
    fn add(&mut self, rows: impl FnOnce(&mut Vec<u8>) -> u64) -> io::Result<()> {
        self.rows += rows(&mut self.buffer);
        if self.buffer.len() >= FULL {
            self.flush()?;
        }
        Ok(())
    }

    fn flush(&mut self) -> io::Result<()> {
        self.file.write_all(&self.buffer)?;
        self.buffer.clear();
        Ok(())
    }

    fn finish(mut self) -> io::Result<SampleFile> {
        self.buffer.extend_from_slice(self.end);
        self.flush()?;
        Ok(SampleFile { path: self.path, dataset: self.dataset, rows: self.rows })
    }
}

/// All files of a plan.
pub(super) struct Files {
    profile: Output,
    customers: Output,
    details: Output,
    deployment: Output,
    usage: Output,
    office: Output,
    dynamics: Output,
    power_bi: Output,
    azure: Output,
    /// Enterprise Mobility; Teams by month, its meetings, its apps; the activity log; how subscriptions stand.
    small: Option<[Output; 6]>,
    /// By day, and the budgets.
    daily: Option<[Output; 2]>,
    /// Of a partner who sells through them.
    resellers: Option<Output>,
}

impl Files {
    /// Creates the files with their headers; the profile is complete then.
    pub(super) fn create(dir: &Path, plan: &SamplePlan) -> io::Result<Self> {
        fs::create_dir_all(dir)?;
        let account = &plan.account;
        let tsv = |name, dataset, header| Output::create(dir, name, dataset, Form::Tsv, header);
        let csv = |name, dataset, header| Output::create(dir, name, dataset, Form::Csv, header);
        let mut files = Self {
            profile: tsv("profile.tsv", Dataset::Profile, PROFILE)?,
            customers: tsv("customers_and_tenants.tsv", Dataset::Customers, CUSTOMERS)?,
            details: tsv("subscription_details.tsv", Dataset::Subscriptions, DETAILS)?,
            deployment: csv("license_deployment.csv", Dataset::LicenseDeployment, DEPLOYMENT)?,
            usage: csv("license_usage.csv", Dataset::LicenseUsage, USAGE)?,
            office: tsv("office_usage.tsv", Dataset::OfficeUsage, OFFICE)?,
            dynamics: tsv("dynamics_usage.tsv", Dataset::DynamicsUsage, BY_SKU)?,
            power_bi: tsv("powerbi_usage.tsv", Dataset::PowerBiUsage, BY_SKU)?,
            azure: tsv("azure_usage.tsv", Dataset::AzureUsage, AZURE)?,
            small: if plan.small {
                Some([
                    tsv("ems_usage.tsv", Dataset::EmsUsage, EMS)?,
                    tsv("teams_usage.tsv", Dataset::TeamsWorkload, TEAMS)?,
                    tsv("teams_meetings.tsv", Dataset::TeamsMeetings, MEETINGS)?,
                    tsv("teams_apps.tsv", Dataset::TeamsApps, APPS)?,
                    Output::json(dir, "audit_records.json", Dataset::ActivityLog)?,
                    Output::json(dir, "subscription_analytics.json", Dataset::SubscriptionAnalytics)?,
                ])
            } else {
                None
            },
            daily: if plan.by_day {
                let budgets = Output::json(dir, "customer_usage_records.json", Dataset::SpendingBudgets)?;
                Some([csv("daily_rated_usage.csv", Dataset::DailyUsage, DAILY)?, budgets])
            } else {
                None
            },
            resellers: (!account.direct)
                .then(|| tsv("reseller_performance.tsv", Dataset::ResellerPerformance, RESELLERS))
                .transpose()?,
        };
        files.profile.add(|out| rows::profile(out, account))?;
        Ok(files)
    }

    /// Adds a customer with all its months.
    pub(super) fn add(&mut self, customer: &Customer, account: &SampleAccount, calendar: &Calendar) -> io::Result<()> {
        for subscription in &customer.subscriptions {
            let of = Of { account, calendar, customer, subscription };
            self.customers.add(|out| of.customers(out))?;
            self.details.add(|out| of.details(out))?;
            self.deployment.add(|out| of.deployment(out))?;
            self.usage.add(|out| of.usage(out))?;
            self.dynamics.add(|out| of.by_sku("Dynamics365", out))?;
            self.power_bi.add(|out| of.by_sku("PowerBI", out))?;
            if let Some([ems, .., log, stands]) = &mut self.small {
                ems.add(|out| of.ems(out))?;
                log.add(|out| of.done(out))?;
                stands.add(|out| of.stands(out))?;
            }
            if let Some(resellers) = &mut self.resellers {
                resellers.add(|out| of.resellers(out))?;
            }
        }
        self.office.add(|out| usage::office(out, customer, account, calendar))?;
        if let Some([_, monthly, meetings, apps, ..]) = &mut self.small {
            let outs = [&mut monthly.buffer, &mut meetings.buffer, &mut apps.buffer];
            let rows = small::teams(outs, customer, calendar);
            for (file, rows) in [monthly, meetings, apps].into_iter().zip(rows) {
                file.add(|_| rows)?;
            }
        }
        if let Some(azure) = &customer.azure {
            self.azure.add(|out| azure.rows(out, customer, account, calendar))?;
            if let Some([daily, budgets]) = &mut self.daily {
                daily.add(|out| azure.daily(out, customer, calendar))?;
                budgets.add(|out| azure.budget(out, customer, calendar))?;
            }
        }
        Ok(())
    }

    /// Writes what is left, in the order of importing.
    pub(super) fn finish(self) -> io::Result<Vec<SampleFile>> {
        let licences = [self.profile, self.customers, self.details, self.deployment, self.usage];
        let usage = [self.office, self.dynamics, self.power_bi, self.azure];
        let small = self.small.into_iter().flatten();
        let azure = self.daily.into_iter().flatten();
        licences.into_iter().chain(usage).chain(small).chain(azure).chain(self.resellers).map(Output::finish).collect()
    }
}
