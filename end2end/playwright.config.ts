import { defineConfig } from "@playwright/test";

// The browser comes from the system (CHROMIUM names another); as root it needs `--no-sandbox`.
const launchOptions = {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: [
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
  ],
};

export default defineConfig({
  testDir: "./tests",
  timeout: 60_000,
  // All tests share one server and its data.
  workers: 1,
  forbidOnly: !!process.env.CI,
  reporter: [["list"]],
  use: {
    baseURL: process.env.BASE_URL ?? "http://localhost:3000",
    launchOptions,
    actionTimeout: 10_000,
    trace: "retain-on-failure",
  },
  projects: [
    { name: "desktop", testIgnore: "phone.spec.ts", use: { viewport: { width: 1280, height: 800 } } },
    {
      // What differs on a phone, and the way that matters most.
      name: "phone",
      testMatch: ["walkthrough.spec.ts", "hydration.spec.ts", "a11y.spec.ts", "phone.spec.ts"],
      use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true, deviceScaleFactor: 3 },
    },
  ],
});
