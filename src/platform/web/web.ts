import { randomUUID } from "node:crypto";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { setCookie } from "hono/cookie";
import { csrf } from "hono/csrf";
import { HTTPException } from "hono/http-exception";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Config } from "#config.ts";
import { nobody } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { type Language, languages, type Translate } from "#kernel/messages.ts";
import { Refusal, refusalStatus } from "#kernel/refusal.ts";
import type { Database } from "#platform/database/database.ts";
import type { Live } from "#platform/live/live.ts";
import type { Limits } from "#platform/rate-limits/limits.ts";
import type { Authentication } from "#platform/sign-in/authentication.ts";
import type { Afterwards } from "#platform/web/afterwards.ts";
import type { Environment, PageFrame, PublicCache } from "#platform/web/environment.ts";
import { languageCookie, rememberedLanguage } from "#platform/web/language.ts";
import { type Log, loggedPath } from "#platform/web/log.ts";
import type { Metrics } from "#platform/web/metrics.ts";
import { problemJson, problemOf } from "#platform/web/problem-json.ts";
import { securityHeaders } from "#platform/web/security-headers.ts";

type Page = Context<Environment>;

/**
 * How much may be sent at once, in megabytes: a form with its file, or with far too much in every field, so that it can
 * be drawn again with all of it; and a write of the API.
 */
const largest = { form: 12, api: 1 };

export type WebParts = {
  readonly db: Database;
  readonly now: Clock;
  readonly config: Config;
  readonly secret: string;
  readonly cache: PublicCache;
  readonly limits: Limits;
  readonly live: Live;
  readonly afterwards: Afterwards;
  readonly log: Log;
  readonly metrics: Pick<Metrics, "answered" | "broken">;
  readonly translate: Readonly<Record<Language, Translate>>;
  /** Undefined where there is the API alone. */
  readonly pages: PageParts | undefined;
};

/** What pages need besides. */
export type PageParts = {
  readonly authentication: Authentication;
  /** Draws a page inside the product's frame. */
  readonly render: (c: Page, content: Child, frame: PageFrame) => Response | Promise<Response>;
  /** Draws the pages that tell of a refusal, a missing page or a fault. */
  readonly refused: (c: Page, refusal: Refusal) => Response | Promise<Response>;
  readonly broken: (c: Page, incident: string) => Response | Promise<Response>;
};

/** Whether a request asks for the API's way of answering. */
const isApi = (c: Context) => c.req.path.startsWith("/api/");

/** The language asked for in the address, which is then remembered, or else the one remembered; Swedish. */
function languageOf(c: Context): Language {
  const asked = languages.find((language) => language === c.req.query("lang"));
  if (asked) setCookie(c, languageCookie, asked, { path: "/", maxAge: 365 * 24 * 60 * 60, sameSite: "Lax" });
  return asked ?? rememberedLanguage(c.req.header("cookie"));
}

/** The web with everything that is the same for every route: headers, limits, language, errors told in words. */
export function openWeb(parts: WebParts): Hono<Environment> {
  const { log, metrics, translate, pages } = parts;
  const hono = new Hono<Environment>({ strict: false });
  const origin = new URL(parts.config.baseUrl).origin;
  const headers = Object.entries(securityHeaders({ https: origin.startsWith("https:") }));

  hono.use(async (c, next) => {
    const started = performance.now();
    const id = randomUUID();
    c.set("requestId", id);
    c.set("db", parts.db);
    c.set("now", parts.now);
    c.set("config", parts.config);
    c.set("secret", parts.secret);
    c.set("cache", parts.cache);
    c.set("limits", parts.limits);
    c.set("live", parts.live);
    c.set("afterwards", parts.afterwards);
    c.set("actor", nobody);
    c.set("t", translate[languageOf(c)]);
    if (pages) {
      c.set("authentication", pages.authentication);
      c.setRenderer((content, frame) => pages.render(c, content, frame));
    }
    // Said before the page is drawn: an answer that is changed afterwards has to be made twice.
    for (const [name, value] of headers) c.header(name, value);
    c.header("X-Request-Id", id);
    await next();
    const seconds = (performance.now() - started) / 1_000;
    const { method, path } = c.req;
    const { status } = c.res;
    metrics.answered(method, status, seconds);
    if (log.isLevelEnabled("debug")) log.debug({ id, method, path: loggedPath(path), status, seconds }, "answered");
  });

  hono.use((c, next) => {
    // What only asks holds nothing to measure, and looking for it makes the answer slower.
    if (c.req.method === "GET") return next();
    const megabytes = isApi(c) ? largest.api : largest.form;
    const onError = () => {
      throw new Refusal("invalid", "web.too_large", { megabytes });
    };
    return bodyLimit({ maxSize: megabytes * 1024 * 1024, onError })(c, next);
  });

  // The API takes tokens, never cookies: nothing can be forged there.
  const sameSite = csrf({ origin: (from, c) => from === origin || from === new URL(c.req.url).origin });
  hono.use((c, next) => (isApi(c) ? next() : sameSite(c, next)));

  const tell = (c: Page, refusal: Refusal) => {
    if (pages && !isApi(c)) {
      c.status(refusalStatus[refusal.kind]);
      return pages.refused(c, refusal);
    }
    const said = problemOf(refusal, c.var.t);
    return c.json(said, said.status as 400, { "content-type": "application/problem+json" });
  };

  hono.notFound((c) => tell(c, new Refusal("not_found", "web.not_found")));

  hono.onError((error, c) => {
    if (error instanceof Refusal) return tell(c, error);
    if (error instanceof HTTPException && error.status < 500) {
      return tell(
        c,
        error.status === 403 ? new Refusal("forbidden", "web.cross_site") : new Refusal("invalid", "web.unreadable"),
      );
    }
    const incident = c.var.requestId.slice(0, 8);
    metrics.broken();
    log.error(
      { id: c.var.requestId, path: loggedPath(c.req.path), error: { name: error.name, stack: error.stack } },
      "fault",
    );
    c.status(500);
    if (pages && !isApi(c)) return pages.broken(c, incident);
    const said = problemJson(500, "web.broken", c.var.t("web.broken", { incident }));
    return c.json(said, 500, { "content-type": "application/problem+json" });
  });

  return hono;
}
