import { AxeBuilder } from "@axe-core/playwright";
import { everyPage, type Place } from "../support/pages.js";
import { expect, open, ready, test } from "../support/page.js";
import { BILLING, PAT } from "../support/people.js";
import type { Page } from "@playwright/test";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
/** Few rows stand for many, and are looked at in a fraction of the time. */
const FEW = "/analytics/licenses?usage=0-20&market=Taiwan";
const WIDTHS = { desktop: [768, 1280], phone: [320, 390] };

async function findings(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ["violations"] }).withTags(RULES).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.failureSummary}`));
}

for (const look of [{ language: "en", theme: "light" }, { language: "zh-TW", theme: "dark" }] as const) {
  test(`axe finds nothing: ${look.language}, ${look.theme}`, async ({ visit, complaints }) => {
    test.setTimeout(120_000);
    const page = await visit(PAT, look);
    const outside = await visit(null, look);
    const closed = await visit(BILLING, look);
    const closedPlace: Place = { name: "not-allowed", address: "/analytics/licenses", mark: "licenses" };
    const visits: [Page, Place][] = (await everyPage(page)).map((place) => [page, place]);
    for (const [, place] of visits) if (place.name === "licenses") place.address = FEW;
    visits.push([outside, { name: "sign-in", address: "/sign-in", mark: "sign-in" }], [closed, closedPlace]);
    for (const [who, { name, address, mark }] of visits) {
      await open(who, address, mark);
      expect.soft(await findings(who), name).toEqual([]);
    }
    complaints.length = 0; // those of the not-found page, which hydration.spec.ts looks at
  });
}

test("open menus, tables and changed roles are as good", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, FEW, "licenses");
  for (const button of ["Filter", "Period", "Download"]) {
    const drop = page.getByRole("main").locator("details").filter({ has: page.locator("summary", { hasText: button }).or(page.locator(`summary[aria-label="${button}"]`)) });
    await drop.locator("summary").click();
    await expect(drop).toHaveAttribute("open");
    expect.soft(await findings(page), button).toEqual([]);
    await page.keyboard.press("Escape");
    await expect(drop).not.toHaveAttribute("open");
  }
  for (const figure of await page.getByRole("figure").all()) await figure.locator("summary", { hasText: "Table" }).click();
  expect.soft(await findings(page), "tables of charts").toEqual([]);
  const person = (await everyPage(page)).find(({ name }) => name === "person")!;
  await open(page, person.address, person.mark);
  await page.getByRole("checkbox", { name: "MPN partner admin" }).check();
  expect.soft(await findings(page), "a changed role").toEqual([]);
});

test("a menu closes by a click elsewhere", async ({ visit, isMobile }) => {
  test.skip(!!isMobile, "on a phone a sheet covers all else");
  const page = await visit(PAT);
  await open(page, "/analytics/licenses", "licenses");
  for (const name of ["Language", "Appearance", "Period"]) {
    const drop = page.locator("details").filter({ has: page.locator(`summary[aria-label="${name}"]`) });
    await drop.locator("summary").click();
    await expect(drop).toHaveAttribute("open");
    await page.getByRole("heading", { level: 1 }).click();
    await expect(drop).not.toHaveAttribute("open");
  }
});

test("nothing is wider than the window", async ({ visit, complaints }, { project }) => {
  for (const language of ["en", "zh-TW"] as const) {
    const page = await visit(PAT, { language });
    for (const { name, address, mark } of await everyPage(page)) {
      await open(page, address, mark);
      for (const width of WIDTHS[project.name as keyof typeof WIDTHS]) {
        await page.setViewportSize({ width, height: 800 });
        const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
        expect.soft(over, `${name} at ${width}, ${language}`).toBeLessThanOrEqual(0);
      }
    }
  }
  complaints.length = 0;
});

test("the keyboard reaches everything", async ({ visit, isMobile }) => {
  test.skip(!!isMobile, "phones have no tab key");
  const page = await visit(PAT);
  await open(page, "/analytics/licenses", "licenses");
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to content" });
  await expect(skip).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();

  // From there on every stop is in the content, visible, until the band chart comes.
  const band = page.getByRole("link", { name: /^60–80 %, Deployment/ });
  const stops: string[] = [];
  for (let n = 0; n < 60 && !(await band.evaluate((it) => it === document.activeElement)); n++) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate(() => {
      const at = document.activeElement!;
      const box = at.getBoundingClientRect();
      const inside = !!at.closest("main");
      return { inside, shown: box.width > 0 && box.height > 0, what: at.outerHTML.slice(0, 80) };
    });
    expect(stop, stop.what).toMatchObject({ inside: true, shown: true });
    stops.push(stop.what);
  }
  await expect(band).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/deployment=60-80/);
  await ready(page, "licenses");

  await page.getByRole("slider").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(page.getByRole("slider")).toHaveAttribute("aria-valuetext", /Sold: [\d,]+/);
});
