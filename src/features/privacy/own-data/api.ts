import { z } from "zod";
import { EmailAddress } from "#kernel/email-address.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { mailOwnDataLink, takeOwnData } from "#features/privacy/own-data/commands.ts";
import { ownSectionNames } from "#features/privacy/own-data/own-data.ts";
import { ownDataFile } from "#features/privacy/own-data/own-data-file.ts";
import { ownDataWishes } from "#features/privacy/own-data/own-data-limits.ts";
import { ownDataOf, ownIdentity } from "#features/privacy/own-data/queries.ts";

const things = z.array(z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])));
const OwnData = z.object({
  format: z.string(),
  takenOutAt: z.string(),
  ...(Object.fromEntries(ownSectionNames.map((name) => [name, things])) as Record<string, typeof things>),
});

/** What is held about oneself. */
export const ownDataApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "get",
      path: "/own-data",
      operationId: "readOwnData",
      summary: "Everything held about the token's owner",
      responses: { 200: json("What is held, part by part", OwnData) },
    },
    async (c) => {
      const whose = await ownIdentity(c.var.db, c.var.actor.personId);
      if (!whose) throw new Refusal("not_found", "web.not_found");
      return c.json(ownDataFile(await ownDataOf(c.var.db, whose), c.var.now()));
    },
  ),
  operation(
    "open",
    {
      method: "post",
      path: "/own-data/mailed-link",
      operationId: "mailOwnDataLink",
      summary: "Mail a link to what is held about an address, if anything is",
      request: { body: body(z.strictObject({ email: EmailAddress })) },
      responses: { 202: { description: "The same whether anything is held or not" } },
    },
    async (c, { body: { email } }) => {
      const { db, actor, t, now, limits, afterwards, config } = c.var;
      await limits.count(ownDataWishes, { address: networkAddress(c), target: email });
      afterwards.start(() => mailOwnDataLink(db, actor, { email, baseUrl: config.baseUrl, t }, now));
      return c.body(null, 202);
    },
  ),
  operation(
    "open",
    {
      method: "post",
      path: "/own-data/by-link",
      operationId: "takeOwnData",
      summary: "Everything held about whoever holds a mailed link",
      request: { body: body(z.strictObject({ token: z.string().min(1).max(200) })) },
      responses: { 200: json("What is held, part by part", OwnData) },
      answersSecret: true,
    },
    async (c, { body: { token } }) => {
      const sections = await takeOwnData(c.var.db, c.var.actor, token, c.var.now);
      return c.json(ownDataFile(sections, c.var.now()));
    },
  ),
];
