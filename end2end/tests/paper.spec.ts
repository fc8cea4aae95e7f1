import { expect, open, test } from "../support/page.js";
import { PAT } from "../support/people.js";
import { readFile } from "node:fs/promises";
import type { Locator, Page } from "@playwright/test";

/** Opens the menu of a chart and answers the file that it makes, with its name. */
async function save(page: Page, chart: Locator, kind: "SVG" | "PNG"): Promise<[string, Buffer]> {
  await chart.locator(".save summary").click();
  const [file] = await Promise.all([page.waitForEvent("download"), chart.getByRole("button", { name: kind }).click()]);
  await page.keyboard.press("Escape");
  return [file.suggestedFilename(), await readFile((await file.path())!)];
}

/** What is written on a drawing; fails when it is no XML. */
const written = (page: Page, svg: string) =>
  page.evaluate((svg) => {
    const parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
    if (parsed.querySelector("parsererror")) throw new Error("not XML");
    return { texts: [...parsed.querySelectorAll("text")].map((it) => it.textContent ?? ""), marks: parsed.querySelectorAll("rect, polyline").length };
  }, svg);

for (const theme of ["light", "dark"] as const) {
  test(`every chart is saved as a drawing and as a picture, in the ${theme} theme`, async ({ visit }) => {
    const page = await visit(PAT, { theme });
    for (const [address, mark] of [["/analytics/licenses?market=Taiwan", "licenses"], ["/analytics/growth?market=Taiwan", "growth"]]) {
      await open(page, address, mark);
      for (const chart of await page.getByRole("figure").all()) {
        const title = await chart.getByRole("heading").innerText();
        const [name, bytes] = await save(page, chart, "SVG");
        expect(name).toMatch(/^[a-z0-9-]+_\d{4}-\d{2}(_\d{4}-\d{2})?\.svg$/);
        const svg = bytes.toString("utf8");
        const { texts, marks } = await written(page, svg);
        const words = texts.join(" ");
        for (const part of [title, "Market: Taiwan", "Data to", "Source:"]) expect(words).toContain(part);
        for (const label of await chart.locator(".legend li").allInnerTexts()) expect(texts).toContain(label);
        expect(marks).toBeGreaterThan(3);
        expect(svg).toContain('fill="#fff"');
        // Marks have the colours of the light theme, whatever the page has.
        if (title === "Licences by month") expect(svg).toContain("rgb(47, 111, 183)");
        expect(svg).not.toMatch(/var\(|light-dark|class=|style=/);

        const [picture, png] = await save(page, chart, "PNG");
        expect(picture).toBe(name.replace(/svg$/, "png"));
        expect(png.subarray(1, 4).toString()).toBe("PNG");
        expect(png.readUInt32BE(16)).toBe(2 * Number(svg.match(/ width="(\d+)"/)![1]));
        expect(png.readUInt32BE(16)).toBeGreaterThan(700);
      }
    }
  });
}

test("on paper stands what figures are about, in light colours, and nothing to click", async ({ visit }) => {
  const page = await visit(PAT, { theme: "dark" });
  await open(page, "/analytics/growth?market=Taiwan", "growth");
  await expect(page.getByText("Market: Taiwan").filter({ visible: true })).toHaveCount(1);
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Filters: Market: Taiwan")).toBeVisible();
  await expect(page.getByText(/^Period: /)).toBeVisible();
  await expect(page.getByText(/^Data to .*imported/).filter({ visible: true })).not.toHaveCount(0);
  for (const part of [".top", ".side", ".filter-bar", ".save", ".button-row"]) {
    expect(await page.locator(part).filter({ visible: true }).count(), part).toBe(0);
  }
  const colour = await page.locator(".card").first().evaluate((it) => getComputedStyle(it).backgroundColor);
  expect(colour).toBe("rgb(255, 255, 255)");
});

test("Azure by day has views, and is found", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/analytics/azure/days?customer=a", "azure-days");
  const menu = page.getByRole("main").locator("details").filter({ hasText: "Save this view as" });
  await menu.locator("summary").click();
  await menu.getByLabel("Save this view as").fill("Days of a");
  await menu.getByRole("button", { name: "Save" }).click();
  await expect(page).toHaveURL(/\/analytics\/azure\/days\?customer=a$/);
  await expect(menu.locator("summary")).toContainText("Days of a");
  await open(page, "/analytics", "overview");
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill("Azure by day");
  await expect(page.getByRole("option", { name: /^Azure by day/ }).first()).toBeVisible();
  await open(page, "/me/views", "views");
  await page.getByRole("button", { name: "Delete Days of a" }).click();
});
