import { postSignInLink } from "#features/sign-in/commands.ts";
import { isKeptToProvider } from "#features/sign-in/providers/queries.ts";
import { isMerged } from "#features/sign-in/queries.ts";
import type { Installation } from "#installation.ts";
import { dateIn } from "#kernel/clock.ts";
import type { PersonId } from "#kernel/ids.ts";
import { type Authentication, openAuthentication } from "#platform/sign-in/authentication.ts";

type Where = Pick<Installation, "config" | "opened" | "db" | "now" | "secret" | "translate">;

/** Sign-in on an installation. Opened by who needs it: the library takes longer to load than most commands to run. */
export function openSignIn({ config, opened, db, now, secret, translate }: Where): Authentication {
  return openAuthentication({
    pool: opened.plainPool,
    baseUrl: config.baseUrl,
    secret,
    mailLink: (wish) => postSignInLink(db, translate, config.baseUrl, wish),
    isKeptToProvider: (personId) => isKeptToProvider(db, personId as PersonId, dateIn(now())),
    isMerged: (personId) => isMerged(db, personId as PersonId),
  });
}
