import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { type ApiRoute, body, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";
import { roundCalled } from "#features/circles/registration/api.ts";
import { withdraw } from "#features/circles/registration/commands.ts";
import { denyEligibility, restoreEligibility } from "#features/circles/registration/eligibility/commands.ts";
import { remindManagers } from "#features/circles/registration/manager/commands.ts";
import { answerOffer } from "#features/circles/registration/offer/commands.ts";
import { roster, type RosterRow } from "#features/circles/registration/queries.ts";
import { Reason, RegistrationId, registrationStates, sectors } from "#features/circles/registration/registration.ts";

const State = z.enum(registrationStates);
const Standing = z.object({ id: z.string(), state: State });
const byId = { params: z.object({ registrationId: RegistrationId }) };
const Listed = z.object({
  id: z.string(),
  queueNo: z.int(),
  appliedAt: z.string(),
  state: State,
  late: z.boolean(),
  name: z.string(),
  email: z.string(),
  workplace: z.string(),
  employer: z.string(),
  sector: z.enum(sectors),
  profession: z.string(),
  managerWord: z.string().describe("notAsked, declared, waiting, question, confirmed, confirmedUnverified or refused"),
  heldUntil: z.string().nullable(),
  answerBy: z.string().nullable(),
  reason: z.string().nullable().describe("Why somebody is not eligible"),
});

/** What those who plan a round do with its applications. */
export const rosterApi: readonly ApiRoute[] = [
  operation(
    "circles:read",
    {
      method: "get",
      path: "/rounds/{slug}/registrations",
      operationId: "listRegistrations",
      summary: "List who has applied to a round, in queue order",
      request: {
        params: z.object({ slug: z.string().max(200) }),
        query: ListQuery.extend({ after: z.coerce.number().int().min(0).optional(), state: State.optional() }),
      },
      responses: {
        200: json(
          "One page of the roster",
          z.object({ placesLeft: z.int(), count: z.int(), registrations: z.array(Listed) }),
        ),
      },
    },
    async (c, { params: { slug }, query: { state, after = 0, limit } }) => {
      const found = await roster(c.var.db, c.var.actor, slug, { state }, c.var.now());
      if (!found) throw new Refusal("not_found", "registration.no_such_round");
      const rest = found.rows.filter(({ queueNo }) => queueNo > after);
      const page = rest.slice(0, limit);
      nextLink(c, rest.length > limit ? String(page.at(-1)?.queueNo) : undefined);
      return c.json({ placesLeft: found.left, count: found.rows.length, registrations: page.map(listed) });
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/registrations/{registrationId}/deny",
      operationId: "denyEligibility",
      summary: "Find an applicant not eligible, with a reason they are told; the queue moves",
      request: { ...byId, body: body(z.strictObject({ reason: Reason })) },
      responses: { 200: json("How the application stands", Standing) },
    },
    async (c, { params: { registrationId: id }, body: { reason } }) => {
      await denyEligibility(c.var.db, c.var.actor, id, reason, c.var.now);
      return c.json({ id, state: "ineligible" });
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/registrations/{registrationId}/restore",
      operationId: "restoreEligibility",
      summary: "Take a denial back; the applicant stands at their old number again",
      request: byId,
      responses: { 200: json("How the application stands", Standing) },
    },
    async (c, { params: { registrationId: id } }) =>
      c.json({ id, state: await restoreEligibility(c.var.db, c.var.actor, id, c.var.now) }),
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/registrations/{registrationId}/withdraw",
      operationId: "withdrawRegistration",
      summary: "Withdraw an application for somebody who has asked for it",
      request: byId,
      responses: { 200: json("How the application stands", Standing) },
    },
    async (c, { params: { registrationId } }) => {
      const { id } = await withdraw(c.var.db, c.var.actor, { registrationId }, c.var.now);
      return c.json({ id, state: "withdrawn" });
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/registrations/{registrationId}/answer-offer",
      operationId: "answerOfferFor",
      summary: "Answer an offer for somebody who has answered by telephone",
      request: { ...byId, body: body(z.strictObject({ answer: z.enum(["yes", "no"]) })) },
      responses: { 200: json("How the application stands", Standing) },
    },
    async (c, { params: { registrationId }, body: { answer } }) =>
      c.json(await answerOffer(c.var.db, c.var.actor, { registrationId }, answer, c.var.now)),
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/remind-managers",
      operationId: "remindManagers",
      summary: "Remind managers who have not answered: those of the given applications, or all of the round's",
      request: {
        params: z.object({ slug: z.string().max(200) }),
        body: body(z.strictObject({ registrationIds: z.array(RegistrationId).max(1_000).optional() })),
      },
      responses: { 200: json("How many were reminded", z.object({ reminded: z.int() })) },
    },
    async (c, { params: { slug }, body: { registrationIds } }) => {
      const roundId = await roundCalled(c, slug);
      return c.json({ reminded: await remindManagers(c.var.db, c.var.actor, roundId, registrationIds, c.var.now) });
    },
  ),
];

function listed(row: RosterRow) {
  const { id, queueNo, state, late, name, email, workplace, employer, sector, profession } = row;
  const manager = row.manager?.reads ?? "notAsked";
  return {
    id,
    queueNo,
    state,
    late,
    name,
    email,
    workplace,
    employer,
    sector,
    profession,
    appliedAt: row.appliedAt.toString(),
    managerWord: manager,
    heldUntil: row.heldUntil?.toString() ?? null,
    answerBy: row.answerBy?.toString() ?? null,
    reason: row.ineligibleReason,
  };
}
