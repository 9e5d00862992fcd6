import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Configuration } from "oidc-provider";
import { afterAll, vi } from "vitest";

export const clientId = "sammanvagt";
/** With signs that must be written in another way to be sent. */
export const clientSecret = "a secret: with + and % in it";

/** What a provider says of whoever signs in as this. */
export type Account = Readonly<Record<string, unknown>>;

/**
 * A real OpenID provider on this machine, with people in its directory: `accounts` by what they write as their login.
 * Gone when the test file is done.
 */
export async function openIdProvider(accounts: Readonly<Record<string, Account>>, returnAddress: string) {
  const known = new Map(Object.entries(accounts));
  const server: Server = createServer((request, response) => void handle(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const configuration: Configuration = {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [returnAddress] }],
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name", "preferred_username"] },
    findAccount: (_, login) => ({ accountId: login, claims: () => ({ sub: login, ...known.get(login) }) }),
    pkce: { required: () => true },
    cookies: { keys: ["only for the tests"] },
    features: { devInteractions: { enabled: true } },
    ttl: { AccessToken: 300, AuthorizationCode: 60, Grant: 300, IdToken: 300, Interaction: 300, Session: 300 },
  };
  const provider = await withoutAdvice(async () => new (await import("oidc-provider")).default(issuer, configuration));
  const handle = provider.callback();
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return { issuer, accounts: known };
}

/** It advises against all that makes it fit for a test. */
async function withoutAdvice<T>(work: () => Promise<T>): Promise<T> {
  const quiet = vi.spyOn(console, "warn").mockReturnValue();
  try {
    return await work();
  } finally {
    quiet.mockRestore();
  }
}

/**
 * Goes through the provider as a browser does: from its address to where it sends one back, signing in with a login.
 * Gives the path of the answer in our own web.
 */
export async function throughProvider(address: string, login: string): Promise<string> {
  const cookies = new Map<string, string>();
  let at = address;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 12; step += 1) {
    const answer = await fetch(at, {
      redirect: "manual",
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form ? { method: "POST", body: form } : {}),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ""] = line.split("; ");
      cookies.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    form = undefined;
    const next = answer.headers.get("location");
    if (next) {
      at = new URL(next, at).href;
      if (new URL(at).origin !== new URL(address).origin) return new URL(at).pathname + new URL(at).search;
      continue;
    }
    const page = await answer.text();
    const [, action = at] = /<form[^>]*action="([^"]+)"/.exec(page) ?? [];
    const [, prompt = ""] = /name="prompt" value="([^"]+)"/.exec(page) ?? [];
    if (prompt === "") throw new Error(`The provider shows no form: ${answer.status} ${page.slice(-600)}`);
    form = new URLSearchParams({ prompt, ...(prompt === "login" ? { login, password: "x" } : {}) });
    at = new URL(action, at).href;
  }
  throw new Error("The provider never sends one back");
}
