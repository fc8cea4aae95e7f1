import { PAT } from "../support/people.js";
import { expect, ready, test } from "../support/page.js";
import type { Page } from "@playwright/test";

const alive = (page: Page) => page.locator("body[data-ready]");

test("a page is shown without the application, which comes by itself", async ({ visit }) => {
  const page = await visit(PAT, { acts: false });
  await page.goto("/analytics/licenses");
  await ready(page, "licenses");
  const [painted, ...fetched] = await page.evaluate(() => [
    performance.getEntriesByName("first-contentful-paint")[0]!.startTime,
    ...performance.getEntriesByType("resource").filter((it) => it.name.endsWith(".wasm")).map((it) => it.startTime),
  ]);
  expect(fetched.length).toBeGreaterThan(1);
  expect(Math.min(...fetched), "a module was fetched before the page was painted").toBeGreaterThan(painted!);
});

test("what was done before the application started happens when it has", async ({ visit }) => {
  const page = await visit(PAT, { acts: false });
  await page.goto("/analytics/licenses");
  await expect(alive(page)).toHaveCount(0);
  const saved = page.waitForEvent("download");
  await page.locator("summary[aria-label^='Save the chart']").first().click();
  await page.getByRole("button", { name: "As a drawing (SVG)" }).first().click();
  expect((await saved).suggestedFilename()).toMatch(/\.svg$/);

  await page.goto("/users");
  await expect(alive(page)).toHaveCount(0);
  await page.getByRole("searchbox", { name: "Search" }).fill("omar");
  await expect(page).toHaveURL(/q=omar/);

  await page.goto("/users");
  await expect(alive(page)).toHaveCount(0);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog")).toBeVisible();
});
