import { everyPage } from "../support/pages.js";
import { call, expect, idOf, open, provoked, ready, test } from "../support/page.js";
import { BILLING, GRETA, KENJI, NEWCOMER, PAT } from "../support/people.js";
import { DEMO, link, ORIGIN } from "../support/program.js";

const UPDATE = "/api/people/update-roles";

test("who is not signed in gets nothing but the sign-in page", async ({ visit }) => {
  const nobody = await visit(null);
  const admin = await visit(PAT);
  for (const { name, address } of await everyPage(admin)) {
    const answer = await nobody.request.get(address, { maxRedirects: 0 });
    expect(answer.status(), name).toBe(303);
    expect(answer.headers()["location"], name).toMatch(/^\/sign-in/);
  }
  for (const name of ["licenses/report", "licenses/customers", "licenses/choices", "customers/detail", "people/list", "people/detail", "imports/history", "imports/freshness"]) {
    const data = { filter: {}, query: {}, tenant: "x", person: await idOf(admin, PAT) };
    expect((await call(nobody, name, data)).status(), name).toBe(401);
  }
  for (const address of ["/export/licenses.csv", "/export/licenses.tsv"]) {
    const answer = await nobody.request.get(address, { maxRedirects: 0 });
    expect([303, 401], address).toContain(answer.status());
    expect(await answer.text()).not.toContain("Customer");
  }
  const file = { name: "a.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n") };
  const upload = await nobody.request.post("/settings/data", { multipart: { file }, headers: { origin: ORIGIN }, maxRedirects: 0 });
  expect(upload.status()).toBe(401);
});

test("the demo's address signs in as its partner admin", async ({ visit }) => {
  const page = await visit(null);
  await open(page, DEMO, "sign-in");
  await expect(page.getByRole("heading", { name: `Welcome, ${PAT.name}` })).toBeVisible();
  await page.getByRole("button", { name: `Sign in as ${PAT.name}` }).click();
  await ready(page, "landing");
  await expect(page.getByText(`Account of ${PAT.name}`).or(page.getByLabel(`Account of ${PAT.name}`)).first()).toBeVisible();
  const wrong = await page.request.get("/demo?key=00", { maxRedirects: 0 });
  expect(wrong.status()).toBe(404);
});

test("a link works once; looking at it does not use it up", async ({ visit }) => {
  const address = link(KENJI.email);
  const first = await visit(null);
  const second = await visit(null);
  for (const page of [first, second, first]) {
    await open(page, address, "sign-in");
    await expect(page.getByRole("button", { name: `Sign in as ${KENJI.name}` })).toBeVisible();
  }
  await first.getByRole("button", { name: `Sign in as ${KENJI.name}` }).click();
  await ready(first, "landing");
  await second.getByRole("button", { name: `Sign in as ${KENJI.name}` }).click();
  await expect(second.getByRole("heading", { name: "This link no longer works" })).toBeVisible();
  await second.goto("/");
  await ready(second, "sign-in");
});

test("signing out ends the session in the browser and on the server", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, "/", "landing");
  const before = await page.context().cookies();
  await page.getByLabel(`Account of ${PAT.name}`).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await ready(page, "sign-in");
  await page.goto("/analytics/licenses");
  await ready(page, "sign-in");
  // Somebody kept the cookie.
  await page.context().addCookies(before);
  await page.goto("/analytics/licenses");
  await ready(page, "sign-in");
});

test("an update of what somebody else has changed meanwhile is refused and loses nothing", async ({ visit, complaints }) => {
  const early = await visit(PAT);
  const late = await visit(PAT);
  const person = await idOf(early, GRETA);
  for (const page of [early, late]) await open(page, `/users/${person}`, "person");
  await early.getByRole("checkbox", { name: "Sales agent" }).check();
  await early.getByRole("textbox", { name: "Reason" }).first().fill("helps out in sales");
  await early.getByRole("button", { name: "Update", exact: true }).click();
  await expect(early.getByRole("status").filter({ hasText: "now holds Sales agent" })).toBeVisible();
  await expect(early.getByText("Reason: helps out in sales")).toBeVisible();
  await expect(early.getByRole("textbox", { name: "Reason" }).first()).toHaveValue("");

  await late.getByRole("checkbox", { name: "Billing admin" }).check();
  await late.getByRole("textbox", { name: "Reason" }).first().fill("sees the bills");
  await late.getByRole("button", { name: "Update", exact: true }).click();
  await expect(late.getByRole("alert")).toContainText(`${PAT.name} changed these roles while this page was open`);
  await expect(late.getByRole("checkbox", { name: "Sales agent" })).toBeChecked();
  await expect(late.getByRole("textbox", { name: "Reason" }).first()).toHaveValue("sees the bills");
  await late.reload();
  await ready(late, "person");
  await expect(late.getByRole("checkbox", { name: "Sales agent" })).toBeChecked();
  await expect(late.getByRole("checkbox", { name: "Billing admin" })).not.toBeChecked();
  await expect(late.getByRole("checkbox", { name: "Global admin" })).toBeChecked();
  await late.getByRole("checkbox", { name: "Sales agent" }).uncheck();
  await late.getByRole("button", { name: "Update", exact: true }).click();
  await expect(late.getByRole("status").filter({ hasText: "no longer holds Sales agent" })).toBeVisible();
  provoked(complaints, /status of 409/);
});

test("the only acting admin cannot lose the role", async ({ visit }) => {
  const page = await visit(PAT);
  const person = await idOf(page, PAT);
  await open(page, `/users/${person}`, "person");
  const role = page.getByRole("checkbox", { name: "MPN partner admin" });
  await expect(role).toBeChecked();
  await expect(role).toBeDisabled();
  await expect(page.getByText("The account's only acting MPN partner admin.").first()).toBeVisible();
  // Whoever sends it all the same is refused by the server.
  const { version } = await (await call(page, "people/detail", { person })).json();
  const form = { person, version: String(version), reason: "" };
  const answer = await page.request.post(UPDATE, { form, headers: { origin: ORIGIN } });
  expect(answer.status()).toBe(409);
  expect(await answer.json()).toMatchObject({ code: "last_admin" });
  await page.reload();
  await expect(role).toBeChecked();
});

test("a double click on Update sends one change", async ({ visit }) => {
  const page = await visit(PAT);
  await open(page, `/users/${await idOf(page, NEWCOMER)}`, "person");
  let sent = 0;
  page.on("request", (request) => (sent += request.method() === "POST" && request.url().includes(UPDATE) ? 1 : 0));
  const role = page.getByRole("checkbox", { name: "Helpdesk agent" });
  await role.check();
  await page.getByRole("button", { name: "Update", exact: true }).dblclick();
  await expect(page.getByRole("status").filter({ hasText: "now holds Helpdesk agent" })).toBeVisible();
  await page.waitForLoadState("networkidle");
  expect(sent).toBe(1);
  await role.uncheck();
  await page.getByRole("button", { name: "Update", exact: true }).click();
  await expect(page.getByRole("status").filter({ hasText: "no longer holds Helpdesk agent" })).toBeVisible();
});

test("another site cannot change anything in a visitor's name", async ({ visit }) => {
  const page = await visit(PAT);
  const person = await idOf(page, BILLING);
  const { version } = await (await call(page, "people/detail", { person })).json();
  const forms: [string, Record<string, string>][] = [
    [UPDATE, { person, version: String(version), "roles[0]": "partner_admin" }],
    ["/sign-out", {}],
    ["/preferences", { theme: "dark", back: "/" }],
  ];
  for (const [address, form] of forms) {
    for (const headers of [{ origin: "https://evil.example" }, { origin: ORIGIN, "sec-fetch-site": "cross-site" }, {}]) {
      const answer = await page.request.post(address, { form, headers, maxRedirects: 0 });
      expect(answer.status(), `${address} ${JSON.stringify(headers)}`).toBe(403);
    }
  }
  const after = await (await call(page, "people/detail", { person })).json();
  expect(after.version).toBe(version);
});

test("what is missing or another's is not found", async ({ visit, complaints }) => {
  const page = await visit(PAT);
  for (const address of ["/users/00000000-0000-7000-8000-000000000000", "/customers/00000000-0000-0000-0000-000000000000", "/users/x"]) {
    const answer = await page.goto(address);
    expect.soft(answer!.status(), address).toBe(404);
    await expect(page.getByRole("heading", { name: "There is nothing at this address" })).toBeVisible();
  }
  provoked(complaints, /status of 404/);
});

test("people change their own name, and it shows at once", async ({ visit }) => {
  const page = await visit(KENJI);
  for (const [old, name] of [[KENJI.name, "佐藤 健二"], ["佐藤 健二", KENJI.name]]) {
    await open(page, "/me", "me");
    await expect(page.getByLabel(`Account of ${old}`)).toBeVisible();
    await page.getByRole("textbox", { name: "Name" }).fill(name);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await ready(page, "me");
    await expect(page.getByLabel(`Account of ${name}`)).toBeVisible();
  }
});
