import { expect, test as base, type BrowserContextOptions, type Page } from "@playwright/test";
import { link, ORIGIN } from "./program.js";
import type { Person } from "./people.js";
import type { Language } from "./words.js";

/** How somebody visits. Who does not act waits for the application to start by itself. */
export type Visit = { language?: Language; theme?: "light" | "dark"; acts?: boolean; options?: BrowserContextOptions };

type Fixtures = {
  /** What pages complained about; a test may take away what it provoked itself. */
  complaints: string[];
  /** A new browser with somebody signed in, or with nobody. */
  visit: (person: Person | null, visit?: Visit) => Promise<Page>;
};

/** A test that fails on any console error, uncaught error or breach of the content security policy. */
export const test = base.extend<Fixtures>({
  complaints: [
    async ({}, use) => {
      const complaints: string[] = [];
      await use(complaints);
      expect(complaints, "what pages complained about").toEqual([]);
    },
    { auto: true },
  ],
  visit: async ({ browser, complaints }, use) => {
    const contexts: { close(): Promise<void> }[] = [];
    await use(async (person, { language = "en", theme, acts = true, options } = {}) => {
      const context = await browser.newContext({ locale: language, ...options });
      contexts.push(context);
      const cookies = { locale: language, ...(theme && { theme }) };
      await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: ORIGIN })));
      if (person) await signIn(context.request, person);
      const page = await context.newPage();
      if (acts) await page.addInitScript(() => addEventListener("load", () => dispatchEvent(new Event("pointermove"))));
      await watch(page, complaints);
      return page;
    });
    for (const context of contexts) await context.close();
  },
});

export { expect };

async function watch(page: Page, complaints: string[]) {
  page.on("console", (message) => {
    const bad = message.type() === "error" || message.type() === "warning";
    if (bad) complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) =>
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
    );
  });
}

/** Takes away complaints that the test provoked itself, and insists that there were some. */
export function provoked(complaints: string[], what: RegExp) {
  const others = complaints.filter((it) => !what.test(it));
  expect(others.length, `complaints like ${what}`).toBeLessThan(complaints.length);
  complaints.splice(0, complaints.length, ...others);
}

/** Signs in as the page behind a link does. */
async function signIn(request: Page["request"], person: Person) {
  const form = { link: new URL(link(person.email)).searchParams.get("link")! };
  const answer = await request.post("/sign-in", { form, headers: { origin: ORIGIN } });
  expect(new URL(answer.url()).pathname, `${person.name} is signed in`).toBe("/");
}

/** Waits until the named page is hydrated and can be used. */
export async function ready(page: Page, name: string) {
  await expect(page.locator("body")).toHaveAttribute("data-ready", name);
}

/** Opens an address and waits for its page. */
export async function open(page: Page, address: string, name: string) {
  await page.goto(address);
  await ready(page, name);
}

/** Calls a server function with the page's session, as a page of this site would. */
export function call(page: Page, name: string, data: object) {
  return page.request.post(`/api/${name}`, { data, headers: { origin: ORIGIN }, maxRedirects: 0 });
}

/** The id of a person, asked for by somebody who may know it. */
export async function idOf(page: Page, person: Person): Promise<string> {
  const people = await (await call(page, "people/list", { filter: { search: person.email } })).json();
  return people[0].id;
}

/** The whole of a text in any case: products are shown as people write them, not in the vendor's capitals. */
export function anyCase(text: string) {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`, "i");
}

/** The card with a heading. */
export function card(page: Page, name: string) {
  return page.locator("section.card").filter({ has: page.getByRole("heading", { name, exact: true }) });
}
