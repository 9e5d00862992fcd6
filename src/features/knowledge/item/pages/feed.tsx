import { firstSentence } from "#features/knowledge/item/freshness.ts";
import { itemsListed } from "#features/knowledge/item/listing/queries.ts";
import { nobody } from "#kernel/actor.ts";
import { element, feedFile, feedType, moment } from "#platform/web/atom.ts";
import { pages } from "#platform/web/pages.ts";

const most = 50;

/** What is newly published as an Atom feed (RFC 4287), for those who would rather be told than look. */
export const knowledgeFeedPages = pages("open").get("/kunskap.atom", async (c) => {
  const { t, db, now, config } = c.var;
  const { items } = await itemsListed(db, nobody, { limit: most });
  const at = (item: (typeof items)[number]) => item.publishedAt ?? now();
  const feed = element("feed", { xmlns: "http://www.w3.org/2005/Atom", "xml:lang": t.language }, [
    element("title", {}, t("item.feed_title")),
    element("subtitle", {}, t("item.all_lead")),
    element("id", {}, `${config.baseUrl}/kunskap.atom`),
    element("link", { rel: "self", type: "application/atom+xml", href: `${config.baseUrl}/kunskap.atom` }),
    element("link", { rel: "alternate", type: "text/html", href: `${config.baseUrl}/kunskap` }),
    element("updated", {}, moment(items.map(at).toSorted(Temporal.Instant.compare).at(-1) ?? now())),
    ...items.map((item) =>
      element("entry", {}, [
        element("id", {}, `urn:uuid:${item.id}`),
        element("title", {}, item.title),
        element("link", { rel: "alternate", type: "text/html", href: `${config.baseUrl}/kunskap/${item.slug}` }),
        element("updated", {}, moment(at(item))),
        element("author", {}, [element("name", {}, item.organisation ?? t("item.of_installation"))]),
        element("category", { term: item.kind, label: t(`item.kind.${item.kind}`) }),
        element("summary", {}, item.says ? firstSentence(item.says) : item.title),
      ]),
    ),
  ]);
  return c.body(feedFile(feed), 200, { "content-type": feedType, "cache-control": "public, max-age=300" });
});
