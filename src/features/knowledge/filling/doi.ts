/** A DOI wherever in a text it stands: alone, after `doi:`, or in an address of doi.org. */
const written = /\b(10\.\d{4,9}\/[^\s"'<>]+)/iu;

/** The DOI in what somebody has pasted, in small letters as DOIs are compared; undefined when there is none. */
export function doiIn(text: string): string | undefined {
  const [, found] = written.exec(decoded(text)) ?? [];
  // A sign that ends the sentence or closes the bracket is not of the DOI, unless a bracket in it was opened.
  const bare = found?.replace(/[.,;:!?]+$/u, "").replace(/^([^(]*)\)+$/u, "$1");
  return bare === undefined || bare.length > 300 ? undefined : bare.toLowerCase();
}

/** The DOI when what was pasted is nothing else: with or without `doi:` or the resolver's address before it. */
export function bareDoi(text: string): string | undefined {
  const isNothingElse =
    /^\s*(?:(?:https?:\/\/)?(?:dx\.)?doi\.org\/|doi:\s*|urn:doi:|info:doi\/)?10\.\d{4,9}\/\S+\s*$/iu.test(
      decoded(text),
    );
  return isNothingElse ? doiIn(text) : undefined;
}

/** Where a DOI leads a reader. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${encodeURIComponent(doi).replaceAll("%2F", "/")}`;
}

function decoded(text: string): string {
  try {
    return /%[0-9a-f]{2}/iu.test(text) ? decodeURIComponent(text) : text;
  } catch {
    return text;
  }
}
