import type { Context } from "hono";
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

/** Who a request's session belongs to; undefined when there is none, or it has ended. */
export async function sessionOf(auth: Authentication, c: Page): Promise<string | undefined> {
  if (!c.req.header("cookie")?.includes("sammanvagt.session_token")) return undefined;
  const session = await auth.api.getSession({ headers: c.req.raw.headers });
  return session?.user.id;
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
