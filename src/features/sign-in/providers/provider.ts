import { z } from "zod";
import { Day } from "#kernel/answers.ts";
import { EmailAddress } from "#kernel/email-address.ts";
import { type Id, idOf } from "#kernel/ids.ts";
import { FreeText } from "#kernel/personal-number.ts";

export const ProviderId = idOf("sign_in_provider");
export type ProviderId = Id<"sign_in_provider">;

/** Where a provider may tell somebody's address: most say email, ADFS upn, Entra ID preferred_username. */
export const addressClaims = ["email", "preferred_username", "upn"] as const;
export const AddressClaim = z.enum(addressClaims);
export type AddressClaim = z.infer<typeof AddressClaim>;

/** The provider's own name for itself, as its discovery document must say it. Not changed in any way: "/" counts. */
const Issuer = z
  .string()
  .trim()
  .max(500)
  .transform((address) => address.replace(/\/\.well-known\/openid-configuration$/u, ""))
  .pipe(z.url({ protocol: /^https?$/u }))
  .refine((address) => !/[?#]/u.test(address) && URL.parse(address)?.username === "", {
    params: { code: "sign_in.provider.issuer_wrong" },
  });

const ClientText = FreeText(500).min(1);

const oneOrMore = (value: unknown) => (typeof value === "string" ? [value] : value);
const ticked = (value: unknown) => (value === "on" ? true : value);

const settings = {
  issuer: Issuer,
  clientId: ClientText,
  domains: z.preprocess(oneOrMore, z.array(z.string().trim().toLowerCase().max(253)).min(1).max(50).prefault([])),
  addressClaim: AddressClaim.default("email"),
  admitsNew: z.preprocess(ticked, z.boolean().prefault(false)),
  onlyWay: z.preprocess(ticked, z.boolean().prefault(false)),
};

/** An organisation's provider, as it is registered. It is off until somebody turns it on. */
export const NewProvider = z.strictObject({ ...settings, clientSecret: ClientText });
export type NewProvider = z.output<typeof NewProvider>;

/** A provider set up in another way. Without a secret it keeps the one it has. */
export const ProviderChange = z.strictObject({ ...settings, clientSecret: ClientText.optional() });
export type ProviderChange = z.output<typeof ProviderChange>;

/** Who is to be let in anew, after the organisation's directory has given them another identity. */
export const Release = z.strictObject({ email: EmailAddress });

/** After which day nobody is led there any more. */
export const ProviderEnd = z.strictObject({ lastDay: Day });
