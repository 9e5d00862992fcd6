import { z } from "zod";
import { type Grant, grants } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { explainAccess } from "#features/organisations/people/access/access-explanation.ts";
import { changeOwnDetails, grantRole, invitePerson } from "#features/organisations/people/commands.ts";
import { endRole } from "#features/organisations/people/role-end/commands.ts";
import { managesPeopleIn } from "#features/organisations/people/person-policy.ts";
import { Invitation, NewRole, OwnDetails, RoleAssignmentId, RoleEnd } from "#features/organisations/people/person.ts";
import { accessOf } from "#features/organisations/people/access/queries.ts";
import { personPage } from "#features/organisations/people/queries.ts";
import { peoplePage } from "#features/organisations/people/register/queries.ts";
import { Role } from "#features/organisations/people/roles.ts";
import { type ApiContext, type ApiRoute, body, json, ListQuery, nextLink, operation } from "#platform/web/api.ts";

const Listed = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  title: z.string().nullable(),
  roles: z.array(z.object({ role: Role, place: z.string().nullable().describe("null: the whole installation") })),
});
const Held = z.object({
  id: z.string(),
  role: Role,
  organisationId: z.string().nullable(),
  roundId: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
  fte: z.number().nullable(),
  tense: z.enum(["past", "present", "future"]),
});
const Reason = z.object({
  grant: z.enum(grants),
  role: Role,
  place: z.string().nullable(),
  validFrom: z.string(),
  validTo: z.string().nullable(),
});
const Person = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  title: z.string().nullable(),
  roles: z.array(Held),
  access: z.array(Reason).describe("What the person may do, and by which role"),
});

const gate = "people:manage" satisfies Grant;
const byId = { params: z.object({ personId: PersonId }) };

/** The people somebody looks after, their roles, and why they may do what they may. */
export const peopleApi: readonly ApiRoute[] = [
  operation(
    gate,
    {
      method: "get",
      path: "/people",
      operationId: "listPeople",
      summary: "List the people who have or have had a role where you manage people",
      request: { query: ListQuery.extend({ after: PersonId.optional(), name: z.string().max(200).optional() }) },
      responses: { 200: json("One page of people", z.object({ count: z.int(), people: z.array(Listed) })) },
    },
    async (c, { query: { name, ...wish } }) => {
      const { rows, count, after } = await peoplePage(
        c.var.db,
        c.var.actor,
        { ...wish, typed: name },
        dateIn(c.var.now()),
      );
      nextLink(c, after);
      return c.json({ count, people: rows });
    },
  ),
  operation(
    gate,
    {
      method: "get",
      path: "/people/{personId}",
      operationId: "readPerson",
      summary: "Read a person with roles over time and what they may do",
      request: byId,
      responses: { 200: json("The person", Person) },
    },
    async (c, { params: { personId } }) => c.json(await shownPerson(c, personId)),
  ),
  operation(
    gate,
    {
      method: "post",
      path: "/invitations",
      operationId: "invitePerson",
      summary:
        "Give somebody a role and mail them how to sign in; the answer is the same whether the address was known or not",
      request: { body: body(Invitation) },
      responses: { 201: json("The person and the role", z.object({ personId: z.string(), assignmentId: z.string() })) },
    },
    async (c, { body: invitation }) => c.json(await invitePerson(c.var.db, c.var.actor, c.var.now, invitation), 201),
  ),
  operation(
    gate,
    {
      method: "post",
      path: "/people/{personId}/roles",
      operationId: "grantRole",
      summary: "Give a person another role",
      request: { ...byId, body: body(NewRole) },
      responses: { 201: json("The role", z.object({ assignmentId: z.string() })) },
    },
    async (c, { params, body: role }) =>
      c.json(await grantRole(c.var.db, c.var.actor, c.var.now, params.personId, role), 201),
  ),
  operation(
    gate,
    {
      method: "post",
      path: "/roles/{assignmentId}/end",
      operationId: "endRole",
      summary: "End a role, at once or after a last day",
      request: { params: z.object({ assignmentId: RoleAssignmentId }), body: body(RoleEnd) },
      responses: { 204: { description: "Done" } },
    },
    async (c, { params, body: end }) => {
      await endRole(c.var.db, c.var.actor, c.var.now, params.assignmentId, end);
      return c.body(null, 204);
    },
  ),
  operation(
    "token",
    {
      method: "put",
      path: "/me",
      operationId: "changeOwnDetails",
      summary: "Change what is said about the token's owner",
      request: { body: body(OwnDetails) },
      responses: { 204: { description: "Done" } },
    },
    async (c, { body: details }) => {
      await changeOwnDetails(c.var.db, c.var.actor, details);
      return c.body(null, 204);
    },
  ),
];

async function shownPerson(c: ApiContext, personId: PersonId) {
  const { db, actor, now } = c.var;
  const today = dateIn(now());
  const person = await personPage(db, actor, personId, today);
  if (!person) throw new Refusal("not_found", "organisations.no_such_person");
  const { id, name, email, phone, title } = person;
  const held = (await accessOf(db, personId, today)).filter(
    ({ scope }) => person.can.edit || managesPeopleIn(actor, scope),
  );
  const roles = person.roles.map((role) => {
    const { role: named, organisationId, roundId, validFrom, validTo, fte, tense } = role;
    return { id: role.id, role: named, organisationId, roundId, validFrom, validTo, fte, tense };
  });
  const access = explainAccess(held).map(({ grant, by: { role, place, validFrom, validTo } }) => ({
    grant,
    role,
    place,
    validFrom,
    validTo,
  }));
  return { id, name, email, phone, title, roles, access };
}
