export type Markup = { readonly xml: string };
type Inner = string | readonly Markup[];

/** An element of a feed (RFC 4287), with its text or the elements in it. */
export function element(name: string, attributes: Readonly<Record<string, string>>, inner: Inner = ""): Markup {
  const said = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const content = typeof inner === "string" ? escaped(inner) : inner.map(({ xml }) => xml).join("");
  return { xml: content === "" ? `<${name}${said.join("")}/>` : `<${name}${said.join("")}>${content}</${name}>` };
}

/** A whole feed as it is sent. */
export function feedFile({ xml }: Markup): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${xml}\n`;
}

/** Atom wants whole seconds at least; nobody needs more. */
export function moment(instant: Temporal.Instant): string {
  return instant.round("second").toString();
}

export const feedType = "application/atom+xml; charset=utf-8";

/** Text as XML takes it: its own signs written out, and none of the control characters it forbids. */
function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text
    .replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, "")
    .replaceAll(/[&<>"]/gu, (sign) => signs[sign] ?? sign);
}
