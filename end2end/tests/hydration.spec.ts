import { everyPage } from "../support/pages.js";
import { BILLING, PAT } from "../support/people.js";
import { expect, open, provoked, ready, test } from "../support/page.js";
import type { Page } from "@playwright/test";

/** The document survives as long as this mark does. */
const mark = (page: Page) => page.evaluate(() => Object.assign(window, { sameDocument: true }));
const marked = (page: Page) => page.evaluate(() => "sameDocument" in window);

test("every page comes alive when opened directly", async ({ visit, complaints }) => {
  const page = await visit(PAT);
  for (const { name, address, mark } of await everyPage(page)) {
    await test.step(name, async () => {
      const answer = await page.goto(address);
      await ready(page, mark);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      expect(answer!.status()).toBe(name === "not-found" ? 404 : 200);
      if (name === "not-found") provoked(complaints, /status of 404/);
      else expect(complaints).toEqual([]);
    });
  }
});

test("every page comes alive when walked to, in one document", async ({ visit, isMobile }) => {
  const page = await visit(PAT);
  const bar = page.getByRole("navigation", { name: isMobile ? "Quick" : "Main" });
  await open(page, "/", "landing");
  await mark(page);
  await page.getByRole("link", { name: "Product analytics (deployment and usage)" }).click();
  await ready(page, "licenses");
  await page.getByRole("region", { name: "Customers", exact: true }).getByRole("row").nth(1).getByRole("link").click();
  await ready(page, "customer");
  await bar.getByRole("link", { name: isMobile ? "Users" : "User management" }).click();
  await ready(page, "users");
  await page.getByRole("link", { name: BILLING.name }).click();
  await ready(page, "person");
  await bar.getByRole("link", { name: "Data" }).click();
  await ready(page, "data");
  if (isMobile) await bar.getByText("More").click();
  await bar.getByRole("link", { name: "My account" }).click();
  await ready(page, "me");
  await page.goBack();
  await ready(page, "data");
  await expect(page.getByRole("heading", { level: 1, name: "Data" })).toBeVisible();
  expect(await marked(page)).toBe(true);
});

test("the pages outside come alive", async ({ visit }) => {
  const page = await visit(null);
  await open(page, "/sign-in", "sign-in");
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
  await open(page, "/sign-in?link=00", "sign-in");
  await expect(page.getByRole("heading", { level: 1, name: "This link no longer works" })).toBeVisible();
});

test("built files are kept for ever, pages never", async ({ visit }) => {
  const page = await visit(PAT);
  const answers = new Map<string, Record<string, string>>();
  page.on("response", (response) => answers.set(new URL(response.url()).pathname, response.headers()));
  await open(page, "/analytics/licenses", "licenses");
  expect(answers.get("/analytics/licenses")?.["cache-control"]).toBe("private, no-store");
  const built = [...answers].filter(([path]) => path.startsWith("/pkg/"));
  expect(built.length).toBeGreaterThan(3);
  for (const [, headers] of built) expect(headers["cache-control"]).toContain("immutable");
});
