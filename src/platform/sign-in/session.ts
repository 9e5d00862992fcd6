import { createHmac, timingSafeEqual } from "node:crypto";
import type { Context } from "hono";
import { getCookie } from "hono/cookie";
import { type RawBuilder, sql } from "kysely";
import type { PersonId } from "#kernel/ids.ts";
import { type Authentication, keptToProvider } from "#platform/sign-in/authentication.ts";
import type { Environment } from "#platform/web/environment.ts";

type Page = Context<Environment>;

/**
 * What came of an attempt to sign in. `second` asks for the code of an app; `elsewhere` is for somebody whose
 * organisation has closed this way in.
 */
export type Outcome = "in" | "second" | "elsewhere" | "no";

/**
 * Passes an answer of the sign-in library on to the browser: its cookies, and nothing else.
 *
 * @param answer What the library gave with `asResponse: true`.
 */
export async function pass(c: Page, answer: Response): Promise<Outcome> {
  const cookies = answer.headers.getSetCookie();
  const failed = answer.status >= 400 || answer.headers.get("location")?.includes("error=");
  if (answer.status === 403 && (await answer.text()).includes(keptToProvider)) return "elsewhere";
  if (failed || cookies.length === 0) return "no";
  for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
  const body: unknown = answer.status === 200 ? await answer.json() : undefined;
  const asksMore =
    typeof body === "object" && body !== null && "twoFactorRedirect" in body && body.twoFactorRedirect === true;
  return asksMore ? "second" : "in";
}

/**
 * Whose session a request carries, as SQL to ask with: one statement then tells who somebody is and what they may do.
 * Undefined when it carries none that this installation has signed. There is no person in a session that has ended or
 * is due to be prolonged: those are the library's, see `prolongedSession`.
 */
export async function personInSession(auth: Authentication, c: Page): Promise<RawBuilder<PersonId> | undefined> {
  const { authCookies, secret, sessionConfig } = await auth.$context;
  const cookie = getCookie(c, authCookies.sessionToken.name);
  const token = cookie && signedIn(cookie, secret);
  if (!token) return undefined;
  const left = sessionConfig.expiresIn - sessionConfig.updateAge;
  return sql<PersonId>`(select person_id from sign_in_session
    where token = ${token} and expires_at > now() + ${left} * interval '1 second')`;
}

/** What stands in a cookie before its signature (HMAC-SHA-256, as the library writes it), if the signature is ours. */
function signedIn(cookie: string, secret: string): string | undefined {
  const end = cookie.lastIndexOf(".");
  const value = cookie.slice(0, Math.max(0, end));
  const signature = Buffer.from(cookie.slice(end + 1), "base64");
  const right = createHmac("sha256", secret).update(value).digest();
  return signature.length === right.length && timingSafeEqual(signature, right) ? value : undefined;
}

/** Who a request's session belongs to, and prolongs the session if it is time; undefined when it has ended. */
export async function prolongedSession(auth: Authentication, c: Page): Promise<PersonId | undefined> {
  const session = await auth.api.getSession({ headers: c.req.raw.headers });
  return session?.user.id as PersonId | undefined;
}

/**
 * Gives somebody a password, whatever they had before. For the command line and the demo; a person changes their own.
 * Whoever sets it answers for the address: a password on an address that nobody has vouched for would be taken away
 * the first time a mailed link proves who the mailbox belongs to.
 */
export async function setPassword(auth: Authentication, personId: string, password: string): Promise<void> {
  const { internalAdapter, password: passwords } = await auth.$context;
  await internalAdapter.updateUser(personId, { emailVerified: true });
  const hash = await passwords.hash(password);
  const accounts = await internalAdapter.findAccounts(personId);
  if (accounts.some(({ providerId }) => providerId === "credential"))
    await internalAdapter.updatePassword(personId, hash);
  else
    await internalAdapter.createAccount({
      userId: personId,
      providerId: "credential",
      accountId: personId,
      password: hash,
    });
}
