import { expect, open, ready, test } from "../support/page.js";
import { ANA, PAT } from "../support/people.js";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";

const button = (page: Page) => page.getByRole("main").locator("summary", { hasText: "Saved views of this page" });
const menu = (page: Page) => page.getByRole("main").locator("details").filter({ hasText: "Save this view as" });

async function save(page: Page, name: string, standard = false) {
  await button(page).click();
  await menu(page).getByLabel("Save this view as").fill(name);
  if (standard) await menu(page).getByLabel("Open this page with it").check();
  await menu(page).getByRole("button", { name: "Save" }).click();
}

test("a view is saved, opened, made the default, renamed and deleted", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/analytics/licenses?market=Taiwan&page=2", "licenses");
  await save(page, "Taiwan only");
  await expect(page).toHaveURL(/\/analytics\/licenses\?market=Taiwan$/);
  await ready(page, "licenses");
  await expect(button(page)).toContainText("Taiwan only");
  await open(page, "/analytics/licenses?usage=0-20", "licenses");
  await save(page, "Little used", true);
  await expect(button(page)).toContainText("Little used");

  // Bare, the page opens with the default: from its address, and from the navigation.
  await open(page, "/analytics/licenses", "licenses");
  await expect(page).toHaveURL(/\?usage=0-20$/);
  await open(page, "/settings/data", "data");
  await page.getByRole("link", { name: /^(Product analytics|Licences)$/ }).locator("visible=true").first().click();
  await expect(page).toHaveURL(/\?usage=0-20$/);
  await ready(page, "licenses");
  await button(page).click();
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().include("main details[open]").analyze();
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0].target}`)).toEqual([]);
  await menu(page).getByRole("link", { name: "Everything, unfiltered" }).click();
  await expect(page).toHaveURL(/\?all$/);
  await ready(page, "licenses");
  await expect(page.getByRole("link", { name: /^Remove the filter/ })).toHaveCount(0);

  // Another page is not concerned; another person neither.
  await open(page, "/activity", "activity");
  await expect(page).toHaveURL(/\/activity$/);
  const other = await visit(ANA);
  await open(other, "/me/views", "views");
  await expect(other.getByText("Taiwan only")).toHaveCount(0);

  await open(page, "/me/views", "views");
  await page.getByRole("textbox", { name: "New name of Taiwan only" }).fill("臺灣");
  await page.getByRole("button", { name: "Rename Taiwan only" }).click();
  await expect(page.getByRole("link", { name: "臺灣" })).toBeVisible();
  await page.getByRole("button", { name: "Default no more: Little used" }).click();
  await page.getByRole("button", { name: "Delete 臺灣" }).click();
  await expect(page.getByRole("link", { name: "臺灣" })).toHaveCount(0);
  await open(page, "/analytics/licenses", "licenses");
  await expect(page).toHaveURL(/\/analytics\/licenses$/);
  await open(page, "/me/views", "views");
  await page.getByRole("button", { name: "Delete Little used" }).click();
  await expect(page.getByText("You have saved no view yet.")).toBeVisible();
});

test("clearing the filters of the default leaves the page without them", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/activity?status=failed", "activity");
  await save(page, "Failed", true);
  await open(page, "/activity", "activity");
  await expect(page).toHaveURL(/\?status=failed$/);
  await page.getByRole("main").getByRole("link", { name: "Clear" }).click();
  await expect(page).toHaveURL(/\/activity$/);
  await open(page, "/me/views", "views");
  await page.getByRole("button", { name: "Delete Failed" }).click();
});

test("a saved view is found by its name", async ({ visit, isMobile }) => {
  test.skip(!!isMobile, "phones have no such keys");
  const page = await visit(PAT);
  await open(page, "/analytics/licenses?usage=20-40", "licenses");
  await save(page, "Next to call");
  await open(page, "/", "landing");
  await page.keyboard.press("Control+k");
  const palette = page.getByRole("dialog", { name: "Find" });
  await palette.getByRole("combobox").fill("next to");
  await palette.getByRole("option", { name: "Next to call" }).click();
  await expect(page).toHaveURL(/usage=20-40/);
  await open(page, "/me/views", "views");
  await page.getByRole("button", { name: "Delete Next to call" }).click();
});

test("without JavaScript views are kept by plain forms", async ({ visit }) => {
  const page = await visit(PAT, { options: { javaScriptEnabled: false } });
  await page.goto("/analytics/licenses?usage=40-60");
  await save(page, "Half", true);
  await expect(page).toHaveURL(/\?usage=40-60$/);
  await page.goto("/analytics/licenses");
  await expect(page).toHaveURL(/\?usage=40-60$/);
  await page.goto("/analytics/licenses?all");
  await expect(page).toHaveURL(/\?all$/);
  await page.goto("/me/views");
  await page.getByRole("button", { name: "Delete Half" }).click();
  await expect(page.getByText("Half", { exact: true })).toHaveCount(0);
});
