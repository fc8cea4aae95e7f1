/** The people of the demo account. Each spec changes only its own, so that no test depends on another. */
export type Person = { email: string; name: string };

const person = (local: string, name: string): Person => ({ email: `${local}@fabrikam.example`, name });

export const PAT = person("pat.admin", "Pat Admin");
export const BILLING = person("billing.desk", "Billing desk");
export const MEI = person("mei.lin", "林美玲");
export const OMAR = person("omar.haddad", "Omar Haddad");
export const ANA = person("ana.costa", "Ana Costa");
export const GRETA = person("greta.olsen", "Greta Olsen");
export const KENJI = person("kenji.sato", "Kenji Sato");
export const NEWCOMER = person("new.colleague", "New Colleague");
