import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import { element, feedFile, feedType, moment } from "#platform/web/atom.ts";
import type { Environment } from "#platform/web/environment.ts";
import { emptyForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { sitsIn } from "#features/meetings/body/body-policy.ts";
import { bodyCalled, type BodyFacts } from "#features/meetings/body/queries.ts";
import { renewBodyFeed } from "#features/meetings/feed/commands.ts";
import { type FeedEntry, feedSince, followedBody } from "#features/meetings/feed/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Copy } from "#ui/copy.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Page = Context<Environment>;

/** The way to the feed, on the page of a body, for those who sit in it or keep it. */
export async function feedOfBody(c: Page, { slug, standing }: BodyFacts) {
  const { t } = c.var;
  if (!sitsIn(standing) && !standing.keeps) return null;
  return (
    <section class="stack">
      <h2>{t("body_feed.door")}</h2>
      <p class="muted">{t("body_feed.door_text")}</p>
      <p>
        <LinkButton href={`/grupper/${slug}/flode`} quiet>
          {t("body_feed.door_open")}
        </LinkButton>
      </p>
    </section>
  );
}

/** The address of a body's feed. Shown once, when it is made. */
export const feedAddressPages = pages("signedIn").form("/grupper/:slug/flode", {
  draw: (c, filled) => drawAddress(c, filled),
  async send(c) {
    const { db, actor, now } = c.var;
    return drawAddress(c, emptyForm, await renewBodyFeed(db, actor, now, c.req.param("slug") ?? ""));
  },
});

async function drawAddress(c: Page, filled: Filled, secret?: string) {
  const { t, db, actor, now, config } = c.var;
  const today = dateIn(now());
  const { id, name, slug, standing } = await bodyCalled(db, actor, c.req.param("slug") ?? "", today);
  if (!actor.personId || (!sitsIn(standing) && !standing.keeps))
    throw new Refusal("forbidden", "body_feed.members_only");
  const since = await feedSince(db, actor.personId, id, now());
  const heading = t("body_feed.title", { body: name });
  return c.render(
    <>
      <PageHeading kicker={<a href={`/grupper/${slug}`}>{name}</a>} heading={heading} lead={t("body_feed.lead")} />
      {secret ? (
        <Notice t={t} tone="done" heading={t("body_feed.made")}>
          <p>{t("body_feed.made_text")}</p>
          <Copy t={t} label={t("body_feed.address")} text={`${config.baseUrl}/flode/grupp/${secret}.atom`} />
        </Notice>
      ) : (
        <p>
          {since === undefined
            ? t("body_feed.none")
            : t("body_feed.since", { day: sayDate(t.language, dateIn(since), { today }) })}
        </p>
      )}
      <Form t={t} filled={filled} tight>
        <FormEnd>
          <Button quiet={secret !== undefined}>{t(since === undefined ? "body_feed.make" : "body_feed.renew")}</Button>
        </FormEnd>
      </Form>
      {since === undefined ? null : <p class="muted">{t("body_feed.renew_means")}</p>}
    </>,
    { title: heading, secret: true },
  );
}

/**
 * What is new in a body, behind a secret address: read by programs again and again, without signing in. One that has been
 * replaced answers 410; one that never was, or whose owner is not in the body any more, 404.
 */
export const followedBodyPages = pages("mailedLink").get("/flode/grupp/:file{[A-Za-z0-9_-]{43}\\.atom}", async (c) => {
  const { t, db, config } = c.var;
  const now = c.var.now();
  const secret = (c.req.param("file") ?? "").replace(/\.atom$/u, "");
  const followed = await followedBody(db, secret, now, dateIn(now));
  c.header("Cache-Control", "no-store");
  c.header("Referrer-Policy", "no-referrer");
  c.header("X-Robots-Tag", "noindex");
  if (!followed) return c.text(t("body_feed.over"), 404);
  if (followed === "over") return c.text(t("body_feed.over"), 410);
  const { body, entries } = followed;
  const page = `${config.baseUrl}/grupper/${body.slug}`;
  const feed = element("feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": t.language }, [
    element("title", {}, body.name),
    element("id", {}, `urn:uuid:${body.id}`),
    element("link", { rel: "alternate", type: "text/html", href: page }),
    element("updated", {}, moment(entries[0]?.at ?? now)),
    element("author", {}, [element("name", {}, body.organisation)]),
    ...entries.map((entry) => entryOf(t, entry, config.baseUrl)),
  ]);
  return c.body(feedFile(feed), 200, { "content-type": feedType });
});

function entryOf(t: Translate, { kind, id, title, slug, what, text, at }: FeedEntry, baseUrl: string) {
  const step = `matter.step.${what ?? ""}`;
  const happened = t.knows(step) ? t(step) : t("matter.step.other");
  const isMinutes = kind === "minutes";
  return element("entry", {}, [
    element("id", {}, `urn:uuid:${id}`),
    element("title", {}, isMinutes ? t("body_feed.minutes", { title }) : `${title}: ${happened}`),
    element("link", {
      rel: "alternate",
      type: "text/html",
      href: isMinutes ? `${baseUrl}/mote/${slug}/las` : `${baseUrl}/fraga/${slug}`,
    }),
    element("updated", {}, moment(at)),
    element("summary", {}, isMinutes ? t("body_feed.minutes_text") : (text ?? happened)),
  ]);
}
