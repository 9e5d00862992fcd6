import type { IncomingMessage, ServerResponse } from "node:http";
import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Config } from "#config.ts";
import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import type { PersonId } from "#kernel/ids.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Database } from "#platform/database/database.ts";
import type { Live } from "#platform/live/live.ts";
import type { Limits } from "#platform/rate-limits/limits.ts";
import type { Authentication } from "#platform/sign-in/authentication.ts";
import type { Afterwards } from "#platform/web/afterwards.ts";

/** Whoever is signed in, as the page's head shows them. */
export type SignedInPerson = { readonly id: PersonId; readonly name: string; readonly email: string };

/** Whole public pages, kept for a moment. See public-cache.ts. */
export type PublicCache = {
  drop(): void;
  /** Answers with the kept page, or draws it and keeps it. Only pages that were drawn and answered with 200 are kept. */
  page(c: Context<Environment>, draw: () => Response | Promise<Response>): Promise<Response>;
  /**
   * One read, and what is drawn of it, for all who need the same at the same moment, such as when many come for a page
   * that has just been dropped. Only for what anybody may see: the key says what is read, and not by whom.
   */
  shared<T>(what: string, read: () => Promise<T>): Promise<T>;
  /** Answers a request with a kept page, before anything else has looked at it; tells whether it did. */
  answer(asked: IncomingMessage, answer: ServerResponse): boolean;
};

/** What every page and route can reach: `c.var.db`, `c.var.actor`, `c.var.t` … */
export type Environment = {
  Variables: {
    db: Database;
    now: Clock;
    config: Config;
    /** What secrets are sealed with. */
    secret: string;
    /** Where there are pages: the API alone, as commands use it, is never asked to sign somebody in. */
    authentication: Authentication;
    cache: PublicCache;
    limits: Limits;
    live: Live;
    afterwards: Afterwards;
    t: Translate;
    actor: Actor;
    person: SignedInPerson | undefined;
    requestId: string;
    /** The page shows a form that was not accepted. */
    failed?: boolean;
    /** The page once it is drawn, for whoever keeps it: reading it back out of an answer costs a second answer. */
    markup?: string;
  };
};

/** How a page wants to be framed. `public` pages load no htmx and hold nothing about a person. */
export type PageFrame = {
  readonly title: string;
  readonly kind?: "public" | "work";
  readonly description?: string;
  readonly current?: string;
  /** Never kept by a browser or a proxy, and gives no address to the next site: pages behind a mailed link. */
  readonly secret?: boolean;
  readonly feeds?: readonly { readonly href: string; readonly title: string; readonly type: string }[];
  readonly canonical?: string;
  /** After so many seconds the page is asked for again, where there is no script to change it. */
  readonly refreshedWithoutScript?: number;
  /** Whose page it is, shown beside our own name. */
  readonly host?:
    | {
        readonly name: string | null;
        readonly mark: { readonly src: string; readonly width: number; readonly height: number } | null;
      }
    | undefined;
};

declare module "hono" {
  interface ContextRenderer {
    (content: Child, frame: PageFrame): Response | Promise<Response>;
  }
}
