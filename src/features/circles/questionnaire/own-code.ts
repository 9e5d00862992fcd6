import { scryptSync } from "node:crypto";

/**
 * The imprint of a code that somebody made up, the same for the same code in the same circle and for nothing else. It is
 * made slowly: codes are short, and whoever came across the imprints could otherwise try them all.
 */
export function imprintOf(code: string, salt: string): string {
  const folded = code.normalize("NFKC").toLocaleLowerCase("sv").replaceAll(/\s+/gu, "");
  return scryptSync(folded, salt, 24).toString("base64url");
}
