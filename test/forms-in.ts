/** One field of a form as it is drawn. */
export type DrawnField = { readonly name: string; readonly kind: string; readonly values: readonly string[] };

/** One form that is sent, with what stands in it. */
export type DrawnForm = { readonly action: string; readonly fields: readonly DrawnField[] };

/** The forms of a page that change something, as a browser without script would send them. */
export function formsIn(markup: string, path: string): DrawnForm[] {
  return [...markup.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .map(([, head = "", inner = ""]) => ({ head: attributes(head), fields: fieldsIn(inner) }))
    .filter(({ head }) => head["method"] === "post")
    .map(({ head, fields }) => ({ action: head["action"] ?? path, fields }));
}

function fieldsIn(markup: string): DrawnField[] {
  const drawn = [
    ...[...markup.matchAll(/<input\b([^>]*)>/g)].map(([, text = ""]) => inputOf(attributes(text))),
    ...[...markup.matchAll(/<textarea\b([^>]*)>([\s\S]*?)<\/textarea>/g)].map(([, text = "", value = ""]) => {
      return { name: attributes(text)["name"] ?? "", kind: "textarea", values: [plain(value).trim()] };
    }),
    ...[...markup.matchAll(/<select\b([^>]*)>([\s\S]*?)<\/select>/g)].map(([, text = "", inner = ""]) => {
      const options = [...inner.matchAll(/<option\b([^>]*)>/g)].map(([, option = ""]) => attributes(option));
      const chosen = options.find((option) => "selected" in option) ?? options[0];
      return { name: attributes(text)["name"] ?? "", kind: "select", values: [chosen?.["value"] ?? ""] };
    }),
  ].filter(({ name }) => name !== "");
  const names = [...new Set(drawn.map(({ name }) => name))];
  return names.map((name) => {
    const same = drawn.filter((field) => field.name === name);
    return { name, kind: same[0]?.kind ?? "", values: same.flatMap(({ values }) => values) };
  });
}

function inputOf(input: Record<string, string>): DrawnField {
  const { name = "", type = "text", value = "" } = input;
  if (type !== "radio" && type !== "checkbox") return { name, kind: type, values: [value] };
  return { name, kind: type, values: "checked" in input ? [value || "on"] : [] };
}

function attributes(text: string): Record<string, string> {
  const found = [...text.matchAll(/([\w-]+)(?:="([^"]*)")?/g)];
  return Object.fromEntries(found.map(([, name = "", value = ""]) => [name, plain(value)]));
}

const signs: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };

function plain(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (sign) => signs[sign] ?? sign);
}

/** A text as it stands in our pages. */
export function escaped(text: string): string {
  const found = Object.fromEntries(Object.entries(signs).map(([sign, plainSign]) => [plainSign, sign]));
  return text.replace(/[&<>"']/g, (sign) => found[sign] ?? sign);
}
