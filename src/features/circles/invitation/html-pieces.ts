/** A piece of text and where it stood; `text` differs from the original where an entity or a tag was. */
type Piece = { readonly text: string; readonly start: number; readonly end: number };

/**
 * Takes HTML out of a text that may or may not hold any: scripts and comments vanish, block tags become line breaks,
 * cells become tabs, entities become letters, and the address of a link is kept after its words.
 * A "<" that begins no known tag is left alone, as in "Anna <anna@example.se>".
 */
export function htmlPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  let address: Piece | undefined;
  const lower = text.toLowerCase();
  const unclosed = new Set<string>();
  const keep = (end: number) => {
    if (end > from) pieces.push({ text: text.slice(from, end), start: from, end });
  };

  for (const match of text.matchAll(markup)) {
    if (match.index < from) continue;
    keep(match.index);
    const { name, closing, attributes, entity } = match.groups ?? {};
    let end = match.index + match[0].length;
    const whole = { start: match.index, end };
    if (entity !== undefined) pieces.push({ text: letterOf(entity) ?? match[0], ...whole });
    else if (name !== undefined) {
      const tag = name.toLowerCase();
      if (closing === "" && unread.has(tag)) {
        const until = unclosed.has(tag) ? -1 : lower.indexOf(`</${tag}`, end);
        if (until < 0) unclosed.add(tag);
        else end = until;
      } else if (tag === "a") {
        if (closing !== "" && address) pieces.push(address);
        address = closing === "" ? addressOf(attributes ?? "", whole.start) : undefined;
      } else if (cells.has(tag)) {
        if (closing !== "") pieces.push({ text: "\t", ...whole });
      } else if (blocks.has(tag)) pieces.push({ text: "\n", ...whole });
    }
    from = end;
  }
  keep(text.length);
  return pieces;
}

const unread = new Set(["script", "style", "head", "nav", "svg", "template"]);
const cells = new Set(["td", "th"]);
const blocks = new Set(
  "p div br hr li ul ol tr table thead tbody section article header footer main h1 h2 h3 h4 h5 h6 dt dd dl html body blockquote pre figure figcaption aside form".split(
    " ",
  ),
);
const inline =
  "a b i u em strong span small sup sub font img code time label input button mark abbr o:p title meta link".split(" ");

const names = [...unread, ...cells, ...blocks, ...inline].toSorted((a, b) => b.length - a.length).join("|");

const markup = new RegExp(
  String.raw`<!--[^]{0,2000}?-->|<(?<closing>\/?)(?<name>${names})(?<attributes>\s[^<>]{0,2000})?\s?\/?>|<!doctype[^>]{0,200}>|&(?<entity>#\d{1,6}|#x[\da-f]{1,5}|[a-z]{2,8});`,
  "giu",
);

function addressOf(attributes: string, start: number): Piece | undefined {
  const href = /href\s*=\s*(["'])(?<href>(?:https?:|mailto:)[^"']{1,500})\1/iu.exec(attributes);
  const found = href?.groups?.["href"];
  if (href === null || found === undefined) return undefined;
  const at = start + 2 + href.index + href[0].indexOf(found);
  return { text: ` ${found.replace(/^mailto:/iu, "").replaceAll("&amp;", "&")} `, start: at, end: at + found.length };
}

const named: Record<string, string> = {
  nbsp: " ",
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  ndash: "–",
  mdash: "—",
  hellip: "…",
  bull: "•",
  middot: "·",
  shy: "\u00AD",
  aring: "å",
  auml: "ä",
  ouml: "ö",
  Aring: "Å",
  Auml: "Ä",
  Ouml: "Ö",
  eacute: "é",
  uuml: "ü",
  rdquo: "”",
  ldquo: "“",
  rsquo: "’",
};

function letterOf(entity: string): string | undefined {
  if (!entity.startsWith("#")) return named[entity];
  const code = /^#x/iu.test(entity) ? Number.parseInt(entity.slice(2), 16) : Number(entity.slice(1));
  return code > 0 && code <= 0xffff && (code < 0xd800 || code > 0xdfff) ? String.fromCharCode(code) : undefined;
}
