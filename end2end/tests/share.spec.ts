import { expect, open, test } from "../support/page.js";
import { PAT } from "../support/people.js";

test("a link and a table are handed on, before the application starts too", async ({ visit }) => {
  const page = await visit(PAT);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await open(page, "/customers", "customers");
  await page.locator("summary").filter({ hasText: "Share" }).click();
  const copy = page.getByRole("button", { name: "Copy link" });
  await copy.click();
  await expect(page.getByText("Copied")).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url());
  await page.keyboard.press("Escape");
  const card = page.locator(".card").filter({ has: page.locator('[data-share="table"]') }).first();
  const first = (await card.locator("tbody tr th").first().innerText()).trim();
  await card.locator('[data-share="table"]').click();
  await expect(card.getByText("Copied")).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const rows = text.split("\n").map((line) => line.split("\t"));
  expect(rows.length).toBe(await card.locator("tr").count());
  expect(rows.map((row) => row[0])).toContain(first);
});
