import { everyPage } from "../support/pages.js";
import { call, expect, idOf, open, provoked, ready, test } from "../support/page.js";
import { ANA, BILLING, MEI, OMAR, PAT } from "../support/people.js";
import { newestMonth, ORIGIN, report } from "../support/program.js";
import { LANGUAGES, WORDS } from "../support/words.js";
import type { Page } from "@playwright/test";

/** A colleague for each size and language, so that no run sees what another has granted. */
const COLLEAGUES = { desktop: { en: BILLING, "zh-TW": MEI }, phone: { en: OMAR, "zh-TW": ANA } };

const month = newestMonth();
const figures = report(month);
const grouped = (n: number) => n.toLocaleString("en");

/** What nobody without the role may find in any answer: names of customers, and figures however written. */
function secretsIn(text: string): string[] {
  const names = figures.customers.flatMap(({ id, name }) => [id, name]);
  const numbers = [figures.sold!, figures.assigned!, figures.active!, figures.qualified!];
  const written = numbers.flatMap((n) => [`\\b${n}\\b`, grouped(n)]);
  const found = names.filter((it) => text.toLowerCase().includes(it.toLowerCase()));
  return [...found, ...written.filter((it) => new RegExp(it).test(text))];
}

/** Everything that serves figures, asked with the page's session. */
async function everyDoor(page: Page, person: string, customer: string) {
  const months = { from: month, to: month };
  const calls: [string, object][] = [
    ["licenses/report", { filter: { months } }],
    ["licenses/customers", { query: {} }],
    ["licenses/choices", {}],
    ["customers/detail", { tenant: customer }],
    ["imports/history", {}],
    ["imports/freshness", {}],
    ["people/list", { filter: {} }],
    ["people/detail", { person }],
  ];
  const answers = [];
  for (const [name, data] of calls) answers.push({ name, answer: await call(page, name, data) });
  for (const name of ["/export/licenses.csv", "/export/licenses.tsv"]) {
    answers.push({ name, answer: await page.request.get(name) });
  }
  const form = { person, version: "0", "roles[0]": "partner_admin" };
  const update = await page.request.post("/api/people/update-roles", { form, headers: { origin: ORIGIN } });
  return [...answers, { name: "people/update-roles", answer: update }];
}

for (const language of LANGUAGES) {
  test(`seeing, granting and taking: ${language}`, async ({ visit, complaints }, { project }) => {
    const colleague = COLLEAGUES[project.name as keyof typeof COLLEAGUES][language];
    const w = WORDS[language];
    const theirs = await visit(colleague, { language });
    const admins = await visit(PAT, { language });
    const places = await everyPage(admins);
    const customer = figures.customers[0].id;
    const person = await idOf(admins, colleague);
    const soldCard = theirs.getByRole("article").filter({ has: theirs.getByRole("heading", { name: w.sold }) });

    await test.step("the landing page shows the three rows", async () => {
      await open(theirs, "/", "landing");
      await expect(theirs.getByRole("heading", { level: 1, name: w.landing })).toBeVisible();
      for (const row of w.rows) await expect(theirs.getByRole("rowheader", { name: row })).toBeVisible();
    });

    await test.step("Product analytics is closed, and says who can open it", async () => {
      await theirs.getByRole("link", { name: w.openLicenses }).click();
      await ready(theirs, "licenses");
      await expect(theirs.getByRole("heading", { name: w.notAllowed })).toBeVisible();
      await open(theirs, "/analytics/licenses", "licenses");
      const main = theirs.getByRole("main");
      await expect(main.getByRole("heading", { name: w.notAllowed })).toBeVisible();
      await expect(main).toContainText(w.partnerAdmin);
      await expect(main.getByRole("listitem").filter({ hasText: PAT.name })).toBeVisible();
    });

    await test.step("nothing leaks, by page or by any other door", async () => {
      for (const { name, address } of places) {
        // What was asked for stands in the page's own links; the asker knows it already.
        const html = (await (await theirs.request.get(address)).text()).replaceAll(address, "");
        expect.soft(secretsIn(html), `in the HTML of ${name}`).toEqual([]);
      }
      for (const { name, answer } of await everyDoor(theirs, person, customer)) {
        expect.soft(answer.status(), name).toBe(403);
        expect.soft(secretsIn(await answer.text()), `in the answer of ${name}`).toEqual([]);
      }
    });

    await test.step("the partner admin grants the role", async () => {
      await open(admins, "/", "landing");
      const bar = admins.getByRole("navigation", { name: project.name === "phone" ? w.quick : w.main });
      await bar.locator('a[href="/users"]').first().click();
      await ready(admins, "users");
      await admins.getByRole("searchbox", { name: w.searchPeople }).pressSequentially(colleague.name.slice(0, 4), { delay: 40 });
      await expect(admins.getByRole("region", { name: w.users }).getByRole("row")).toHaveCount(2);
      await admins.getByRole("link", { name: colleague.name }).click();
      await ready(admins, "person");
      await expect(admins.getByRole("heading", { level: 1, name: colleague.name })).toBeVisible();
      await expect(admins.getByRole("heading", { level: 2, name: w.roles })).toBeVisible();
      await admins.getByRole("checkbox", { name: w.partnerAdmin }).check();
      await expect(admins.getByText(w.willBeAdded)).toBeVisible();
      const after = admins.getByRole("complementary").filter({ hasText: w.after });
      await expect(after).toContainText(w.gains);
      await expect(after.getByRole("listitem").filter({ hasText: w.gain })).toBeVisible();
      await admins.getByRole("button", { name: w.update, exact: true }).click();
      await expect(admins.getByRole("status").filter({ hasText: w.given(colleague.name) })).toBeVisible();
      await expect(admins.getByRole("checkbox", { name: w.partnerAdmin })).toBeChecked();
    });

    await test.step("the colleague's open page shows figures after a reload", async () => {
      await theirs.reload();
      await ready(theirs, "licenses");
      await expect(theirs.getByRole("heading", { level: 1, name: w.licenses })).toBeVisible();
      await expect(soldCard).toContainText(grouped(figures.sold!));
      await expect(theirs.getByRole("region", { name: w.customers, exact: true })).toBeVisible();
    });

    await test.step("taking it closes everything at the next request", async () => {
      await admins.getByRole("checkbox", { name: w.partnerAdmin }).uncheck();
      await expect(admins.getByText(w.willBeRemoved)).toBeVisible();
      await admins.getByRole("button", { name: w.update, exact: true }).click();
      await expect(admins.getByRole("status").filter({ hasText: w.taken(colleague.name) })).toBeVisible();
      for (const { name, answer } of await everyDoor(theirs, person, customer)) {
        expect.soft(answer.status(), `${name} with the old session`).toBe(403);
        expect.soft(secretsIn(await answer.text()), `in the answer of ${name}`).toEqual([]);
      }
      await theirs.reload();
      await expect(theirs.getByRole("heading", { name: w.notAllowed })).toBeVisible();
      await expect(soldCard).toHaveCount(0);
      // Chromium itself reports refused requests.
      provoked(complaints, /status of 403/);
    });
  });
}
