import { z } from "zod";
import { EmailAddress } from "#kernel/email-address.ts";

/** What somebody types to have a sign-in link mailed. */
export const LinkWish = z.strictObject({
  email: EmailAddress,
  till: z.string().max(2_000).optional(),
  /** A link even so, from somebody whose organisation has a sign-in of its own. */
  link: z.literal("on").optional(),
});

/** Signing in with a password. */
export const PasswordSignIn = z.strictObject({
  email: EmailAddress,
  password: z.string().min(1).max(200),
  till: z.string().max(2_000).optional(),
});

/** The six digits of an authenticator, or a spare code. */
export const SecondFactor = z.strictObject({
  code: z
    .string()
    .trim()
    .transform((text) => text.replaceAll(/\s/g, ""))
    .pipe(z.string().min(6).max(20)),
  till: z.string().max(2_000).optional(),
});

/** A new password. Length is what protects; nobody remembers required special characters. */
export const NewPassword = z.strictObject({
  current: z.string().min(1).max(200).optional(),
  password: z.string().min(12).max(200),
});

export const PasswordOnly = z.strictObject({ password: z.string().min(1).max(200) });

/**
 * The address on this site that somebody is taken to after signing in; "/idag" for anything else.
 *
 * Only a path of ours: an address such as `//example.org` or `/\example.org` leads a browser to another site, which
 * would make our sign-in page a help for somebody who fishes for passwords.
 */
export function ownAddress(wished: string | undefined): string {
  if (!wished || !/^\/(?![/\\])[^\s\\]*$/.test(wished) || wished.startsWith("/logga-")) return "/idag";
  return wished;
}
