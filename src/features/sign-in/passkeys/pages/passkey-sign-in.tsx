import type { Context } from "hono";
import { goOn } from "#features/sign-in/pages/onward.ts";
import { PasskeySignIn } from "#features/sign-in/passkeys/passkey.ts";
import { drawKept } from "#features/sign-in/providers/pages/through.tsx";
import { passkeyTries } from "#features/sign-in/sign-in-limits.ts";
import { Refusal } from "#kernel/refusal.ts";
import { pass } from "#platform/sign-in/session.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { networkAddress } from "#platform/web/network-address.ts";

type Page = Context<Environment>;

/** What a device is to sign to let its owner in. Says nothing of who has passkeys: the device knows. */
export async function askDevice(c: Page) {
  await c.var.limits.count(passkeyTries, { address: networkAddress(c) });
  const answer = await c.var.authentication.api.generatePasskeyAuthenticationOptions({
    headers: new Headers(),
    asResponse: true,
  });
  await pass(c, answer.clone());
  return c.json({ ...((await answer.json()) as object), userVerification: "required" });
}

/** Signs in whoever a device's answer shows to be its owner. It is two factors, so no code is asked for. */
export async function signInWithPasskey(c: Page, filled: Filled) {
  await c.var.limits.count(passkeyTries, { address: networkAddress(c) });
  const { response, failure, till } = checkedForm(PasskeySignIn, filled);
  if (!response) throw new Refusal("invalid", `sign_in.passkey.${failure ?? "unavailable"}`);
  const answer = await c.var.authentication.api.verifyPasskeyAuthentication({
    body: { response },
    headers: c.req.raw.headers,
    asResponse: true,
  });
  const outcome = await pass(c, answer);
  if (outcome === "elsewhere") return drawKept(c);
  if (outcome !== "in") throw new Refusal("invalid", "sign_in.passkey.unknown");
  return goOn(c, outcome, till);
}
