import { expect, open, ready, test } from "../support/page.js";
import { BILLING, PAT } from "../support/people.js";

test("rows of a dataset are taken away for some months, as asked", async ({ visit, isMobile, complaints }) => {
  const page = await visit(PAT);
  await open(page, "/", "landing");
  const bar = page.getByRole("navigation", { name: isMobile ? "Quick" : "Main" });
  if (isMobile) await bar.getByText("More").click();
  await bar.getByRole("link", { name: "Downloads" }).click();
  await ready(page, "downloads");
  await page.getByLabel("Dataset").selectOption("AzureUsage");
  await page.getByLabel("From").fill("2026-10");
  await page.getByLabel("To", { exact: true }).fill("2026-10");
  await page.getByLabel("Format").selectOption("semicolons");
  const started = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download" }).click();
  const file = await started;
  expect(file.suggestedFilename()).toBe("AzureUsage-2026-10-2026-10.csv");
  const text = (await (await file.createReadStream()).toArray()).join("");
  const [head, ...rows] = text.trimEnd().split("\r\n");
  expect(head).toMatch(/^\uFEFF?PGAMpnId;SubscriptionId;.*;ACR_USD$/);
  expect(rows.length).toBeGreaterThan(20);
  expect(rows.every((row) => row.includes(";2026-10-01;"))).toBe(true);
  await expect(page.getByRole("link", { name: "All of Azure usage as CSV" })).toBeVisible();

  const closed = await visit(BILLING);
  await closed.goto("/downloads");
  await expect(closed.getByRole("main")).toContainText("MPN partner admin");
  complaints.length = 0; // that of the refusal
});
