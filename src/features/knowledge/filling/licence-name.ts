/** What the well-known licences are called, by what their addresses hold. */
const creative = /creativecommons\.org\/(?:licenses\/([a-z-]+)\/(\d\.\d)|publicdomain\/(zero|mark)\/(\d\.\d))/iu;

/**
 * A licence by its name, from an address or what an archive says of rights. Only what is said: that something is free to
 * read is not a licence to use it, and is told as it is.
 */
export function licenceName(said: string): string | null {
  const text = said.trim();
  if (text === "") return null;
  const [, kind, version, domain, domainVersion] = creative.exec(text) ?? [];
  if (kind) return `CC ${kind.toUpperCase()} ${version}`;
  if (domain) return domain.toLowerCase() === "zero" ? `CC0 ${domainVersion}` : "Public domain";
  if (/^info:eu-repo\/semantics\/openaccess$/iu.test(text)) return "Fri att läsa";
  if (/^info:eu-repo\/semantics\//iu.test(text)) return null;
  // A sentence about rights in general says nothing of what one may do.
  return text.length <= 60 && !/^https?:/iu.test(text) ? text : null;
}

/** Of several things said about rights, the one that says most: a licence before that it may be read. */
export function bestLicence(said: readonly string[]): string | null {
  const names = said.flatMap((each) => licenceName(each) ?? []);
  return names.find((name) => /^(?:CC|Public)/u.test(name)) ?? names[0] ?? null;
}
