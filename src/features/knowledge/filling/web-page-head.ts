import { Parser } from "htmlparser2";
import type { Told } from "#features/knowledge/filling/read-reference.ts";

/** Which words in a page's head say what, the most reliable first: what libraries read, Dublin Core, then what is shared. */
const names = {
  titles: ["citation_title", "dc.title", "dcterms.title", "og:title", "twitter:title"],
  authors: ["citation_author", "dc.creator", "dcterms.creator", "author", "article:author"],
  sources: [
    "citation_journal_title",
    "citation_technical_report_institution",
    "citation_dissertation_institution",
    "citation_publisher",
    "dc.publisher",
    "dcterms.publisher",
    "og:site_name",
  ],
  dates: [
    "citation_publication_date",
    "citation_date",
    "dc.date",
    "dcterms.issued",
    "dc.date.issued",
    "article:published_time",
    "article:modified_time",
  ],
  rights: ["dc.rights", "dcterms.license", "citation_license"],
  dois: ["citation_doi", "dc.identifier", "dc.identifier.doi", "prism.doi"],
  abstracts: ["citation_abstract", "dc.description", "description", "og:description"],
} as const satisfies Partial<Record<keyof Told, readonly string[]>>;

/**
 * What a web page says of itself in its head: title, authors, who has published it, when, and under what licence. Nothing
 * in the page is run or fetched. The page's own address is the link, unless it names another as its right one.
 */
export function readPageHead(html: string, address: string): Told {
  const said = new Map<string, string[]>();
  const rights: string[] = [];
  let [title, canonical, isInTitle, isInPicture] = ["", "", false, 0];
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "svg") isInPicture += 1;
      if (name === "title" && title === "" && isInPicture === 0) isInTitle = true;
      const { rel = "", href = "", content = "" } = attributes;
      if (/\blicense\b/iu.test(rel) && href !== "") rights.push(href);
      if (name === "link" && /\bcanonical\b/iu.test(rel)) canonical = URL.parse(href, address)?.href ?? "";
      if (name !== "meta" || content.trim() === "") return;
      const key = (attributes["name"] ?? attributes["property"] ?? "").toLowerCase();
      said.set(key, [...(said.get(key) ?? []), content].slice(0, 200));
    },
    ontext(text) {
      if (isInTitle && title.length < 1_000) title += text;
    },
    onclosetag(name) {
      if (name === "svg") isInPicture -= 1;
      if (name === "title") isInTitle = false;
    },
  });
  parser.end(html);
  const of = (keys: readonly string[]) => keys.flatMap((key) => said.get(key) ?? []);
  return {
    titles: [...of(names.titles), title],
    // One list of authors, not the same people in two.
    authors:
      names.authors
        .map((key) => said.get(key) ?? [])
        .find((list) => list.length > 0)
        ?.filter(isNoAddress) ?? [],
    sources: of(names.sources),
    dates: of(names.dates),
    rights: [...rights, ...of(names.rights)],
    links: [isOfSamePlace(canonical, address) ? canonical : "", address],
    dois: of(names.dois),
    abstracts: of(names.abstracts).slice(0, 1),
  };
}

function isNoAddress(author: string): boolean {
  return !/^https?:/iu.test(author.trim());
}

/** A page that names the front page, or somebody else's, as its right address would lead the reader astray. */
function isOfSamePlace(canonical: string, address: string): boolean {
  const [named, asked] = [URL.parse(canonical), URL.parse(address)];
  return (
    named !== null && asked !== null && named.host === asked.host && (named.pathname !== "/" || asked.pathname === "/")
  );
}
