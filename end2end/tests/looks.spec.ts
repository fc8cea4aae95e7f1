import { everyPage } from "../support/pages.js";
import { BILLING, PAT } from "../support/people.js";
import { open, test } from "../support/page.js";

// Pictures for people to look at, in end2end/screenshots/; the README's comes from here:
// LOOKS=1 end2end/browser.sh tests/looks.spec.ts && cp end2end/screenshots/licenses-1280-en-light.png docs/licences.png
test.skip(!process.env.LOOKS, "only when asked for with LOOKS=1");

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 2 };
const SIZES = { 1280: { viewport: { width: 1280, height: 800 } }, 390: PHONE };

for (const [width, options] of Object.entries(SIZES)) {
  for (const language of ["en", "zh-TW"] as const) {
    for (const theme of ["light", "dark"] as const) {
      test(`pictures: ${width}, ${language}, ${theme}`, async ({ visit, complaints }) => {
        test.setTimeout(120_000);
        const page = await visit(PAT, { language, theme, options });
        const closed = await visit(BILLING, { language, theme, options });
        const outside = await visit(null, { language, theme, options });
        const take = async (of: typeof page, name: string) => {
          const height = Math.min(await of.evaluate(() => document.documentElement.scrollHeight), 2600);
          const clip = { x: 0, y: 0, width: Number(width), height };
          await of.screenshot({ path: `screenshots/${name}-${width}-${language}-${theme}.png`, fullPage: true, clip });
        };
        for (const { name, address, mark } of await everyPage(page)) {
          await open(page, address, mark);
          if (name === "person") await page.locator('input[value="partner_admin"]').check();
          await take(page, name);
        }
        await open(closed, "/analytics/licenses", "licenses");
        await take(closed, "not-allowed");
        await open(outside, "/sign-in", "sign-in");
        await take(outside, "sign-in");
        complaints.length = 0;
      });
    }
  }
}
