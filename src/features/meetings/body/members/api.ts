import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { addMembers, endMember } from "#features/meetings/body/members/commands.ts";
import { MemberId, NewMembers } from "#features/meetings/body/members/member.ts";
import { type Member, membersOfBody } from "#features/meetings/body/members/queries.ts";
import { bodyCalled } from "#features/meetings/body/queries.ts";
import { LastDay } from "#features/meetings/body/seats/seat.ts";

const Text = z.string().nullable();

/** A member organisation as the API tells of it. */
export const memberJson = z.object({
  id: MemberId,
  organisationId: OrganisationId,
  name: z.string(),
  municipalityCode: Text,
  validFrom: Text.describe("Null: since nobody knows when"),
  validTo: Text,
  source: Text,
});

export function memberOf({ slug: _, validFrom, validTo, ...member }: Member): z.output<typeof memberJson> {
  return { ...member, validFrom: validFrom?.toString() ?? null, validTo: validTo?.toString() ?? null };
}

/** The organisations that are members of a body. */
export const membersApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "post",
      path: "/bodies/{slug}/members",
      operationId: "addBodyMembers",
      summary: "Make organisations members of a body; those who are already stay as they are",
      request: { params: z.object({ slug: z.string().max(200) }), body: body(NewMembers) },
      responses: { 201: json("How many became members", z.object({ added: z.number().int() })) },
    },
    async (c, { params: { slug }, body: members }) => {
      const { db, actor, now } = c.var;
      const { id } = await bodyCalled(db, actor, slug, dateIn(now()));
      return c.json(await addMembers(db, actor, now, id, members), 201);
    },
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/bodies/{slug}/members/{memberId}/end",
      operationId: "endBodyMember",
      summary: "End a membership after a last day; it stays as history",
      request: { params: z.object({ slug: z.string().max(200), memberId: MemberId }), body: body(LastDay) },
      responses: { 204: { description: "Done" } },
    },
    async (c, { params: { slug, memberId }, body: last }) => {
      const { db, actor, now } = c.var;
      const { id } = await bodyCalled(db, actor, slug, dateIn(now()));
      const isHere = (await membersOfBody(db, id)).some((member) => member.id === memberId);
      if (!isHere) throw new Refusal("not_found", "body.no_such_member");
      await endMember(db, actor, now, memberId, last);
      return c.body(null, 204);
    },
  ),
];
