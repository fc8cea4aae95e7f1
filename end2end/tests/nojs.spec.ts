import { deployment, file } from "../support/files.js";
import { anyCase, call, card, expect, idOf, test } from "../support/page.js";
import { KENJI, PAT } from "../support/people.js";
import { link, newestMonth, report } from "../support/program.js";

const WITHOUT = { options: { javaScriptEnabled: false } };
const figures = report(newestMonth());

test("without JavaScript: signing in, reading, filtering, signing out", async ({ visit }) => {
  const page = await visit(null, WITHOUT);
  await page.goto(link(PAT.email));
  await page.getByRole("button", { name: `Sign in as ${PAT.name}` }).click();
  await page.getByRole("link", { name: "Product analytics (deployment and usage)" }).click();
  const sold = page.getByRole("article").filter({ has: page.getByRole("heading", { name: "Licences sold" }) });
  await expect(sold).toContainText(figures.sold!.toLocaleString("en"));
  await expect(page.getByRole("region", { name: "Customers", exact: true }).getByRole("row")).toHaveCount(51);

  const { product, sold: itsSold } = figures.by_product[1];
  await page.getByText("Filter", { exact: true }).click();
  await page.getByRole("checkbox", { name: anyCase(product) }).check();
  await page.getByRole("button", { name: "Apply" }).locator("visible=true").click();
  await expect(sold).toContainText(itsSold.toLocaleString("en"));
  await expect(page.getByRole("link", { name: anyCase(`Remove the filter Product: ${product}`) })).toBeVisible();

  const wanted = figures.customers[3].name;
  await page.getByRole("link", { name: "Clear" }).click();
  await page.getByRole("searchbox", { name: "Search customers" }).fill(wanted);
  await page.keyboard.press("Enter");
  await page.getByRole("region", { name: "Customers", exact: true }).getByRole("link", { name: wanted }).click();
  await expect(page.getByRole("heading", { level: 1, name: wanted })).toBeVisible();

  await page.getByLabel(`Account of ${PAT.name}`).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Sign in" })).toBeVisible();
});

test("without JavaScript: granting and taking a role", async ({ visit }) => {
  const page = await visit(PAT, WITHOUT);
  await page.goto("/users");
  await page.getByRole("searchbox").fill(KENJI.name);
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("link", { name: KENJI.name }).click();
  const role = page.getByRole("checkbox", { name: "MPN partner admin" });
  const person = await idOf(page, KENJI);
  const held = async () => (await (await call(page, "people/detail", { person })).json()).person.roles;
  for (const wanted of [true, false]) {
    await role.setChecked(wanted);
    await page.getByRole("button", { name: "Update", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: KENJI.name })).toBeVisible();
    await expect(role).toBeChecked({ checked: wanted });
    // The page comes back as it is now; its history says what was done.
    const newest = card(page, "History").getByRole("listitem").first();
    await expect(newest).toContainText(`MPN partner admin ${wanted ? "given" : "taken"} by ${PAT.name}`);
    expect(await held()).toEqual(wanted ? ["partner_admin", "incentives_user"] : ["incentives_user"]);
  }
});

test("without JavaScript: language, theme and a file", async ({ visit }) => {
  const page = await visit(PAT, WITHOUT);
  await page.goto("/me");
  const main = page.getByRole("main");
  await main.getByRole("button", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await main.getByRole("button", { name: "中文" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "zh-TW");
  await expect(page.getByRole("heading", { level: 1, name: "我的帳戶" })).toBeVisible();
  await main.getByRole("button", { name: "English" }).click();

  await page.goto("/settings/data");
  await page.getByLabel("Choose files").setInputFiles(file("plain-form.csv", deployment(7)));
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(async () => {
    await page.reload();
    await expect(main.getByText("7 rows taken in")).toBeVisible({ timeout: 500 });
  }).toPass();
});
