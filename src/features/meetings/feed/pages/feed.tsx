import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { element, feedFile, feedType, moment } from "#platform/web/atom.ts";
import { pages } from "#platform/web/pages.ts";
import { type FeedEntry, followedBody } from "#features/meetings/feed/queries.ts";

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
