import { EmailAddress } from "#kernel/email-address.ts";
import { FreeText } from "#kernel/personal-number.ts";
import type { Claims } from "#platform/openid/way-back.ts";
import type { AddressClaim } from "#features/sign-in/providers/provider.ts";

export type Told = { readonly address: string; readonly domain: string; readonly name: string };
export type Distrusted = "no_address" | "address_unverified" | "foreign_domain";

const Name = FreeText(200).min(1);

/**
 * The address a provider vouches for, or why it is not believed.
 *
 * A provider answers for its own domains and no others, exactly as they are written: one for kommunen.example.se says
 * nothing about skola.kommunen.example.se, which may be another's. An address that it calls unverified is only what
 * somebody has typed there; one that it says nothing about is its own to answer for.
 */
export function toldAddress(claims: Claims, from: AddressClaim, domains: readonly string[]): Told | Distrusted {
  const { success, data: address } = EmailAddress.safeParse(claims[from]);
  if (!success) return "no_address";
  const verified = claims["email_verified"];
  if (from === "email" && verified !== undefined && verified !== true && verified !== "true")
    return "address_unverified";
  const [local = "", domain = ""] = address.split("@");
  if (!domains.includes(domain)) return "foreign_domain";
  return { address, domain, name: nameIn(claims) ?? local };
}

/** What the person is called, if the provider says it in a way that can be a name. */
function nameIn({ name, given_name, family_name }: Claims): string | undefined {
  const whole = typeof name === "string" ? name : [given_name, family_name].filter(isText).join(" ");
  const { success, data } = Name.safeParse(whole);
  return success ? data : undefined;
}

function isText(part: unknown): part is string {
  return typeof part === "string" && part !== "";
}
