import { z } from "zod";
import { renewOwnCalendar, renewRegistrationCalendar } from "#features/circles/calendar/commands.ts";
import { RegistrationId } from "#features/circles/registration/registration.ts";
import { type ApiContext, type ApiRoute, json, operation } from "#platform/web/api.ts";

const Address = z.object({ address: z.string().describe("Shown this once; the one before leads nowhere from now on") });

/** Calendars by secret addresses. */
export const calendarApi: readonly ApiRoute[] = [
  operation(
    "token",
    {
      method: "post",
      path: "/me/calendar-address",
      operationId: "renewOwnCalendar",
      summary: "Make the secret address of a calendar with all one leads, has a place in or sits in",
      answersSecret: true,
      responses: { 201: json("The address", Address) },
    },
    async (c) => c.json(told(c, await renewOwnCalendar(c.var.db, c.var.actor, c.var.now)), 201),
  ),
  operation(
    "token",
    {
      method: "post",
      path: "/registrations/{registrationId}/calendar-address",
      operationId: "renewRegistrationCalendar",
      summary: "Make the secret address of the meetings of one's own place, with where digital ones are joined",
      answersSecret: true,
      request: { params: z.object({ registrationId: RegistrationId }) },
      responses: { 201: json("The address", Address) },
    },
    async (c, { params }) =>
      c.json(told(c, await renewRegistrationCalendar(c.var.db, c.var.actor, c.var.now, params)), 201),
  ),
];

function told(c: ApiContext, secret: string): z.output<typeof Address> {
  return { address: `${c.var.config.baseUrl}/kalender/min/${secret}.ics` };
}
