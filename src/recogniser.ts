import { actorOf, actorOfToken } from "#features/organisations/people/queries.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Authentication } from "#platform/sign-in/authentication.ts";
import { personInSession, prolongedSession } from "#platform/sign-in/session.ts";
import type { Recognise } from "#platform/web/gate.ts";

/** Finds out who a request comes from: sign-in knows the session or the token, organisations know the roles. */
export function recogniser(authentication: Authentication): Recognise {
  return {
    session: async (c) => {
      const { db, now } = c.var;
      const person = await personInSession(authentication, c);
      const known = person && (await actorOf(db, person, dateIn(now())));
      if (!person || known) return known;
      const prolonged = await prolongedSession(authentication, c);
      return prolonged && actorOf(db, prolonged, dateIn(now()));
    },
    token: async (c) => {
      const token = /^Bearer (\S+)$/.exec(c.req.header("authorization") ?? "")?.[1];
      return token ? actorOfToken(c.var.db, token, c.var.now()) : undefined;
    },
  };
}
