import { z } from "zod";
import { EmailAddress } from "#kernel/email-address.ts";
import { type ApiRoute, body, json, operation } from "#platform/web/api.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { roundCalled } from "#features/circles/registration/api.ts";
import { addApplication, proveAddress } from "#features/circles/registration/added/commands.ts";
import { markCalled, PhoneCallId } from "#features/circles/registration/calls/commands.ts";
import { callsToMake } from "#features/circles/registration/calls/queries.ts";
import { callSays } from "#features/circles/registration/calls/call-words.ts";
import { correctRegistration } from "#features/circles/registration/correction/commands.ts";
import { Correction } from "#features/circles/registration/correction/correction.ts";
import { mailOwnLinks } from "#features/circles/registration/own/commands.ts";
import { askingForLinks } from "#features/circles/registration/own/own-link.ts";
import { RegistrationId, registrationStates, WrittenDown } from "#features/circles/registration/registration.ts";

const State = z.enum(registrationStates);

/** Applications that staff write down, put right and tell about by telephone, and links that applicants have lost. */
export const addedApi: readonly ApiRoute[] = [
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/rounds/{slug}/registrations/written-down",
      operationId: "addRegistration",
      summary: "Write down an application that came in by telephone, mail, letter, in person or another form",
      request: { params: z.object({ slug: z.string().max(200) }), body: body(WrittenDown) },
      responses: {
        201: json(
          "The number in the queue, and how it stands",
          z.object({ id: z.string(), queueNo: z.int(), state: State }),
        ),
      },
    },
    async (c, { params: { slug }, body: written }) => {
      const roundId = await roundCalled(c, slug);
      return c.json(await addApplication(c.var.db, c.var.actor, { roundId, written }, c.var.now), 201);
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/registrations/{registrationId}/correct",
      operationId: "correctRegistration",
      summary: "Put details of an application right; the applicant is told",
      request: { params: z.object({ registrationId: RegistrationId }), body: body(Correction) },
      responses: {
        200: json("Which details were changed", z.object({ id: z.string(), changed: z.array(z.string()) })),
      },
    },
    async (c, { params: { registrationId }, body: correction }) =>
      c.json(await correctRegistration(c.var.db, c.var.actor, registrationId, correction, c.var.now)),
  ),
  operation(
    "circles:manage",
    {
      method: "get",
      path: "/calls",
      operationId: "listCalls",
      summary: "List what has to be told by telephone to people without a mail address",
      request: {},
      responses: {
        200: json(
          "The calls, the oldest first",
          z.object({
            calls: z.array(
              z.object({
                id: z.string(),
                registrationId: z.string(),
                name: z.string(),
                phone: z.string().nullable(),
                say: z.string(),
                leftAt: z.string(),
              }),
            ),
          }),
        ),
      },
    },
    async (c) => {
      const calls = await callsToMake(c.var.db, c.var.actor);
      return c.json({
        calls: calls.map((call) => {
          const { id, registrationId, name, phone, leftAt } = call;
          const { code, values } = callSays(call);
          return { id, registrationId, name, phone, say: c.var.t(code, values), leftAt: leftAt.toString() };
        }),
      });
    },
  ),
  operation(
    "circles:manage",
    {
      method: "post",
      path: "/calls/{callId}/made",
      operationId: "markCalled",
      summary: "Mark that somebody has been told by telephone",
      request: { params: z.object({ callId: PhoneCallId }) },
      responses: { 200: json("The call", z.object({ id: z.string() })) },
    },
    async (c, { params: { callId } }) => {
      await markCalled(c.var.db, c.var.actor, callId, c.var.now);
      return c.json({ id: callId });
    },
  ),
  operation(
    "open",
    {
      method: "post",
      path: "/registrations/prove-address",
      operationId: "proveAddress",
      summary: "Say that it is you whom somebody else has registered, by the secret of one’s own page",
      request: { body: body(z.strictObject({ ownToken: z.string().min(1).max(100) })) },
      responses: { 200: json("The application that is shown from now on", z.object({ id: z.string() })) },
    },
    async (c, { body: { ownToken } }) => c.json(await proveAddress(c.var.db, c.var.actor, ownToken, c.var.now)),
  ),
  operation(
    "open",
    {
      method: "post",
      path: "/registrations/own-links",
      operationId: "mailOwnLinks",
      summary:
        "Ask for a mail with a new link to each application of an address; the answer is the same for every address",
      request: { body: body(z.strictObject({ email: EmailAddress })) },
      responses: {
        202: json("The mail is on its way, if there is anything to link to", z.object({ asked: z.boolean() })),
      },
    },
    async (c, { body: { email } }) => {
      await c.var.limits.count(askingForLinks, { address: networkAddress(c), target: email });
      const { db, actor, now } = c.var;
      c.var.afterwards.start(() => mailOwnLinks(db, actor, email, now));
      return c.json({ asked: true }, 202);
    },
  ),
];
