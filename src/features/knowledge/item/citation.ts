type Cited = {
  readonly title: string;
  readonly authors: readonly string[];
  readonly source: string | null;
  readonly year: number | null;
  readonly link: string | null;
  readonly doi: string | null;
  readonly attribution: string | null;
};

/**
 * How a source is named where it is used: as it wants itself, or author, year, title, where, and the lasting address.
 * What is not known is left out, and the year is told to be missing, as readers are used to. (R093)
 */
export function plainCitation({ title, authors, source, year, link, doi, attribution }: Cited, noYear: string): string {
  if (attribution) return attribution;
  const who = authors.length > 3 ? `${authors[0]} m.fl.` : listed(authors);
  const when = `(${year ?? noYear})`;
  const where = doi ? `https://doi.org/${doi}` : link;
  const said = [who ? `${who} ${when}` : null, ended(who ? title : `${title} ${when}`), source, where];
  return said
    .filter((part): part is string => Boolean(part))
    .map((part) => (part === where ? part : ended(part)))
    .join(" ");
}

function listed(authors: readonly string[]): string {
  if (authors.length < 2) return authors[0] ?? "";
  return `${authors.slice(0, -1).join(", ")} & ${authors.at(-1)}`;
}

function ended(text: string): string {
  return /[.!?]$/u.test(text) ? text : `${text}.`;
}
