import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "@playwright/test";
import { codeOf } from "../support/app.js";
import { expect, open, provoked, ready, test } from "../support/page.js";
import { add, age } from "../support/program.js";

const PASSWORD = "five violet otters sing";
const WORDS = {
  en: { signIn: "Sign in", email: "E-mail address", password: "Password", security: "Sign-in and security", save: "Save the password", set: "New password" },
  "zh-TW": { signIn: "登入", email: "電子郵件地址", password: "密碼", security: "登入與安全性", save: "儲存密碼", set: "新密碼" },
};

let people = 0;

/** Somebody new, signed in by their first link and with a password. */
async function newcomer(page: Page, words: (typeof WORDS)["en"] = WORDS.en): Promise<string> {
  people += 1;
  const email = `signin${people}.${Date.now()}@fabrikam.example`;
  await open(page, add(email, `Sign-in ${people}`), "sign-in");
  await page.getByRole("main").getByRole("button").click();
  await page.waitForURL("/");
  await open(page, "/me/security", "security");
  await page.getByLabel(words.set).fill(PASSWORD);
  await page.getByRole("button", { name: words.save }).click();
  await page.waitForURL("/me/security?done");
  return email;
}

async function byPassword(page: Page, email: string, words: (typeof WORDS)["en"] = WORDS.en, password = PASSWORD) {
  await open(page, "/sign-in", "sign-in");
  await page.getByLabel(words.email).fill(email);
  await page.getByLabel(words.password, { exact: true }).fill(password);
  await page.getByRole("main").getByRole("button", { name: words.signIn, exact: true }).click();
}

async function signOut(page: Page) {
  await page.context().clearCookies({ name: "seatscope" });
}

async function clean(page: Page) {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().withTags(tags).analyze();
  expect.soft(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target).join(" ")}`)).toEqual([]);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
  expect.soft(wide, "sideways scrolling").toBe(false);
}

/** Sets up an app on the page of one's credentials: its key. */
async function withApp(page: Page, scripts = true): Promise<string> {
  await page.getByRole("button", { name: "Set up an app" }).click();
  await ready(page, "setup");
  await expect(page.getByRole("img", { name: "QR code for the authenticator app" })).toBeVisible();
  if (scripts) await clean(page);
  const key = (await page.locator("code.command").textContent())!;
  await page.getByLabel("Code that the app shows now").fill(codeOf(key));
  await page.getByRole("button", { name: "Finish" }).click();
  await ready(page, "make-codes");
  return key;
}

for (const language of ["en", "zh-TW"] as const) {
  test(`a password signs in and leads back: ${language}`, async ({ visit, complaints }) => {
    const words = WORDS[language];
    const page = await visit(null, { language, theme: language === "en" ? "light" : "dark" });
    const email = await newcomer(page, words);
    await clean(page);
    await signOut(page);
    await page.goto("/users?q=pat");
    await ready(page, "sign-in");
    await clean(page);
    await page.getByLabel(words.email).fill(email);
    await page.getByLabel(words.password, { exact: true }).fill("not my password at all");
    await page.getByRole("main").getByRole("button", { name: words.signIn, exact: true }).click();
    await expect(page.getByRole("alert")).toBeVisible();
    await expect(page.getByLabel(words.email)).toHaveValue(email);
    await clean(page);
    await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
    await page.getByRole("main").getByRole("button", { name: words.signIn, exact: true }).click();
    await page.waitForURL("/users?q=pat");
    provoked(complaints, /status of 4(22|03)/);
  });
}

test("an authenticator app, then its code, then a recovery code", async ({ visit, complaints }) => {
  const page = await visit(null);
  const email = await newcomer(page);
  const key = await withApp(page);
  await page.getByRole("button", { name: "Make recovery codes" }).click();
  await ready(page, "codes");
  await clean(page);
  const codes = (await page.locator("#codes").textContent())!.split("\n");
  expect(codes).toHaveLength(10);
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download as text" }).click();
  expect((await download).suggestedFilename()).toBe("seatscope-recovery-codes.txt");
  await page.getByRole("link", { name: "I have kept them" }).click();
  await ready(page, "security");
  await expect(page.getByText("10 of 10 are left.")).toBeVisible();

  await signOut(page);
  await byPassword(page, email);
  await ready(page, "second");
  await clean(page);
  await page.getByLabel("Code").fill("000000");
  await page.getByRole("button", { name: "Continue" }).click();
  await expect(page.getByRole("alert")).toContainText("This code is wrong");
  await page.getByLabel("Code").fill(codeOf(key, 30));
  await page.getByRole("button", { name: "Continue" }).click();
  await ready(page, "landing");

  await signOut(page);
  await byPassword(page, email);
  await page.getByLabel("Code").fill(codes[0].toLowerCase());
  await page.getByRole("button", { name: "Continue" }).click();
  await ready(page, "landing");
  await open(page, "/me/security", "security");
  await expect(page.getByText("9 of 10 are left.")).toBeVisible();
  provoked(complaints, /status of 422/);
});

test("a passkey is made, signs in, and confirms", async ({ visit }) => {
  const page = await visit(null);
  const devices = await page.context().newCDPSession(page);
  await devices.send("WebAuthn.enable");
  await devices.send("WebAuthn.addVirtualAuthenticator", {
    options: { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true },
  });
  const email = await newcomer(page);
  await page.getByLabel("Name of the passkey").fill("Test laptop");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await ready(page, "make-codes");
  await page.getByRole("link", { name: "Later" }).click();
  await expect(page.getByText("Test laptop", { exact: true })).toBeVisible();

  await signOut(page);
  await open(page, "/sign-in?next=/me", "sign-in");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await ready(page, "me");

  age(email);
  await open(page, "/me/security", "security");
  await page.getByRole("button", { name: "Make recovery codes" }).click();
  await ready(page, "confirm");
  await clean(page);
  await page.getByRole("button", { name: "Confirm with a passkey" }).click();
  await ready(page, "security");
  await page.getByRole("button", { name: "Remove Test laptop" }).click();
  await expect(page.getByText("Test laptop")).toHaveCount(0);
});

test("an old proof is asked for again before anything changes", async ({ visit, complaints }) => {
  const page = await visit(null);
  const email = await newcomer(page);
  age(email);
  await open(page, "/me/security", "security");
  await page.getByLabel("New password").fill("seven quiet walnuts hum");
  await page.getByRole("button", { name: "Save the password" }).click();
  await ready(page, "confirm");
  await page.getByLabel("Password", { exact: true }).fill("not my password at all");
  await page.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("alert")).toBeVisible();
  await page.getByLabel("Password", { exact: true }).fill(PASSWORD);
  await page.getByRole("button", { name: "Confirm" }).click();
  await ready(page, "security");
  await page.getByLabel("New password").fill("seven quiet walnuts hum");
  await page.getByRole("button", { name: "Save the password" }).click();
  await page.waitForURL("/me/security?done");
  provoked(complaints, /status of 422/);
});

test("signing another browser out ends it there at once", async ({ visit }) => {
  const here = await visit(null);
  const there = await visit(null);
  const email = await newcomer(here);
  await byPassword(there, email);
  await ready(there, "landing");
  await here.reload();
  const others = here.getByRole("button", { name: /^Sign out Chrome/ });
  await expect(others).toHaveCount(1);
  await others.click();
  await here.waitForURL("/me/security?done");
  await there.goto("/me");
  await ready(there, "sign-in");
});

test("without JavaScript: password, app, code, sessions", async ({ visit }) => {
  const page = await visit(null, { options: { javaScriptEnabled: false } });
  const email = await newcomer(page);
  const key = await withApp(page, false);
  await page.getByRole("link", { name: "Later" }).click();
  await signOut(page);
  await byPassword(page, email);
  await page.getByLabel("Code").fill(codeOf(key, 30));
  await page.getByRole("button", { name: "Continue" }).click();
  await page.waitForURL("/");
  await page.goto("/me/security");
  await expect(page.getByText("Passkeys need JavaScript")).toBeVisible();
  await page.goto("/sign-in/help");
});

test("who cannot sign in is told who can help", async ({ visit }) => {
  const page = await visit(null);
  await open(page, "/sign-in", "sign-in");
  await page.getByRole("link", { name: "Forgot your password, or cannot sign in?" }).click();
  await ready(page, "sign-in-help");
  await clean(page);
});
