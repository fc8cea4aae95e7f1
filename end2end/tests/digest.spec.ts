import { expect, open, ready, test } from "../support/page.js";
import { BILLING, PAT } from "../support/people.js";

test("what changed is ranked, and each change leads to what it is about", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/analytics", "overview");
  const main = page.getByRole("main");
  await main.getByRole("link", { name: "What changed", exact: true }).click();
  await ready(page, "digest");
  await expect(main.getByText(/^Last import /)).toBeVisible();
  const changes = main.getByRole("list").filter({ hasText: "the month before" }).getByRole("listitem");
  const count = await changes.count();
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThanOrEqual(10);
  const links = await changes.getByRole("link").evaluateAll((all) => all.map((it) => it.getAttribute("href") ?? ""));
  expect(links).toHaveLength(count);
  for (const link of new Set(links)) expect((await page.request.get(link)).status(), link).toBe(200);
});

test("My account leads to the weekly letter", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/me", "me");
  await page.getByRole("main").getByRole("link", { name: "Weekly letter" }).click();
  await ready(page, "digest");
  await expect(page).toHaveURL(/\/digest#letter$/);
  await expect(page.getByRole("heading", { name: "Weekly letter" })).toBeInViewport();
  await expect(page.getByText("This server sends no mail.")).toBeVisible();
});

test("in Chinese the same is said in Chinese", async ({ visit }) => {
  const page = await visit(PAT, { language: "zh-TW" });
  await open(page, "/digest", "digest");
  await expect(page.getByRole("heading", { level: 1, name: "本週變化" })).toBeVisible();
  await expect(page.getByText(/上個月為/).first()).toBeVisible();
});

test("a colleague without the role is neither shown nor offered it", async ({ visit, complaints }) => {
  const page = await visit(BILLING);
  await open(page, "/me", "me");
  await expect(page.getByRole("link", { name: "Weekly letter" })).toHaveCount(0);
  const answer = await page.goto("/digest");
  expect(answer?.status()).toBe(403);
  complaints.length = 0; // that of the refusal
  await expect(page.getByText("the month before")).toHaveCount(0);
});
