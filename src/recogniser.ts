import { actorOf, actorOfToken } from "#features/organisations/people/queries.ts";
import { dateIn } from "#kernel/clock.ts";
import type { PersonId } from "#kernel/ids.ts";
import type { Authentication } from "#platform/sign-in/authentication.ts";
import { sessionOf } from "#platform/sign-in/session.ts";
import type { Recognise } from "#platform/web/gate.ts";

/** Finds out who a request comes from: sign-in knows the session or the token, organisations know the roles. */
export function recogniser(authentication: Authentication): Recognise {
  return {
    session: async (c) => {
      const personId = await sessionOf(authentication, c);
      if (!personId) return undefined;
      return actorOf(c.var.db, personId as PersonId, dateIn(c.var.now()));
    },
    token: async (c) => {
      const token = /^Bearer (\S+)$/.exec(c.req.header("authorization") ?? "")?.[1];
      return token ? actorOfToken(c.var.db, token, c.var.now()) : undefined;
    },
  };
}
