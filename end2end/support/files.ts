/** Files in the vendor's format, of a month long before the demo's, so that no other spec sees them. */
export const OLD_MONTH = "2024-03";
const HEADER = "processedDateTime,serviceCode,serviceName,channel,customerTenantId,customerName,productId,productName,licensesDeployed,licensesSold";

/** A name and its content, as a file field takes them. */
export function file(name: string, content: string | Buffer) {
  return { name, mimeType: "text/csv", buffer: Buffer.from(content) };
}

function row(n: number, sold: string): string {
  const tail = n.toString(16).padStart(12, "0");
  const customer = `0e2e0000-0000-4000-8000-${tail},Tailspin Trial ${n}`;
  return `${OLD_MONTH}-01T00:00:00,o365,Microsoft Office 365,reseller,${customer},0e2e0000-0000-4000-9000-000000000001,OFFICE 365 ENTERPRISE E3,${n},${sold}`;
}

/** A deployment file with so many good rows, then the bad ones. It differs from every other by a number. */
export function deployment(rows: number, { bad = 0, without = "" } = {}): string {
  const seats = 100 + (Date.now() % 1_000_000);
  const lines = [HEADER];
  for (let n = 1; n <= rows; n++) lines.push(row(n, String(seats)));
  for (let n = 1; n <= bad; n++) lines.push(row(rows + n, "many"));
  if (!without) return lines.join("\r\n") + "\r\n";
  const at = HEADER.split(",").indexOf(without);
  return lines.map((line) => line.split(",").filter((_, i) => i !== at).join(",")).join("\r\n") + "\r\n";
}

/** A profile of another partner. */
export const OTHER_PARTNER = [
  "MPNId\tPartnerName\tPGA_MPNId\tPGA_PartnerName\tCity\tCountry\tHierarchyLevel",
  "9000777\tNorthwind\t9000777\tNorthwind\tTaipei\tTaiwan\tHeadQuarters",
  "",
].join("\r\n");

/** The beginning of a photo. */
export const PHOTO = Buffer.from("ffd8ffe000104a46494600010101006000600000ffdb004300080606070605080707070909", "hex");
