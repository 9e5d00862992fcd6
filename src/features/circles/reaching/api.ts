import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import { dateIn } from "#kernel/clock.ts";
import { type ApiContext, type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { addContact, removeContact } from "#features/circles/reaching/dispatch/commands.ts";
import { dispatchList } from "#features/circles/reaching/dispatch/queries.ts";
import { dietKinds } from "#features/circles/reaching/lists/diet-counts.ts";
import { cateringList } from "#features/circles/reaching/lists/queries.ts";
import { dispatchInvitation, sendMessage } from "#features/circles/reaching/mailing/commands.ts";
import { audiences, ContactId, Dispatch, Message, NewContact } from "#features/circles/reaching/mailing/mailing.ts";
import { mailingsOf, roundToReach } from "#features/circles/reaching/mailing/queries.ts";
import { bySlug, roundCalled } from "#features/circles/round/api.ts";

const Sent = z.object({ id: z.string(), receivers: z.int() });
const Nothing = { description: "Done" };
const ListedMailing = z.object({
  id: z.string(),
  kind: z.enum(["message", "invitation"]),
  to: z.enum(audiences).nullable(),
  subject: z.string(),
  text: z.string(),
  receivers: z.int(),
  waiting: z.int().describe("How many mails are not in the outbox yet"),
  writtenBy: z.string().nullable(),
  writtenAt: z.string(),
});
const ListedContact = z.object({
  id: z.string().nullable().describe("Set for those added by hand"),
  name: z.string(),
  workplace: z.string().nullable(),
  email: z.string(),
  sentAt: z.string().nullable(),
});
const Catering = z.object({
  people: z.int(),
  plates: z.array(z.object({ kinds: z.array(z.enum(dietKinds)), count: z.int() })),
  other: z.array(z.string()),
  sessions: z.array(z.object({ id: z.string(), date: z.string().nullable() })),
});

/** Reaching people: messages, the invitation, what a caterer is told. */
export const reachingApi: readonly ApiRoute[] = [
  operation(
    "circles:read",
    {
      method: "get",
      path: "/rounds/{slug}/mailings",
      operationId: "listMailings",
      summary: "List what has been written to those who applied and to contact persons, latest first",
      request: bySlug,
      responses: { 200: json("The mailings", z.object({ mailings: z.array(ListedMailing) })) },
    },
    async (c, { params: { slug } }) => {
      const { round } = await roundReached(c, slug);
      const mailings = await mailingsOf(c.var.db, round.id);
      return c.json({
        mailings: mailings.map(({ audience, count, writtenAt, ...mailing }) =>
          ListedMailing.parse({ ...mailing, to: audience, receivers: count, writtenAt: writtenAt.toString() }),
        ),
      });
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/messages",
      operationId: "sendMessage",
      summary: "Write to everyone in a round, to the placed, to the waiting list or to one person; one mail each",
      request: { ...bySlug, body: body(Message) },
      responses: { 201: json("How many it goes to", Sent) },
    },
    async (c, { params: { slug }, body: message }) => {
      const { round } = await roundReached(c, slug);
      return c.json(await sendMessage(c.var.db, c.var.actor, c.var.now, round.id, message), 201);
    },
  ),
  operation(
    "circles:manage",
    {
      method: "get",
      path: "/rounds/{slug}/contact-persons",
      operationId: "listContactPersons",
      summary: "List whom the invitation may be sent to, and when each last got it",
      request: bySlug,
      responses: { 200: json("The contact persons", z.object({ contacts: z.array(ListedContact) })) },
    },
    async (c, { params: { slug } }) => {
      const { round } = await roundCalled(c, slug);
      const contacts = await dispatchList(c.var.db, round, dateIn(c.var.now()));
      return c.json({
        contacts: contacts.map(({ id, name, workplace, email, sentAt }) => ({
          id,
          name,
          workplace,
          email,
          sentAt: sentAt?.toString() ?? null,
        })),
      });
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/contact-persons",
      operationId: "addContactPerson",
      summary: "Add somebody to those an organisation sends its invitations to",
      request: { ...bySlug, body: body(NewContact) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug }, body: contact }) => {
      const { round } = await roundCalled(c, slug);
      await addContact(c.var.db, c.var.actor, c.var.now, round.id, contact);
      return c.body(null, 204);
    },
  ),
  operation(
    "circles:manage",
    {
      method: "delete",
      path: "/rounds/{slug}/contact-persons/{contactId}",
      operationId: "removeContactPerson",
      summary: "Take somebody away from those an organisation sends its invitations to",
      request: { params: bySlug.params.extend({ contactId: ContactId }) },
      responses: { 204: Nothing },
    },
    async (c, { params: { slug, contactId } }) => {
      const { round } = await roundCalled(c, slug);
      await removeContact(c.var.db, c.var.actor, round.id, contactId);
      return c.body(null, 204);
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/dispatches",
      operationId: "dispatchInvitation",
      summary: "Send the invitation to contact persons, one mail each; again only when asked for",
      request: { ...bySlug, body: body(Dispatch) },
      responses: { 201: json("How many it goes to", Sent) },
    },
    async (c, { params: { slug }, body: dispatch }) => {
      const { round } = await roundCalled(c, slug);
      return c.json(await dispatchInvitation(c.var.db, c.var.actor, c.var.now, round.id, dispatch), 201);
    },
  ),
  operation(
    "circles:read",
    {
      method: "get",
      path: "/rounds/{slug}/catering",
      operationId: "readCatering",
      summary: "Read how many come to the meetings with food and what they eat, without names",
      request: bySlug,
      responses: { 200: json("The counts", Catering) },
    },
    async (c, { params: { slug } }) => {
      const found = await cateringList(c.var.db, c.var.actor, slug, c.var.now());
      if (!found) throw new Refusal("not_found", "registration.no_such_round");
      const { people, diets, sessions } = found;
      return c.json({
        people,
        plates: diets.plates,
        other: diets.other,
        sessions: sessions.map(({ id, date }) => ({ id, date: date?.toString() ?? null })),
      });
    },
  ),
];

async function roundReached(c: ApiContext, slug: string) {
  const found = await roundToReach(c.var.db, c.var.actor, slug, c.var.now());
  if (!found) throw new Refusal("not_found", "registration.no_such_round");
  return found;
}
