import { call, idOf } from "./page.js";
import { BILLING, PAT } from "./people.js";
import type { Page } from "@playwright/test";

/** A page: what to call it, its address, and its readiness mark. */
export type Place = { name: string; address: string; mark: string };

/** Every page of the product as its partner admin sees it. `page` is signed in as one. */
export async function everyPage(page: Page): Promise<Place[]> {
  const customers = await (await call(page, "licenses/customers", { query: {} })).json();
  const place = (name: string, address: string, mark = name) => ({ name, address, mark });
  const billing = await idOf(page, BILLING);
  return [
    place("landing", "/"),
    place("overview", "/analytics"),
    place("licenses", "/analytics/licenses"),
    place("customers", "/customers"),
    place("subscriptions", "/analytics/subscriptions"),
    place("azure", "/analytics/azure"),
    place("azure-days", "/analytics/azure/days"),
    place("growth", "/analytics/growth"),
    place("workloads", "/analytics/workloads"),
    place("customer", `/customers/${customers.rows[0].id}`),
    place("review-report", `/customers/${customers.rows[0].id}/review`),
    place("activity", "/activity"),
    place("users", "/users"),
    place("bulk", `/users/bulk?person=${billing}&role=sales_agent&act=give`),
    place("who", "/access/who"),
    place("audit", "/access/log"),
    place("person", `/users/${billing}`),
    place("own-person", `/users/${await idOf(page, PAT)}`, "person"),
    place("requests", "/access/requests"),
    place("review", "/access/review"),
    place("notices", "/notices"),
    place("data", "/settings/data"),
    place("tokens", "/settings/tokens"),
    place("account", "/settings/account"),
    place("brand", "/settings/brand"),
    place("me", "/me"),
    place("security", "/me/security"),
    place("find", "/find?q=a"),
    place("views", "/me/views"),
    place("help", "/help"),
    place("guide", "/help/growth"),
    place("feed", "/feed"),
    place("digest", "/digest"),
    place("downloads", "/downloads"),
    place("new-file", "/downloads/new?dataset=AzureUsage"),
    place("confirm", "/confirm", "confirmed"),
    place("not-found", "/nowhere"),
  ];
}
