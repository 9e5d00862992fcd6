import type { DocumentPart, Line, WrittenDocument, WrittenTable } from "#platform/documents/document.ts";

/** A document as plain text, for a mail one writes oneself: headings underlined, addresses written out. */
export function plainText({ kicker, title, lead, parts }: WrittenDocument): string {
  const blocks = [
    ...(kicker ? [kicker] : []),
    underlined(title, "="),
    ...(lead ? [lead] : []),
    ...parts.map((part) => blockOf(part)),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function blockOf(part: DocumentPart): string {
  switch (part.kind) {
    case "heading":
      return part.level === 2 ? `\n${underlined(part.text, "-")}` : part.text;
    case "paragraph":
      return lineText(part.line);
    case "list":
      return part.items.map((item, at) => `${part.ordered ? `${at + 1}.` : "-"} ${lineText(item)}`).join("\n");
    case "facts":
      return part.items.map(({ term, value }) => `${term}: ${lineText(value)}`).join("\n");
    case "table":
      return [...(part.caption ? [part.caption] : []), ...part.rows.map((row) => `- ${rowText(row, part)}`)].join("\n");
  }
}

/** A row of a table in one line: what it is about, and each figure with its name. */
function rowText([head, ...cells]: readonly string[], { columns }: WrittenTable): string {
  return `${head}: ${cells.map((cell, at) => `${columns[at + 1]?.label} ${cell}`).join(", ")}`;
}

function lineText(line: Line): string {
  return line.map((run) => (typeof run === "string" ? run : addressedText(run))).join("");
}

function addressedText({ text, href }: { readonly text: string; readonly href: string }): string {
  const address = href.replace(/^(?:mailto|tel):/u, "");
  return address === text || href.startsWith("tel:") ? text : `${text} <${address}>`;
}

function underlined(text: string, sign: string): string {
  return `${text}\n${sign.repeat(Math.min(72, text.length))}`;
}
