//! The files: their names, headers and buffers.

use super::{
    calendar::Calendar,
    customer::Customer,
    plan::{SampleAccount, SampleFile},
    rows::{self, Of},
    text::Form,
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

/// A file being written.
struct Output {
    path: PathBuf,
    dataset: Dataset,
    file: File,
    buffer: Vec<u8>,
    rows: u64,
}

impl Output {
    fn create(dir: &Path, name: &str, dataset: Dataset, form: Form, header: &str) -> io::Result<Self> {
        let path = dir.join(name);
        let mut buffer = Vec::with_capacity(FULL * 2);
        for column in header.split(' ') {
            form.cell(&mut buffer, column);
        }
        form.end_line(&mut buffer);
        Ok(Self { file: File::create(&path)?, path, dataset, buffer, rows: 0 })
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
}

impl Files {
    /// Creates the files with their headers; the profile is complete then.
    pub(super) fn create(dir: &Path, account: &SampleAccount) -> io::Result<Self> {
        fs::create_dir_all(dir)?;
        let tsv = |name, dataset, header| Output::create(dir, name, dataset, Form::Tsv, header);
        let csv = |name, dataset, header| Output::create(dir, name, dataset, Form::Csv, header);
        let mut files = Self {
            profile: tsv("profile.tsv", Dataset::Profile, PROFILE)?,
            customers: tsv("customers_and_tenants.tsv", Dataset::Customers, CUSTOMERS)?,
            details: tsv("subscription_details.tsv", Dataset::Subscriptions, DETAILS)?,
            deployment: csv("license_deployment.csv", Dataset::LicenseDeployment, DEPLOYMENT)?,
            usage: csv("license_usage.csv", Dataset::LicenseUsage, USAGE)?,
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
        }
        Ok(())
    }

    /// Writes what is left, in the order of importing.
    pub(super) fn finish(self) -> io::Result<Vec<SampleFile>> {
        [self.profile, self.customers, self.details, self.deployment, self.usage]
            .into_iter()
            .map(Output::finish)
            .collect()
    }
}
