import { anyCase, expect, open, ready, test } from "../support/page.js";
import { PAT } from "../support/people.js";
import { newestMonth, report } from "../support/program.js";

const figures = report(newestMonth());

test("filters open from below, and customers stand as cards", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/analytics/licenses", "licenses");
  await page.getByText("Filter", { exact: true }).tap();
  const apply = page.getByRole("button", { name: /Apply|Show/ }).locator("visible=true");
  await expect(apply).toBeInViewport();
  const { product, sold } = figures.by_product[0];
  await page.getByRole("checkbox", { name: anyCase(product) }).check();
  await apply.tap();
  await expect(page.getByRole("article").filter({ has: page.getByRole("heading", { name: "Licences sold" }) })).toContainText(sold.toLocaleString("en"));
  await expect(page.getByRole("link", { name: anyCase(`Remove the filter Product: ${product}`) })).toBeVisible();

  const table = page.getByRole("region", { name: "Customers", exact: true });
  const box = await table.getByRole("row").nth(1).boundingBox();
  expect(box!.x).toBeGreaterThanOrEqual(0);
  expect(box!.x + box!.width).toBeLessThanOrEqual(390);
});

test("Update is under the thumb", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/users", "users");
  await page.getByRole("link", { name: "Billing desk" }).tap();
  const update = page.getByRole("button", { name: "Update", exact: true });
  await expect(update).toBeInViewport();
  const bar = page.getByRole("navigation", { name: "Quick" });
  const [above, below] = [await update.boundingBox(), await bar.boundingBox()];
  expect(above!.y + above!.height).toBeLessThanOrEqual(below!.y);
});

test("what has no place in the bottom bar is behind More", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/", "landing");
  const bar = page.getByRole("navigation", { name: "Quick" });
  await bar.getByText("More").tap();
  const way = bar.getByRole("link", { name: "Access review" });
  await expect(way).toBeInViewport();
  await way.tap();
  await ready(page, "review");
  await expect(way).toBeHidden();
});
