import { expect, test as base, type Page } from "@playwright/test";

/** A test that fails on any console error, uncaught error or breach of the content security policy. */
export const test = base.extend<{ quiet: void }>({
  quiet: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      await page.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) =>
          console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`),
        );
      });
      await use();
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Waits until the named page is hydrated and can be used. */
export async function ready(page: Page, name: string) {
  await expect(page.locator("body")).toHaveAttribute("data-ready", name);
}

/** Opens an address and waits for its page. */
export async function open(page: Page, address: string, name: string) {
  await page.goto(address);
  await ready(page, name);
}
