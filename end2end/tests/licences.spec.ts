import { anyCase, expect, open, ready, test } from "../support/page.js";
import { PAT } from "../support/people.js";
import { newestMonth, report, type Seats } from "../support/program.js";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

const month = newestMonth();
const figures = report(month);
const grouped = (n: number | null) => (n === null ? "–" : n.toLocaleString("en").replace("-", "−"));
const percent = (n: number | null) => (n === null ? "–" : `${n.toFixed(2)} %`);
const sum = (of: (seats: Seats) => number | null, customers: Seats[]) => customers.reduce((all, it) => all + (of(it) ?? 0), 0);

const kpi = (page: Page, label: string) =>
  page.getByRole("article").filter({ has: page.getByRole("heading", { name: label, exact: true }) });
const table = (page: Page) => page.getByRole("region", { name: "Customers", exact: true });
const names = (page: Page) => table(page).getByRole("rowheader").allInnerTexts();
const chip = (page: Page, what: string) => page.getByRole("link", { name: `Remove the filter ${what}` });
const pages = (page: Page) => page.getByRole("navigation", { name: "Pages" });
const query = (page: Page) => new URL(page.url()).searchParams;

async function filter(page: Page, ...values: string[]) {
  await page.getByText("Filter", { exact: true }).click();
  for (const value of values) await page.getByRole("checkbox", { name: anyCase(value) }).check();
  await page.getByRole("button", { name: "Apply" }).locator("visible=true").click();
}

/** Opens the menu and answers the file that its link gives. */
async function download(page: Page, kind: "CSV" | "TSV"): Promise<string> {
  await page.getByText("Download", { exact: true }).click();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: kind }).click(),
  ]);
  expect(file.suggestedFilename()).toBe(`licences.${kind.toLowerCase()}`);
  return readFile((await file.path())!, "utf8");
}

test("figures are those of the command line", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/analytics/licenses", "licenses");
  await expect(kpi(page, "Licences sold")).toContainText(grouped(figures.sold));
  await expect(kpi(page, "Licences assigned")).toContainText(grouped(figures.assigned));
  await expect(kpi(page, "Deployment")).toContainText(percent(figures.deployment_percent));
  await expect(kpi(page, "Active, all workloads")).toContainText(grouped(figures.active));
  await expect(kpi(page, "Usage")).toContainText(percent(figures.usage_percent));

  for (const { product, sold, assigned } of figures.by_product) {
    const row = page.getByRole("region", { name: "By product" }).getByRole("row").filter({ has: page.getByRole("rowheader", { name: anyCase(product) }) });
    await expect(row.getByRole("cell").nth(1)).toHaveText(grouped(sold));
    await expect(row.getByRole("cell").nth(2)).toHaveText(grouped(assigned));
  }
  for (const { workload, qualified, active } of figures.by_workload) {
    const row = page.getByRole("region", { name: "By workload" }).getByRole("row").filter({ has: page.getByRole("rowheader", { name: workload, exact: true }) });
    await expect(row.getByRole("cell").nth(1)).toHaveText(grouped(qualified));
    await expect(row.getByRole("cell").nth(2)).toHaveText(grouped(active));
  }
  const bands: [string, Record<string, number>][] = [["Deployment", figures.bands_deployment], ["Usage", figures.bands_usage]];
  for (const [measure, counts] of bands) {
    for (const [band, n] of Object.entries(counts)) {
      const name = `${band.replace("-", "–")} %, ${measure}: ${n} ${n === 1 ? "customer" : "customers"}`;
      await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
    }
  }
  await expect(pages(page)).toContainText(`1–50 of ${figures.customers.length}`);
  const bySold = figures.customers.map((it) => it.sold ?? -1).sort((a, b) => b - a);
  const first = table(page).getByRole("row").nth(1);
  await expect(first).toContainText(grouped(bySold[0]));
});

test("filters by form narrow figures, table and address; chips take them away", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/analytics/licenses", "licenses");
  const product = figures.by_product[0];
  await filter(page, product.product);
  await expect(chip(page, "Product")).toHaveText(anyCase(`Product: ${product.product}`));
  expect(query(page).getAll("product")).toEqual([product.product]);
  await expect(kpi(page, "Licences sold")).toContainText(grouped(product.sold));

  await filter(page, "Taiwan");
  await expect(chip(page, "Market: Taiwan")).toBeVisible();
  await expect(chip(page, "Product")).toBeVisible();
  await expect(kpi(page, "Licences sold")).not.toContainText(grouped(product.sold));
  const rows = table(page).getByRole("row");
  await expect(rows.nth(1)).toContainText("Taiwan");
  const markets = await table(page).getByRole("row").getByRole("cell").filter({ hasText: /^[A-Z]\w+/ }).allInnerTexts();
  expect(new Set(markets.filter((it) => it !== "low adoption"))).toEqual(new Set(["Taiwan"]));

  await page.reload();
  await ready(page, "licenses");
  await expect(chip(page, "Market: Taiwan")).toBeVisible();
  await page.goBack();
  await expect(chip(page, "Market: Taiwan")).toHaveCount(0);
  await expect(kpi(page, "Licences sold")).toContainText(grouped(product.sold));
  await page.goForward();
  await expect(chip(page, "Market: Taiwan")).toBeVisible();
  await chip(page, "Product").click();
  await expect(chip(page, "Product")).toHaveCount(0);
  await page.getByRole("link", { name: "Clear" }).click();
  await expect(kpi(page, "Licences sold")).toContainText(grouped(figures.sold));
});

test("customers are searched, sorted and paged by the address", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/analytics/licenses", "licenses");
  const sold = figures.customers.map((it) => it.sold ?? -1).sort((a, b) => b - a);

  await pages(page).getByRole("link", { name: "Next" }).click();
  await expect(pages(page)).toContainText(`51–100 of ${figures.customers.length}`);
  expect(query(page).get("page")).toBe("2");
  await expect(table(page).getByRole("row").nth(1).getByRole("cell").nth(1)).toHaveText(grouped(sold[50]));
  await pages(page).getByRole("link", { name: "Previous" }).click();
  await expect(pages(page)).toContainText("1–50");

  await table(page).getByRole("link", { name: "Customer", exact: true }).click();
  await expect(table(page).getByRole("columnheader", { name: "Customer" })).toHaveAttribute("aria-sort", "ascending");
  const byName = await names(page);
  expect(byName).toEqual([...byName].sort((a, b) => (a < b ? -1 : 1)));
  await table(page).getByRole("link", { name: "Unassigned" }).click();
  await expect(table(page).getByRole("columnheader", { name: "Unassigned" })).toHaveAttribute("aria-sort", "descending");
  const unassigned = figures.customers.filter((it) => it.sold !== null).map((it) => it.sold! - it.assigned!).sort((a, b) => b - a);
  await expect(table(page).getByRole("row").nth(1)).toContainText(grouped(unassigned[0]));
  await table(page).getByRole("link", { name: "Unassigned" }).click();
  await expect(table(page).getByRole("columnheader", { name: "Unassigned" })).toHaveAttribute("aria-sort", "ascending");

  const wanted = figures.customers[7];
  await page.getByRole("searchbox", { name: "Search customers" }).pressSequentially(wanted.name, { delay: 30 });
  await expect(table(page).getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("searchbox", { name: "Search customers" })).toHaveValue(wanted.name);
  await expect(page.getByRole("searchbox", { name: "Search customers" })).toBeFocused();
  expect(query(page).get("q")).toBe(wanted.name);

  await table(page).getByRole("link", { name: wanted.name }).click();
  await ready(page, "customer");
  await expect(page.getByRole("heading", { level: 1, name: wanted.name })).toBeVisible();
  await expect(kpi(page, "Licences sold")).toContainText(grouped(wanted.sold));
  await expect(kpi(page, "Usage")).toContainText(percent(wanted.usage_percent));
  await page.goBack();
  await ready(page, "licenses");
  await expect(table(page).getByRole("row")).toHaveCount(2);

  await page.getByRole("searchbox", { name: "Search customers" }).fill("no such customer");
  await expect(page.getByRole("heading", { name: "Nothing matches these filters" })).toBeVisible();
});

test("a band lists its customers, and a file holds exactly them", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/analytics/licenses", "licenses");
  const n = figures.bands_usage["20-40"];
  const inBand = figures.customers.filter(({ usage_percent: p }) => p !== null && p >= 20 && p < 40);
  expect(inBand.length).toBe(n);
  await page.getByRole("link", { name: `20–40 %, Usage: ${n} customers` }).click();
  await expect(chip(page, "Usage: 20–40 %")).toBeVisible();
  await expect(pages(page)).toContainText(`of ${n}`);
  expect(query(page).get("usage")).toBe("20-40");
  await expect(page.getByRole("link", { name: `20–40 %, Usage: ${n} customers` })).toHaveAttribute("aria-current", "true");

  for (const [kind, separator] of [["CSV", ","], ["TSV", "\t"]] as const) {
    const text = await download(page, kind);
    // Excel reads a CSV file as UTF-8 only with a byte order mark.
    expect(text.startsWith("\ufeff"), `${kind} with a byte order mark`).toBe(kind === "CSV");
    const lines = text.replace("\ufeff", "").split(/\r?\n/).filter((line) => line);
    expect(lines[0].split(separator).slice(0, 5)).toEqual(["Customer", "Tenant", "Market", "Sold", "Assigned"]);
    expect(lines.length - 1).toBe(n);
    const tenants = lines.slice(1).map((line) => line.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/)![0]);
    expect(tenants.sort()).toEqual(inBand.map((it) => it.id).sort());
    // No cell before the figures holds a separator in the rows that are added up here.
    const plain = lines.slice(1).filter((line) => !line.includes('"'));
    const ids = new Set(plain.map((line) => line.split(separator)[1]));
    const added = plain.reduce((all, line) => all + Number(line.split(separator)[3]), 0);
    expect(added).toBe(sum((it) => it.sold, inBand.filter((it) => ids.has(it.id))));
    await page.keyboard.press("Escape");
  }

  await page.getByRole("link", { name: `20–40 %, Usage: ${n} customers` }).click();
  await expect(chip(page, "Usage")).toHaveCount(0);
  await expect(pages(page)).toContainText(`of ${figures.customers.length}`);
});

test("another period has its own figures and stays in the address", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/analytics/licenses", "licenses");
  const [year, number] = month.split("-").map(Number);
  const earlier = new Date(Date.UTC(year, number - 4, 1)).toISOString().slice(0, 7);
  const then = report(earlier);
  await page.getByText(/^\w{3} \d{4} – \w{3} \d{4}$/).click();
  await page.getByLabel("From", { exact: true }).selectOption(earlier);
  await page.getByLabel("To", { exact: true }).selectOption(earlier);
  await page.getByRole("button", { name: "Apply" }).locator("visible=true").click();
  await expect(kpi(page, "Licences sold")).toContainText(grouped(then.sold));
  await expect(kpi(page, "Deployment")).toContainText(percent(then.deployment_percent));
  expect(query(page).get("from")).toBe(earlier);
  expect(query(page).get("to")).toBe(earlier);
  await page.reload();
  await ready(page, "licenses");
  await expect(kpi(page, "Licences sold")).toContainText(grouped(then.sold));
  await page.goBack();
  await expect(kpi(page, "Licences sold")).toContainText(grouped(figures.sold));
});

test("figures have their definition one click away, charts their table", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/analytics/licenses", "licenses");
  await page.getByRole("button", { name: "What does “Usage” mean?" }).click();
  await expect(page.getByText("Active divided by qualified, where qualified are")).toBeVisible();
  await page.keyboard.press("Escape");
  const trend = page.getByRole("figure", { name: "Licences by month" });
  await trend.getByText("Table", { exact: true }).click();
  const newest = page.getByRole("region", { name: "Licences by month" }).getByRole("row").nth(1);
  await expect(newest.getByRole("cell").first()).toHaveText(grouped(figures.sold));
  await expect(newest).toContainText(percent(figures.usage_percent));
});
