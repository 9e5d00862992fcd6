import { element, feedFile, feedType, moment } from "#platform/web/atom.ts";
import { pages } from "#platform/web/pages.ts";
import { kindName } from "#features/circles/public/parts/round-story.tsx";
import { newestRounds, type PublicRound } from "#features/circles/public/queries.ts";

/** New rounds as an Atom feed (RFC 4287), for those who would rather be told than look. */
export const roundFeedPages = pages("open").get("/flode.atom", async (c) => {
  const { t, config } = c.var;
  const rounds = await newestRounds(c.var.db, c.var.now());
  const updated = rounds
    .map(({ round }) => round.updatedAt)
    .toSorted(Temporal.Instant.compare)
    .at(-1);
  const feed = element("feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": t.language }, [
    element("title", {}, t("public.feed.title")),
    element("subtitle", {}, t("public.list.lead")),
    element("id", {}, `${config.baseUrl}/flode.atom`),
    element("link", { rel: "self", type: "application/atom+xml", href: `${config.baseUrl}/flode.atom` }),
    element("link", { rel: "alternate", type: "text/html", href: `${config.baseUrl}/cirklar` }),
    element("updated", {}, moment(updated ?? c.var.now())),
    ...rounds.map((seen) =>
      element("entry", {}, [
        element("id", {}, `urn:uuid:${seen.round.id}`),
        element("title", {}, seen.round.title),
        element("link", { rel: "alternate", type: "text/html", href: `${config.baseUrl}/cirklar/${seen.round.slug}` }),
        element("published", {}, moment(seen.round.publishedAt ?? seen.round.updatedAt)),
        element("updated", {}, moment(seen.round.updatedAt)),
        element("author", {}, [element("name", {}, seen.organiser.name)]),
        element("category", { term: seen.round.kind, label: kindName(t, seen) }),
        element("summary", {}, summaryOf(seen)),
      ]),
    ),
  ]);
  return c.body(feedFile(feed), 200, {
    "content-type": feedType,
    "cache-control": "public, max-age=300",
  });
});

function summaryOf({ round }: PublicRound): string {
  return round.lead ?? round.goal ?? round.purpose ?? round.title;
}
