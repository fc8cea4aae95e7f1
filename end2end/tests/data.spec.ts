import { deployment, file, OTHER_PARTNER, PHOTO } from "../support/files.js";
import { expect, open, test } from "../support/page.js";
import { PAT } from "../support/people.js";
import { ACCOUNT } from "../support/program.js";
import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";

/** Gives a file in and answers the place where its outcome stands. */
async function give(page: Page, given: ReturnType<typeof file>) {
  await page.getByLabel("Choose files").setInputFiles(given);
  const outcome = page.getByRole("main").locator("section[aria-busy=false]").filter({ hasText: given.name }).first();
  await expect(outcome).toBeVisible();
  return outcome;
}

const history = (page: Page) => page.getByRole("region", { name: "Earlier imports" }).getByRole("row");

test("a file is recognised and imported once, however often it is given", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/settings/data", "data");
  const content = deployment(40);
  const first = await give(page, file("good.csv", content));
  await expect(first).toContainText("imported");
  await expect(first).toContainText("recognised as Licence deployment");
  await expect(first).toContainText("40 rows taken in");
  await expect(history(page).nth(1)).toContainText("good.csv");
  await expect(history(page).nth(1)).toContainText(PAT.name);

  const second = await give(page, file("again.csv", content));
  await expect(second).toContainText("already there");
  await expect(second).toContainText("The same file was imported on");
  await expect(history(page).nth(1)).toContainText("again.csv");
  await expect(history(page).nth(1)).toContainText("already there");
});

test("a month that was there is replaced, and the difference told", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/settings/data", "data");
  await expect(await give(page, file("before.csv", deployment(40)))).toContainText("40 rows taken in");
  const after = await give(page, file("after.csv", deployment(30)));
  await expect(after).toContainText("30 rows taken in");
  await expect(after).toContainText("Mar 2024: replaced, 40 rows before, 30 now");
});

test("a bad row is counted, and comes back as a file with its reason", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/settings/data", "data");
  const outcome = await give(page, file("one-bad.csv", deployment(39, { bad: 1 })));
  await expect(outcome).toContainText("39 rows taken in");
  await expect(outcome).toContainText("1 row rejected");
  const [rejected] = await Promise.all([
    page.waitForEvent("download"),
    outcome.getByRole("link", { name: "Download 1 rejected row" }).click(),
  ]);
  expect(rejected.suggestedFilename()).toBe("rejected-one-bad.csv");
  const lines = (await readFile((await rejected.path())!, "utf8")).trim().split(/\r?\n/);
  expect(lines).toHaveLength(2);
  expect(lines[0]).toContain("licensesDeployed,licensesSold,");
  expect(lines[0].toLowerCase()).toContain("reason");
  expect(lines[1]).toContain("Tailspin Trial 40");
  expect(lines[1]).toContain("not a whole number");
});

test("what cannot be taken in is refused with the reason", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/settings/data", "data");
  const cases: [string, string | Buffer, ...string[]][] = [
    ["photo.csv", PHOTO, "This is not a table of text", "JPEG"],
    ["half-bad.csv", deployment(20, { bad: 20 }), "20 of 40 rows could not be read, more than the 5 % allowed"],
    ["no-sold.csv", deployment(3, { without: "licensesSold" }), "the column licensesSold is missing", "licensesDeployed"],
    ["other.tsv", OTHER_PARTNER, "belongs to partner 9000777", `this account is ${ACCOUNT}`],
    ["notes.csv", "name,colour\nx,blue\n", "No dataset has these columns: name, colour"],
    ["empty.csv", "", "The file is empty"],
  ];
  for (const [name, content, ...reasons] of cases) {
    await test.step(name, async () => {
      const outcome = await give(page, file(name, content));
      await expect(outcome).toContainText("refused");
      for (const reason of reasons) await expect(outcome).toContainText(reason);
    });
  }
});

test("several files dropped at once are all told of", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/settings/data", "data");
  await page.getByLabel("Choose files").setInputFiles([file("one.csv", deployment(12)), file("two.csv", PHOTO)]);
  const outcomes = page.getByRole("main").locator("section[aria-busy=false]");
  await expect(outcomes.filter({ hasText: "one.csv" }).first()).toContainText("12 rows taken in");
  await expect(outcomes.filter({ hasText: "two.csv" }).first()).toContainText("refused");
});
