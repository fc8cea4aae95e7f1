import { expect, open, ready, test } from "../support/page.js";
import { BILLING, PAT } from "../support/people.js";

test("guides are read by whoever is signed in, and lead to one another", async ({ visit, isMobile }) => {
  const page = await visit(BILLING);
  await open(page, "/", "landing");
  const bar = page.getByRole("navigation", { name: isMobile ? "Quick" : "Main" });
  if (isMobile) await bar.getByText("More").click();
  await bar.getByRole("link", { name: "Help", exact: true }).click();
  await ready(page, "help");
  const main = page.getByRole("main");
  await main.getByRole("link", { name: "Raise adoption" }).click();
  await ready(page, "guide");
  await expect(page.getByRole("heading", { level: 1, name: "Raise adoption" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Many support calls: people try, and get stuck" })).toBeVisible();
  await main.getByRole("link", { name: "Read growth" }).click();
  await expect(page).toHaveURL(/\/help\/growth$/);
  await expect(main.getByText("became deprovisioned in this month.")).toBeVisible();
  await main.getByRole("link", { name: "Read the activity log" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Read the activity log" })).toBeVisible();
});

test("pages lead to their guide, and a guide to its page", async ({ visit }) => {
  const page = await visit(PAT);
  const loaded: string[] = [];
  for (const [address, mark, guide] of [
    ["/analytics/licenses", "licenses", "Raise adoption"],
    ["/activity", "activity", "Read the activity log"],
  ]) {
    await open(page, address, mark);
    await page.getByRole("main").getByRole("link", { name: "Guide", exact: true }).click();
    await ready(page, "guide");
    await expect(page.getByRole("heading", { level: 1, name: guide })).toBeVisible();
    await page.getByRole("main").getByRole("link", { name: /^Open / }).click();
    await ready(page, mark);
  }
  await open(page, "/", "landing");
  for (const guide of ["Guide: raise adoption", "Guide: read the activity log", "Guide: read growth"]) {
    await expect(page.getByRole("link", { name: guide })).toHaveAttribute("href", /^\/help\//);
  }
  page.on("request", (request) => loaded.push(new URL(request.url()).pathname));
  await open(page, "/help/adoption", "guide");
  expect(loaded.filter((path) => path.endsWith(".wasm")), "no browser program for text").toEqual([]);
});

test("Power BI is connected with an address, a file and a token", async ({ visit, complaints }) => {
  const page = await visit(PAT);
  await open(page, "/", "landing");
  await page.getByRole("link", { name: "Power BI feed" }).click();
  await ready(page, "feed");
  const address = await page.getByText(/\/odata\/v4\/\d+$/).innerText();
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download for Power BI (.pbids)" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("seatscope.pbids");
  const stream = await file.createReadStream();
  const text = (await stream.toArray()).join("");
  expect(JSON.parse(text).connections[0].details).toEqual({ protocol: "odata", address: { url: address } });
  for (const name of ["seatscope.pq", "seatscope.odc"]) {
    expect(await (await page.request.get(`/feed/${name}`)).text()).toContain(address);
  }
  await expect(page.getByRole("img", { name: /^The navigator: a list of tables/ })).toBeVisible();
  expect((await page.request.get(address)).status(), "a session opens nothing there").toBe(401);
  await page.getByRole("link", { name: "Make a token" }).click();
  await ready(page, "tokens");
  const closed = await visit(BILLING);
  await closed.goto("/feed");
  await expect(closed.getByRole("main")).toContainText("MPN partner admin");
  complaints.length = 0; // that of the refusal
});

test("strangers are sent to sign in", async ({ visit }) => {
  const page = await visit(null);
  await open(page, "/help/growth", "sign-in");
});
