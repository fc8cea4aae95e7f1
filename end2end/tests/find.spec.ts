import { AxeBuilder } from "@axe-core/playwright";
import { expect, open, ready, test } from "../support/page.js";
import { BILLING, MEI, PAT } from "../support/people.js";
import { newestMonth, report } from "../support/program.js";
import type { Page } from "@playwright/test";

const customer = report(newestMonth()).customers[2];
const palette = (page: Page) => page.getByRole("dialog", { name: "Find" });
const box = (page: Page) => palette(page).getByRole("combobox");

test("a customer is found by a few letters and opened by the keyboard alone", async ({ visit, isMobile }) => {
  test.skip(!!isMobile, "phones have no such keys");
  const page = await visit(PAT);
  await open(page, "/settings/data", "data");
  await page.keyboard.press("Control+k");
  await expect(box(page)).toBeFocused();
  await box(page).fill(customer.name.slice(0, 6).toUpperCase());
  const option = palette(page).getByRole("group", { name: "Customers" }).getByRole("option").filter({ hasText: customer.name });
  await expect(option.first()).toBeVisible();
  await box(page).fill(customer.id);
  await expect(palette(page).getByRole("option")).toHaveCount(1);
  await expect(palette(page).getByRole("option", { selected: true })).toContainText(customer.name);
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].target}`)).toEqual([]);
  await page.keyboard.press("Enter");
  await ready(page, "customer");
  await expect(palette(page)).toBeHidden();
  await expect(page.getByRole("heading", { level: 1, name: customer.name })).toBeVisible();
});

test("arrows choose, Escape closes, and the focus comes back", async ({ visit, isMobile }) => {
  test.skip(!!isMobile, "phones have no such keys");
  const page = await visit(PAT);
  await open(page, "/", "landing");
  const button = page.getByRole("link", { name: "Find", exact: true });
  await button.focus();
  await page.keyboard.press("Meta+k");
  const chosen = palette(page).getByRole("option", { selected: true });
  await expect(chosen).toHaveText("Home");
  await page.keyboard.press("ArrowDown");
  await expect(chosen).toHaveText("Product analytics");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await expect(chosen).toHaveText(/^Download/);
  await page.keyboard.press("Escape");
  await expect(palette(page)).toBeHidden();
  await expect(button).toBeFocused();
});

test("a button opens it, and people, pages and reports are found", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/", "landing");
  await page.getByRole("link", { name: "Find", exact: true }).click();
  await box(page).fill("林美");
  await expect(palette(page).getByRole("option")).toHaveText(new RegExp(MEI.name));
  await box(page).fill("below 20");
  await expect(palette(page).getByRole("option")).toHaveCount(2);
  await palette(page).getByRole("option", { name: /usage below/ }).click();
  await expect(page).toHaveURL(/usage=0-20/);
  await ready(page, "licenses");
  await page.getByRole("link", { name: "Find", exact: true }).click();
  await box(page).fill("raise adoption");
  await palette(page).getByRole("option").click();
  await ready(page, "guide");
});

test("who may not see customers and people finds none, and no page of theirs", async ({ visit }) => {
  const page = await visit(BILLING);
  await open(page, "/", "landing");
  await page.getByRole("link", { name: "Find", exact: true }).click();
  await expect(palette(page).getByRole("option", { name: "My account" })).toBeVisible();
  await expect(palette(page).getByRole("option", { name: /Product analytics|User management|Download/ })).toHaveCount(0);
  await box(page).fill(customer.name);
  await expect(palette(page).getByRole("status")).toHaveText("Nothing found.");
});

test("keys of one letter act, not while one writes, and can be switched off", async ({ visit, isMobile }) => {
  test.skip(!!isMobile, "phones have no such keys");
  const page = await visit(MEI);
  await open(page, "/", "landing");
  await page.keyboard.press("?");
  const sheet = page.getByRole("dialog", { name: "Keys" });
  await expect(sheet).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(sheet).toBeHidden();

  const admin = await visit(PAT);
  await open(admin, "/analytics/licenses", "licenses");
  await admin.keyboard.press("3");
  await expect(admin).toHaveURL(/from=\d{4}-\d\d&to=\d{4}-\d\d/);
  await ready(admin, "licenses");
  const threeMonths = new URL(admin.url()).search;
  await admin.keyboard.press("6");
  await expect(admin).not.toHaveURL(new RegExp(threeMonths.slice(1)));
  await admin.keyboard.press("/");
  const search = admin.getByRole("searchbox", { name: "Search customers" });
  await expect(search).toBeFocused();
  const before = admin.url();
  await admin.keyboard.type("3?/");
  await expect(search).toHaveValue("3?/");
  await expect(admin.getByRole("dialog")).toHaveCount(0);
  expect(new URL(before).searchParams.get("from")).toBe(new URL(admin.url()).searchParams.get("from"));

  await open(page, "/me", "me");
  await page.getByRole("button", { name: "Off", exact: true }).click();
  await ready(page, "me");
  await page.keyboard.press("?");
  await page.keyboard.press("Control+k");
  await expect(palette(page)).toBeVisible();
  await expect(sheet).toBeHidden();
});

test("without JavaScript a page does the same", async ({ visit }) => {
  const page = await visit(PAT, { options: { javaScriptEnabled: false } });
  await page.goto("/");
  await page.getByRole("link", { name: "Find", exact: true }).click();
  await page.getByRole("searchbox").fill(customer.name);
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("main").getByRole("link", { name: customer.name }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(customer.name);
});
