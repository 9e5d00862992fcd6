import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  HeadingLevel,
  type IParagraphOptions,
  LineRuleType,
  LevelFormat,
  Packer,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableRow,
  TabStopType,
  TextRun,
  WidthType,
} from "docx";
import type { DocumentPart, Line, WrittenDocument, WrittenTable } from "#platform/documents/document.ts";

/**
 * A document as a Word file (.docx): real headings, lists and links in Word's own styles, so that whoever gets it can
 * change it and put it in a template of their own. The typefaces are ones that Word has.
 */
export async function wordFile(document: WrittenDocument): Promise<Buffer> {
  const { language, title, author, kicker, lead, isClose = false, parts } = document;
  const edge = isClose ? 900 : 1_300;
  const file = new Document({
    title,
    creator: author,
    lastModifiedBy: author,
    ...(lead ? { description: lead } : {}),
    styles: stylesIn(language === "sv" ? "sv-SE" : "en-GB", isClose),
    numbering: { config: [numbered, dotted] },
    sections: [
      {
        properties: { page: { size: a4, margin: { top: edge, bottom: edge, left: 1_300, right: 1_300 } } },
        children: [
          ...(kicker ? [new Paragraph({ style: "kicker", children: [new TextRun(kicker)] })] : []),
          new Paragraph({ heading: HeadingLevel.HEADING_1, children: [new TextRun(title)] }),
          ...(lead ? [new Paragraph({ style: "lead", children: words([lead]) })] : []),
          ...parts.flatMap((part, at) => paragraphs(part, at)),
        ],
      },
    ],
  });
  return Packer.toBuffer(file);
}

const a4 = { width: 11_906, height: 16_838 };
const ink = "1C2430";
const pine = "1D4F4B";
const factIndent = 2_600;
const textWidth = a4.width - 2 * 1_300;

const numbered = {
  reference: "numbered",
  levels: [{ level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.START, ...hanging(360) }],
};
const dotted = {
  reference: "dotted",
  levels: [{ level: 0, format: LevelFormat.BULLET, text: "•", alignment: AlignmentType.START, ...hanging(360) }],
};

function hanging(by: number) {
  return { style: { paragraph: { indent: { left: by, hanging: by } } } };
}

/** The styles of a document; set close, it is smaller and has less room between its lines. */
function stylesIn(language: string, isClose: boolean) {
  const part = isClose ? 0.86 : 1;
  const heading = (size: number, before: number) => ({
    run: { font: "Georgia", size: Math.round(size * part), bold: true, color: ink },
    paragraph: { spacing: { before: Math.round(before * part * part), after: Math.round(80 * part) }, keepNext: true },
  });
  return {
    default: {
      document: {
        run: { font: "Calibri", size: isClose ? 20 : 23, color: ink, language: { value: language } },
        paragraph: { spacing: { after: isClose ? 70 : 120, line: isClose ? 252 : 288, lineRule: LineRuleType.AUTO } },
      },
      heading1: heading(44, 0),
      heading2: heading(28, 320),
      heading3: heading(24, 200),
      hyperlink: { run: { color: pine, underline: {} } },
    },
    paragraphStyles: [
      { id: "kicker", name: "Kicker", basedOn: "Normal", run: { color: "515B69", size: 21 } },
      { id: "lead", name: "Lead", basedOn: "Normal", run: { size: 26 }, paragraph: { spacing: { after: 200 } } },
      {
        id: "caption",
        name: "Table caption",
        basedOn: "Normal",
        run: { bold: true },
        paragraph: { spacing: { before: 120, after: 60 }, keepNext: true },
      },
      {
        id: "fact",
        name: "Fact",
        basedOn: "Normal",
        paragraph: { indent: { left: factIndent, hanging: factIndent }, spacing: { after: 60 } },
      },
    ],
  };
}

function paragraphs(part: DocumentPart, at: number): (Paragraph | Table)[] {
  switch (part.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: part.level === 2 ? HeadingLevel.HEADING_2 : HeadingLevel.HEADING_3,
          children: [new TextRun(part.text)],
        }),
      ];
    case "paragraph":
      return [new Paragraph({ children: words(part.line) })];
    case "list":
      return part.items.map((item) => new Paragraph({ ...inList(part.ordered, at), children: words(item) }));
    case "facts":
      return part.items.map(
        ({ term, value }) =>
          new Paragraph({
            style: "fact",
            tabStops: [{ type: TabStopType.LEFT, position: factIndent }],
            children: [new TextRun({ text: term, color: "515B69" }), new TextRun("\t"), ...words(value)],
          }),
      );
    case "table":
      return table(part);
  }
}

/** A table under its caption, with a heading row that Word repeats on every page and reads out for each cell. */
function table({ caption, columns, rows }: WrittenTable): (Paragraph | Table)[] {
  const shares = columns.map(({ numeric }) => (numeric ? 1 : 2));
  const all = shares.reduce((sum, share) => sum + share, 0);
  const widths = shares.map((share) => Math.floor((textWidth * share) / all));
  const row = (cells: readonly string[], isHead: boolean) =>
    new TableRow({
      ...(isHead ? { tableHeader: true } : {}),
      cantSplit: true,
      children: cells.map(
        (cell, at) =>
          new TableCell({
            width: { size: widths[at] ?? 0, type: WidthType.DXA },
            margins: { top: 40, bottom: 40, left: 80, right: 80 },
            children: [
              new Paragraph({
                spacing: { after: 0 },
                alignment: columns[at]?.numeric ? AlignmentType.END : AlignmentType.START,
                children: [new TextRun({ text: clean(cell), bold: isHead })],
              }),
            ],
          }),
      ),
    });
  const line = { style: BorderStyle.SINGLE, size: 4, color: "C9CED6" };
  const none = { style: BorderStyle.NONE, size: 0, color: "auto" };
  return [
    ...(caption ? [new Paragraph({ style: "caption", children: [new TextRun(clean(caption))] })] : []),
    new Table({
      columnWidths: widths,
      width: { size: textWidth, type: WidthType.DXA },
      borders: { top: line, bottom: line, left: none, right: none, insideHorizontal: line, insideVertical: none },
      rows: [
        row(
          columns.map(({ label }) => label),
          true,
        ),
        ...rows.map((cells) => row(cells, false)),
      ],
    }),
    new Paragraph({ spacing: { after: 60 } }),
  ];
}

/** Every numbered list begins at one: a list is its own instance of the numbering. */
function inList(ordered: boolean, at: number): Pick<IParagraphOptions, "numbering" | "spacing"> {
  const reference = ordered ? "numbered" : "dotted";
  return { numbering: { reference, level: 0, instance: at }, spacing: { after: 60 } };
}

function words(line: Line): ParagraphChild[] {
  return line.flatMap((run): ParagraphChild[] => {
    if (typeof run !== "string") {
      return [
        new ExternalHyperlink({ link: run.href, children: [new TextRun({ text: run.text, style: "Hyperlink" })] }),
      ];
    }
    return run
      .split("\n")
      .map((text, at) => new TextRun(at === 0 ? { text: clean(text) } : { text: clean(text), break: 1 }));
  });
}

/** XML has no way to write most control characters. */
function clean(text: string): string {
  return text.replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/gu, "");
}
