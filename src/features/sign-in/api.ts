import { z } from "zod";
import { grants } from "#kernel/actor.ts";
import { FreeText } from "#kernel/personal-number.ts";
import { idOf } from "#kernel/ids.ts";
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
