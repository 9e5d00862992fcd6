import { z } from "zod";
import { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { giveMark, removeMark, writeLook } from "#features/organisations/looks/commands.ts";
import { LookWish } from "#features/organisations/looks/look.ts";
import { lookOf } from "#features/organisations/looks/queries.ts";
import { organisationPage } from "#features/organisations/register/queries.ts";
import { openFiles } from "#platform/files/files.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";

const Look = z.object({
  name: z.string().nullable(),
  mark: z.object({ src: z.string(), width: z.int(), height: z.int() }).nullable(),
  senderName: z.string().nullable(),
  replyAddress: z.string().nullable(),
});
const byId = { params: z.object({ organisationId: OrganisationId }) };
const done = { responses: { 204: { description: "Done" } } };

/** How organisations show themselves. */
export const looksApi: readonly ApiRoute[] = [
  operation(
    "open",
    {
      method: "get",
      path: "/organisations/{slug}/look",
      operationId: "readLook",
      summary: "Read how an organisation shows itself, with what it has from above",
      request: { params: z.object({ slug: z.string().max(200) }) },
      responses: { 200: json("The look", Look) },
    },
    async (c, { params: { slug } }) => {
      const organisation = await organisationPage(c.var.db, c.var.actor, slug);
      if (!organisation) throw new Refusal("not_found", "organisations.no_such_organisation");
      const { name, mark, sender, replyTo } = await lookOf(c.var.db, organisation.id);
      return c.json({ name, mark, senderName: sender?.name ?? null, replyAddress: replyTo?.address ?? null });
    },
  ),
  operation(
    "organisations:manage",
    {
      method: "put",
      path: "/organisations/{organisationId}/look",
      operationId: "writeLook",
      summary: "Say how an organisation shows itself; what is left out is inherited",
      request: { ...byId, body: body(LookWish) },
      ...done,
    },
    async (c, { params, body: look }) => {
      await writeLook(c.var.db, c.var.actor, params.organisationId, look);
      return c.body(null, 204);
    },
  ),
  operation(
    "organisations:manage",
    {
      method: "put",
      path: "/organisations/{organisationId}/mark",
      operationId: "giveMark",
      summary: "Give an organisation a mark: a PNG, JPEG or WebP of at most 300 kB",
      request: { ...byId, body: body(z.strictObject({ image: z.base64().max(400_000) })) },
      ...done,
    },
    async (c, { params, body: { image } }) => {
      const { db, actor, config } = c.var;
      await giveMark(db, openFiles(config.dataDir), actor, params.organisationId, Buffer.from(image, "base64"));
      return c.body(null, 204);
    },
  ),
  operation(
    "organisations:manage",
    {
      method: "delete",
      path: "/organisations/{organisationId}/mark",
      operationId: "removeMark",
      summary: "Take an organisation's own mark away; it then has the one from above, if there is any",
      request: byId,
      ...done,
    },
    async (c, { params }) => {
      const { db, actor } = c.var;
      await removeMark(db, actor, params.organisationId);
      return c.body(null, 204);
    },
  ),
];
