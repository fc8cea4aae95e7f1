import { execFileSync } from "node:child_process";

/** What the tests are run against. `browser.sh` starts it and says where it is. */
const setting = (name: string) => {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run the tests with end2end/browser.sh`);
  return value;
};

export const ACCOUNT = "9000001";
export const ORIGIN = setting("BASE_URL");
export const DEMO = setting("DEMO_ADDRESS");

/** Runs the program on the served data, beside the server, and answers what it printed. */
function run(...args: string[]): string {
  return execFileSync(setting("PROGRAM"), [...args, "--data", setting("DEMO_DATA")], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
}

/** A one-time sign-in link for a person. */
export function link(email: string): string {
  return run("user", "link", "--account", ACCOUNT, "--email", email, "--origin", ORIGIN).trim();
}

/** A new person of the account, without a role; the address of their first link. */
export function add(email: string, name: string): string {
  return run("user", "add", "--account", ACCOUNT, "--email", email, "--name", name, "--origin", ORIGIN).trim();
}

const AGE = `
import sqlite3, sys
with sqlite3.connect(sys.argv[1], timeout=5) as db:
    db.execute("update session set proved_at = proved_at - 3600 where person_id = (select id from person where email = ?)", sys.argv[2:])
`;

/** Makes all sessions of a person look as if they had proved who they are an hour ago. */
export function age(email: string) {
  execFileSync("python3", ["-c", AGE, `${setting("DEMO_DATA")}/seatscope.db`, email]);
}

export type Seats = {
  sold: number | null;
  assigned: number | null;
  deployment_percent: number | null;
  active: number | null;
  qualified: number | null;
  usage_percent: number | null;
};

export type Report = Seats & {
  by_product: { product: string; sold: number; assigned: number; deployment_percent: number | null }[];
  by_workload: { workload: string; active: number; qualified: number; usage_percent: number | null }[];
  bands_deployment: Record<string, number>;
  bands_usage: Record<string, number>;
  customers: (Seats & { id: string; name: string })[];
};

/** The licence figures of a month, as the command line has them. */
export function report(month: string): Report {
  return JSON.parse(run("report", "licenses", "--account", ACCOUNT, "--month", month, "--json"));
}

/** The newest month of the demo's data. */
export function newestMonth(): string {
  const status = JSON.parse(run("status", "--json"));
  const datasets: { dataset: string; newest: string }[] = status.accounts[0].datasets;
  return datasets.find((it) => it.dataset === "LicenseDeployment")!.newest;
}
