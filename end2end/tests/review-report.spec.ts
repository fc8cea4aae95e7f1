import { call, expect, open, test } from "../support/page.js";
import { PAT } from "../support/people.js";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

/** The address of the report of the largest customer, and its name. */
async function report(page: Page): Promise<[string, string]> {
  const customers = await (await call(page, "licenses/customers", { query: {} })).json();
  return [`/customers/${customers.rows[0].id}/review`, customers.rows[0].name];
}

test("a report is reached from the customer, chosen, commented and taken as a PDF", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/");
  const [address, name] = await report(page);
  await open(page, address.replace(/\/review$/, ""), "customer");
  await page.getByRole("link", { name: "Review report" }).click();
  await expect(page).toHaveURL(address);
  const paper = page.getByRole("article");
  await expect(paper.getByRole("heading", { name })).toBeVisible();
  await expect(paper.getByRole("heading", { name: "Licences and adoption" })).toBeVisible();

  await page.getByLabel("Azure consumption").uncheck();
  await page.getByLabel("Language of the report").selectOption("zh-TW");
  await page.getByRole("button", { name: "Show" }).click();
  await expect(paper).toHaveAttribute("lang", "zh-TW");
  await expect(paper.getByRole("heading", { name: "授權與採用狀況" })).toBeVisible();
  await expect(paper.getByRole("heading", { name: "Azure 使用量" })).toHaveCount(0);

  await page.getByLabel("Comment for the customer").fill("請於下週會議討論。<b>");
  await page.getByRole("button", { name: "Keep comment and language" }).click();
  await expect(page.getByText("Kept for this customer’s next report.")).toBeVisible();
  await open(page, address, "review-report");
  await expect(paper.getByText("請於下週會議討論。<b>")).toBeVisible();

  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "Download as PDF" }).click()]);
  const bytes = await readFile((await file.path())!);
  expect(bytes.subarray(0, 5).toString()).toBe("%PDF-");
});

test("printed, only the report is left", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/");
  const [address] = await report(page);
  await open(page, address, "review-report");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("article")).toBeVisible();
  await expect(page.getByRole("button", { name: "Show" })).toBeHidden();
});
