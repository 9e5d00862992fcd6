import { z } from "zod";
import { grants } from "#kernel/actor.ts";
import { turnOffSecondFactor } from "#features/sign-in/commands.ts";
import { removePasskey, renamePasskey } from "#features/sign-in/passkeys/commands.ts";
import { PasskeyId, PasskeyName } from "#features/sign-in/passkeys/passkey.ts";
import { passkeysOf } from "#features/sign-in/passkeys/queries.ts";
import { dateIn } from "#kernel/clock.ts";
import { FreeText } from "#kernel/personal-number.ts";
import { idOf, PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { createToken, revokeToken } from "#platform/tokens/commands.ts";
import { tokensOf } from "#platform/tokens/queries.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";

const Scopes = z.array(z.enum(grants));
const Token = z.object({
  id: z.string(),
  name: z.string(),
  scopes: Scopes,
  createdAt: z.string(),
  expiresAt: z.string(),
  revokedAt: z.string().nullable(),
});
const NewToken = z.strictObject({
  name: FreeText(200).min(1),
  scopes: Scopes.min(1),
  days: z.int().min(1).max(366).describe("For how many days it is valid"),
});
const Made = z.object({ id: z.string(), token: z.string().describe("Shown this one time"), expiresAt: z.string() });

/** One's own keys to the API. A key made by a key carries no more than that one does. */
export const tokensApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/me/tokens",
      operationId: "listTokens",
      summary: "List the tokens of the token's owner, without their secrets",
      responses: { 200: json("The tokens, newest first", z.object({ tokens: z.array(Token) })) },
    },
    async (c) => {
      const { personId } = c.var.actor;
      if (!personId) throw new Refusal("forbidden", "platform.token.needs_person");
      return c.json({ tokens: await tokensOf(c.var.db, personId) });
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/me/tokens",
      operationId: "createToken",
      summary: "Make another token, which carries no more than this one",
      answersSecret: true,
      request: { body: body(NewToken) },
      responses: { 201: json("The token", Made) },
    },
    async (c, { body: { name, scopes, days } }) => {
      const { db, actor, now } = c.var;
      const expiresAt = now().add({ hours: 24 * days });
      const { id, secret } = await createToken(db, actor, { name, scopes, expiresAt }, now());
      return c.json({ id, token: secret, expiresAt }, 201);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/me/tokens/{tokenId}",
      operationId: "revokeToken",
      summary: "Make one of one's own tokens useless at once",
      request: { params: z.object({ tokenId: idOf("api_token") }) },
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { tokenId } }) => {
      await revokeToken(c.var.db, c.var.actor, tokenId, c.var.now());
      return c.body(null, 204);
    },
  ),
];

const Passkeys = z.array(z.object({ id: z.string(), name: z.string(), createdAt: z.string().nullable() }));
const ownPasskey = { params: z.object({ passkeyId: PasskeyId }) };
const Done = { description: "Done" };

/** One's own passkeys, and help for somebody who has lost their second factor. A passkey is added with a device. */
export const waysInApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/me/passkeys",
      operationId: "listPasskeys",
      summary: "List the passkeys of the token's owner",
      responses: { 200: json("The passkeys, in the order they were added", z.object({ passkeys: Passkeys })) },
    },
    async (c) => {
      const { personId } = c.var.actor;
      if (!personId) throw new Refusal("forbidden", "platform.token.needs_person");
      const passkeys = await passkeysOf(c.var.db, personId);
      return c.json({ passkeys: passkeys.map(({ id, name, createdAt }) => ({ id, name, createdAt })) });
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/me/passkeys/{passkeyId}",
      operationId: "renamePasskey",
      summary: "Give one of one's own passkeys another name",
      request: { ...ownPasskey, body: body(PasskeyName) },
      responses: { 204: Done },
    },
    async (c, { params: { passkeyId }, body: name }) => {
      await renamePasskey(c.var.db, c.var.actor, passkeyId, name);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "delete",
      path: "/me/passkeys/{passkeyId}",
      operationId: "removePasskey",
      summary: "Take away one of one's own passkeys, unless it is the last way in",
      request: ownPasskey,
      responses: { 204: Done },
    },
    async (c, { params: { passkeyId } }) => {
      await removePasskey(c.var.db, c.var.actor, passkeyId);
      return c.body(null, 204);
    },
  ),
  operation(
    "instance:administer",
    {
      method: "post",
      path: "/people/{personId}/second-factor/off",
      operationId: "turnOffSecondFactor",
      summary: "Take the code of an app away from somebody who has lost it, end their sessions and tell them by mail",
      request: { params: z.object({ personId: PersonId }) },
      responses: { 204: Done },
    },
    async (c, { params: { personId } }) => {
      await turnOffSecondFactor(c.var.db, c.var.actor, personId, { today: dateIn(c.var.now()) });
      return c.body(null, 204);
    },
  ),
];
