import { expect, open, test } from "../support/page.js";
import { PAT } from "../support/people.js";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

const table = (page: Page, name: string) => page.getByRole("region", { name, exact: true });
const names = (page: Page, name: string) => table(page, name).getByRole("rowheader").allInnerTexts();
const kpi = (page: Page, label: string) =>
  page.getByRole("article").filter({ has: page.getByRole("heading", { name: label, exact: true }) });
const number = async (page: Page, label: string) =>
  Number((await kpi(page, label).locator(".kpi-figure").innerText()).replace(/[^0-9.]/g, ""));
const query = (page: Page) => new URL(page.url()).searchParams;

test("a row narrows the page, a chip widens it again", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/analytics/growth", "growth");
  const all = await number(page, "Customers");
  const [market] = await names(page, "Customers by market");
  const cell = table(page, "Customers by market").getByRole("row").nth(1).getByRole("cell").nth(1);
  const there = Number(await cell.innerText());
  await table(page, "Customers by market").getByRole("link", { name: market, exact: true }).click();
  await expect(page.getByRole("link", { name: `Remove the filter Market: ${market}` })).toBeVisible();
  await expect(kpi(page, "Customers").locator(".kpi-figure")).toHaveText(String(there));
  expect(there).toBeLessThan(all);
  await page.reload();
  await expect(kpi(page, "Customers").locator(".kpi-figure")).toHaveText(String(there));
  await page.getByRole("link", { name: `Remove the filter Market: ${market}` }).click();
  await expect(kpi(page, "Customers").locator(".kpi-figure")).toHaveText(String(all));
});

test("a span is chosen and compared", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/analytics/growth", "growth");
  await page.locator('summary[aria-label="Period"]').click();
  await page.getByRole("link", { name: "3 months" }).click();
  await expect.poll(() => query(page).get("from")).not.toBeNull();
  await expect(kpi(page, "Customers won")).toContainText("vs ");
  await page.getByRole("link", { name: "the months before" }).click();
  await expect.poll(() => query(page).get("compare")).toBe("previous");
  await expect(kpi(page, "Customers")).toContainText(" – ");
});

test("all rows are shown, sorted and taken away", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/customers", "customers");
  const title = "All customers";
  const some = await names(page, title);
  await page.getByRole("link", { name: /^Show all/ }).click();
  await expect.poll(async () => (await names(page, title)).length).toBeGreaterThan(some.length);
  const all = await names(page, title);
  await table(page, title).getByRole("link", { name: "Azure consumption" }).click();
  await expect.poll(() => query(page).get("sort")).toBe("consumption");
  await expect(table(page, title).getByRole("columnheader", { name: "Azure consumption" })).toHaveAttribute("aria-sort", "descending");
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "All rows as CSV" }).click()]);
  const lines = (await readFile((await file.path())!, "utf8")).trim().split("\r\n").slice(1);
  expect(new Set(lines.map((line) => line.split(",")[1])).size).toBe(all.length);
  const [first] = await names(page, title);
  await page.getByRole("searchbox", { name: "Search customers" }).fill(first.slice(0, 4));
  await page.keyboard.press("Enter");
  await expect.poll(() => query(page).get("q")).toBe(first.slice(0, 4));
  await expect(table(page, title).getByRole("link", { name: first, exact: true })).toBeVisible();
});

test("a chart is read with the arrow keys, and has a table", async ({ visit }) => {
  const page = await visit(PAT, { language: "zh-TW" });
  await open(page, "/analytics/azure", "azure");
  const chart = page.getByRole("figure").first();
  const steer = chart.getByRole("slider");
  await steer.focus();
  const last = await steer.getAttribute("aria-valuetext");
  await page.keyboard.press("ArrowLeft");
  await expect(steer).not.toHaveAttribute("aria-valuetext", last!);
  await chart.getByText("表格").click();
  await expect(chart.getByRole("row").nth(1)).toContainText("US$");
});

test("resellers are closed to a direct partner, who is told why", async ({ visit, complaints }) => {
  const page = await visit(PAT);
  await open(page, "/analytics/resellers", "resellers");
  await expect(page.getByRole("main")).toContainText(/indirect provider/i);
  await expect(page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Resellers" })).toHaveCount(0);
  complaints.length = 0; // the refusal itself
});

test("columns are left out, and the address remembers", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/customers", "customers");
  const heads = () => table(page, "All customers").getByRole("columnheader").allInnerTexts();
  const all = await heads();
  const card = page.locator(".card").filter({ has: page.getByRole("heading", { name: /^All customers/ }) });
  await card.locator("summary").filter({ hasText: "Columns" }).click();
  await card.getByRole("link", { name: "Deployment (shown)" }).click();
  await expect.poll(() => query(page).get("hide")).toBe("deployment");
  await expect.poll(heads).toHaveLength(all.length - 1);
  await page.reload();
  await expect.poll(heads).toHaveLength(all.length - 1);
  await open(page, "/analytics/licenses?hide=market&hide=usage", "licenses");
  await expect(page.locator("#customers").getByRole("columnheader")).toHaveCount(6);
});

test("the parts of a chart stand each alone on one scale", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/analytics/azure", "azure");
  const chart = page.locator("figure.chart").filter({ has: page.getByRole("heading", { name: "Azure consumption by month" }) });
  const parts = await chart.locator(".legend li").count();
  await chart.locator("summary").filter({ hasText: "Each alone" }).click();
  await expect(chart.locator("figure.multiple")).toHaveCount(parts);
  const tops = await chart.locator("figure.multiple").evaluateAll((all) =>
    all.map((it) => [...it.querySelectorAll("svg > text")].map((text) => text.textContent).slice(0, 5).join(" ")));
  expect(new Set(tops).size, `${tops}`).toBe(1);
  await chart.locator("figure.multiple").first().getByRole("slider").press("Home");
  await expect(chart.locator("figure.multiple").first().locator(".cell.on .tip")).toBeVisible();
});

test("workloads are told from their own datasets", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/analytics/workloads", "workloads");
  expect(await number(page, "Office 365 units")).toBeGreaterThan(await number(page, "Active in Office 365"));
  expect(await names(page, "Office 365 by workload")).toContain("Exchange");
  expect((await names(page, "Teams users by part and device")).length).toBeGreaterThan(1);
});
