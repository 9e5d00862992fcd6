import { z } from "zod";
import { PersonId } from "#kernel/ids.ts";
import { job } from "#platform/jobs/job.ts";

/** What can happen to how somebody signs in that they are told about, because it may not have been them. */
export const SecurityChange = z.enum([
  "password_changed",
  "code_on",
  "code_off",
  "code_taken_off",
  "passkey_added",
  "passkey_removed",
]);
export type SecurityChange = z.infer<typeof SecurityChange>;

/** Tells somebody that the way they sign in has been changed. */
export const securityMailJob = job(
  "sign_in.security_mail",
  z.strictObject({ personId: PersonId, what: SecurityChange }),
);
