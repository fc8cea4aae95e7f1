import { AxeBuilder } from "@axe-core/playwright";
import { createHash } from "node:crypto";
import { call, expect, idOf, open, provoked, ready, test } from "../support/page.js";
import { GRETA, KENJI, NEWCOMER, PAT, type Person } from "../support/people.js";
import { ORIGIN } from "../support/program.js";
import type { Page } from "@playwright/test";

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };
const CLOSED = "/analytics/licenses";

const en = {
  ask: "Request access",
  note: "Why you need it (optional)",
  waiting: /The request is waiting for a decision/,
  approve: (name: string) => `Approve the request of ${name}`,
  deny: (name: string) => `Decline the request of ${name}`,
  approved: "Approved. The role is given and works at the next page.",
  open: "Product analytics",
};
const WORDS = {
  en,
  "zh-TW": {
    ask: "要求存取權",
    note: "為什麼需要（選填）",
    waiting: /正在等待決定/,
    approve: (name: string) => `核准 ${name} 的要求`,
    deny: (name: string) => `拒絕 ${name} 的要求`,
    approved: "已核准。角色已指派，開啟下一個頁面時即生效。",
    open: "產品分析",
  } satisfies typeof en,
};

/** Takes the role back, so that each test begins without it. */
async function takeBack(admin: Page, person: Person) {
  const id = await idOf(admin, person);
  const detail = await (await call(admin, "people/detail", { person: id })).json();
  const roles = detail.person.roles.filter((role: string) => role !== "partner_admin");
  const form = Object.fromEntries(roles.map((role: string, i: number) => [`roles[${i}]`, role]));
  const answer = await admin.request.post("/api/people/update-roles", {
    form: { person: id, version: String(detail.version), ...form },
    headers: { origin: ORIGIN },
  });
  expect(answer.ok()).toBe(true);
}

async function clean(page: Page) {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0].target}`)).toEqual([]);
}

for (const language of ["en", "zh-TW"] as const) {
  test(`asked on a phone, approved on a phone: ${language}`, async ({ visit, complaints }) => {
    const w = WORDS[language];
    const theirs = await visit(NEWCOMER, { language, options: PHONE });
    const admins = await visit(PAT, { language, options: PHONE });
    await open(theirs, CLOSED, "licenses");
    await theirs.getByLabel(w.note).fill("quarter review");
    await theirs.getByRole("button", { name: w.ask }).tap();
    await expect(theirs.getByText(w.waiting)).toBeVisible();
    await clean(theirs);

    await open(admins, "/", "landing");
    await expect(admins.getByRole("navigation").locator("visible=true").locator(".badge:visible")).toContainText("1");
    await open(admins, "/access/requests", "requests");
    await expect(admins.getByText("quarter review")).toBeVisible();
    await clean(admins);
    const [body, inner] = await admins.evaluate(() => [document.documentElement.scrollWidth, window.innerWidth]);
    expect(body).toBeLessThanOrEqual(inner);
    await admins.getByRole("button", { name: w.approve(NEWCOMER.name) }).tap();
    await expect(admins.getByRole("status").filter({ hasText: w.approved })).toBeVisible();
    await expect(admins.locator(".bottom > ul > li > a .badge")).toBeHidden();

    await open(theirs, CLOSED, "licenses");
    await expect(theirs.getByRole("heading", { level: 1, name: w.open })).toBeVisible();
    await open(theirs, "/notices", "notices");
    await expect(theirs.getByRole("listitem").filter({ hasText: PAT.name }).first()).toBeVisible();
    await takeBack(admins, NEWCOMER);
    provoked(complaints, /403/);
  });
}

test("without JavaScript: asking, withdrawing, asking again, declining with a reason", async ({ visit, complaints }) => {
  const options = { javaScriptEnabled: false };
  const theirs = await visit(KENJI, { options });
  const admins = await visit(PAT, { options });
  await theirs.goto(CLOSED);
  await theirs.getByRole("button", { name: en.ask }).click();
  await expect(theirs.getByText(en.waiting)).toBeVisible();
  await theirs.getByRole("button", { name: "Withdraw the request" }).click();
  await theirs.getByRole("button", { name: en.ask }).click();
  await admins.goto("/access/requests");
  await admins.getByLabel("Reason (optional)").fill("ask Greta first");
  await admins.getByRole("button", { name: en.deny(KENJI.name) }).click();
  await expect(admins.getByText("Declined. Nothing was given.")).toBeVisible();
  await theirs.goto(CLOSED);
  await expect(theirs.getByText(`${PAT.name} declined your request: ask Greta first`)).toBeVisible();
  await expect(theirs.getByRole("button", { name: en.ask })).toBeVisible();
  provoked(complaints, /403/);
});

test("a review with the keyboard only; its record has the digest shown", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/access/review", "review");
  const press = async (name: string) => {
    const button = page.getByRole("button", { name, exact: true });
    for (let tabs = 0; tabs < 120 && !(await button.evaluate((it) => it === document.activeElement)); tabs++) {
      await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
  };
  await press("Start a review");
  const rows = page.locator(".review-item");
  await expect(rows.first()).toBeVisible();
  await clean(page);
  const all = await rows.count();
  for (let tabs = 0; tabs < 120 && !(await rows.first().evaluate((it) => it === document.activeElement)); tabs++) {
    await page.keyboard.press("Tab");
  }
  // Writing a note: letters are letters there.
  await page.keyboard.press("n");
  await page.keyboard.type("kr");
  await page.keyboard.press("Escape");
  await expect(rows.first()).toHaveAttribute("data-said", "undecided");
  await page.keyboard.press("r");
  await expect(rows.first()).toHaveAttribute("data-said", "revoke");
  await page.keyboard.press("ArrowUp");
  for (let row = 0; row < all; row++) await page.keyboard.press("k");
  await expect(page.getByText(`${all} of ${all} decided`)).toBeVisible();
  await expect(page.getByText("Nothing is taken from anybody.")).toBeVisible();
  await press("Finish the review");
  await expect(page.getByRole("status").filter({ hasText: "The review is finished." })).toBeVisible();

  const href = await page.getByRole("link", { name: "JSON" }).first().getAttribute("href");
  const record = await page.request.get(href!);
  const digest = createHash("sha256").update(await record.body()).digest("hex");
  await expect(page.getByText(digest)).toBeVisible();
  expect(JSON.parse(await record.text()).items[0].note).toBe("kr");
});

test("without JavaScript: a review that revokes", async ({ visit }) => {
  const page = await visit(PAT, { options: { javaScriptEnabled: false } });
  await page.goto("/access/review");
  await page.getByRole("button", { name: "Start a review" }).click();
  const rows = await page.locator(".review-item").count();
  for (let row = 0; row < rows; row++) {
    const item = page.locator(".review-item").nth(row);
    const taken = (await item.textContent())!.includes("Global admin") && (await item.textContent())!.includes(GRETA.name);
    await item.getByRole("button", { name: taken ? /^Revoke/ : /^Keep/ }).click();
  }
  await expect(page.getByText(`${GRETA.name}: Global admin`)).toBeVisible();
  await page.getByRole("button", { name: "Finish the review" }).click();
  await expect(page.getByText("The review is finished.")).toBeVisible();
  const detail = await (await call(page, "people/detail", { person: await idOf(page, GRETA) })).json();
  expect(detail.person.roles).not.toContain("global_admin");
});
