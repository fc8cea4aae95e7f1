import type { Page } from "@playwright/test";
import { expect, open, ready, test } from "../support/page.js";
import { BILLING, PAT } from "../support/people.js";

/** The text of the file that a click brings. */
async function brought(page: Page, click: () => Promise<void>) {
  const started = page.waitForEvent("download");
  await click();
  const file = await started;
  return { name: file.suggestedFilename(), bytes: Buffer.concat(await (await file.createReadStream()).toArray()) };
}

test("a file is made of the chosen rows and columns, and taken away", async ({ visit, isMobile, complaints }) => {
  const page = await visit(PAT);
  await open(page, "/", "landing");
  const bar = page.getByRole("navigation", { name: isMobile ? "Quick" : "Main" });
  if (isMobile) await bar.getByText("More").click();
  await bar.getByRole("link", { name: "Downloads" }).click();
  await ready(page, "downloads");
  await page.getByRole("link", { name: "Choose columns, months and format of Azure usage", exact: true }).click();
  await ready(page, "new-file");
  const name = `October ${isMobile}`;
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("Format", { exact: true }).selectOption("semicolons");
  await page.getByLabel("Months", { exact: true }).selectOption("between");
  await page.getByLabel("From", { exact: true }).fill("2026-10");
  await page.getByLabel("To", { exact: true }).fill("2026-10");
  for (const column of ["Month", "CustomerName", "ACR_USD"]) await page.getByLabel(column, { exact: true }).check();
  await page.getByLabel("Condition 1: Column").selectOption("ACR_USD");
  await page.getByLabel("Condition 1: Comparison").selectOption("at_least");
  await page.getByLabel("Condition 1: Value").fill("much");
  await page.getByRole("button", { name: "Make the file" }).click();
  await expect(page.getByText("The condition on ACR_USD does not fit")).toBeVisible();
  complaints.length = 0; // that of the refusal
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue(name);
  await page.getByLabel("Condition 1: Value").fill("100");
  await page.getByRole("button", { name: "Make the file" }).click();
  await ready(page, "downloads");

  // It becomes ready without another visit.
  const row = page.getByRole("row", { name });
  await expect(row.getByText("Ready")).toBeVisible({ timeout: 15_000 });
  const { name: file, bytes } = await brought(page, () => row.getByRole("link", { name, exact: true }).click());
  expect(file).toBe(`October-${isMobile}.csv`);
  const [head, ...rows] = bytes.toString().trimEnd().split("\r\n");
  expect(head).toBe("\uFEFFMonth;CustomerName;ACR_USD");
  expect(rows.length).toBeGreaterThan(5);
  for (const line of rows) {
    const cells = line.split(";");
    expect(cells[0]).toBe("2026-10-01");
    expect(Number(cells.at(-1)!.replace(",", "."))).toBeGreaterThanOrEqual(100);
  }
  const notes = await page.request.get((await row.getByRole("link", { name: "Notes" }).getAttribute("href"))!);
  expect(await notes.text()).toContain(`Rows: ${rows.length}\n`);
  await row.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("row", { name })).toHaveCount(0);
});

test("an order is kept, made with one tap, and forgotten", async ({ visit, isMobile }) => {
  const page = await visit(PAT);
  await open(page, "/downloads/new?dataset=LicenseDeployment", "new-file");
  const name = `Weekly ${isMobile}`;
  await page.getByLabel("Name", { exact: true }).fill(name);
  await page.getByLabel("How often").selectOption("week");
  await page.getByRole("button", { name: "Keep the order" }).click();
  await ready(page, "downloads");
  const plan = page.getByRole("row", { name }).filter({ hasText: "Every Monday" });
  await expect(plan).toContainText("05:00 UTC");
  await plan.getByRole("button", { name: "Make Weekly" }).click();
  const file = page.getByRole("row", { name }).filter({ hasText: "Excel workbook" }).filter({ hasText: "Ready" });
  await expect(file).toBeVisible({ timeout: 15_000 });
  const { bytes } = await brought(page, () => file.getByRole("link", { name, exact: true }).click());
  expect(bytes.subarray(0, 2).toString()).toBe("PK");
  await file.getByRole("button", { name: "Delete" }).click();
  await plan.getByRole("button", { name: "Delete" }).click();
  await expect(page.getByRole("row", { name })).toHaveCount(0);
});

test("who lacks the role makes no file", async ({ visit, complaints }) => {
  const closed = await visit(BILLING);
  for (const address of ["/downloads", "/downloads/new?dataset=AzureUsage"]) {
    await closed.goto(address);
    await expect(closed.getByRole("main")).toContainText("MPN partner admin");
  }
  complaints.length = 0; // those of the refusals
});
