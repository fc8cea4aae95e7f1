import { expect, open, ready, test } from "../support/page.js";

test("the landing page comes alive", async ({ page }) => {
  await open(page, "/", "landing");
  await expect(page.getByRole("heading", { name: "Seatscope" })).toBeVisible();
});

test("a lazy page comes alive when opened directly", async ({ page }) => {
  await open(page, "/method", "method");
  await page.getByRole("button", { name: "In short" }).click();
  await expect(page.getByText("Whole months")).toBeVisible();
});

test("a lazy page is fetched when it is visited, without loading the document again", async ({ page }) => {
  await open(page, "/", "landing");
  const modules: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith(".wasm")) modules.push(request.url());
  });
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await page.getByRole("link", { name: "How the numbers are made" }).click();
  await ready(page, "method");
  await page.getByRole("button", { name: "In short" }).click();
  await expect(page.getByText("Whole months")).toBeVisible();
  expect(modules.length).toBeGreaterThan(0);
  expect(await page.evaluate(() => "sameDocument" in window)).toBe(true);
});

test("built files are kept for ever, pages never", async ({ page, request }) => {
  const answers = new Map<string, Record<string, string>>();
  page.on("response", (response) => answers.set(new URL(response.url()).pathname, response.headers()));
  await open(page, "/method", "method");
  expect(answers.get("/")).toBeUndefined();
  expect(answers.get("/method")?.["cache-control"]).toBe("private, no-store");
  const built = [...answers].filter(([path]) => path.startsWith("/pkg/"));
  expect(built.length).toBeGreaterThan(3);
  for (const [, headers] of built) expect(headers["cache-control"]).toContain("immutable");
  expect((await request.get("/nowhere")).status()).toBe(404);
});

test("the page is whole without JavaScript", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL });
  const page = await context.newPage();
  await page.goto("/");
  await page.getByRole("link", { name: "How the numbers are made" }).click();
  await expect(page.getByRole("heading", { name: "How the numbers are made" })).toBeVisible();
  await context.close();
});
