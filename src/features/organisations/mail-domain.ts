/**
 * Whether a mail domain is anybody's: an address there says nothing about where its owner works, so it cannot be
 * registered as an organisation's, and a manager's word from it never counts as confirmed.
 */
export function isAnybodys(domain: string): boolean {
  return parentsOf(domain).some((each) => publicDomains.has(each));
}

/** The domain of an address, lower case. Undefined for what is no address. */
export function domainOf(address: string): string | undefined {
  const [, domain] = /^[^@\s]+@([^@\s]+)$/u.exec(address.trim().toLowerCase()) ?? [];
  return domain;
}

/** The domain itself and those it lies under, nearest first: "edu.kommun.example" lies under "kommun.example". */
export function parentsOf(domain: string): string[] {
  const parts = domain.split(".");
  return parts.slice(0, -1).map((_, index) => parts.slice(index).join("."));
}

const publicDomains: ReadonlySet<string> = new Set([
  "bahnhof.se",
  "bredband.net",
  "bredband2.com",
  "comhem.se",
  "fastmail.com",
  "glocalnet.net",
  "gmail.com",
  "gmx.com",
  "gmx.net",
  "googlemail.com",
  "hey.com",
  "hotmail.com",
  "hotmail.se",
  "icloud.com",
  "live.com",
  "live.se",
  "mac.com",
  "mail.com",
  "me.com",
  "msn.com",
  "outlook.com",
  "outlook.se",
  "passagen.se",
  "proton.me",
  "protonmail.com",
  "spray.se",
  "swipnet.se",
  "tele2.se",
  "telia.com",
  "tuta.com",
  "tutanota.com",
  "yahoo.com",
  "yahoo.se",
  "ymail.com",
]);
