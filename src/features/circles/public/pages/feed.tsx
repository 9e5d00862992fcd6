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
  return c.body(`<?xml version="1.0" encoding="utf-8"?>\n${feed.xml}\n`, 200, {
    "content-type": "application/atom+xml; charset=utf-8",
    "cache-control": "public, max-age=300",
  });
});

function summaryOf({ round }: PublicRound): string {
  return round.lead ?? round.goal ?? round.purpose ?? round.title;
}

/** Atom wants whole seconds at least; nobody needs more. */
function moment(instant: Temporal.Instant): string {
  return instant.round("second").toString();
}

type Inner = string | readonly Markup[];
type Markup = { readonly xml: string };

function element(name: string, attributes: Readonly<Record<string, string>>, inner: Inner = ""): Markup {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const content = typeof inner === "string" ? escaped(inner) : inner.map(({ xml }) => xml).join("");
  return { xml: content === "" ? `<${name}${said.join("")}/>` : `<${name}${said.join("")}>${content}</${name}>` };
}

/** Text as XML takes it: its own signs written out, and none of the control characters it forbids. */
function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, "")
    .replaceAll(/[&<>"]/gu, (sign) => signs[sign] ?? sign);
}
