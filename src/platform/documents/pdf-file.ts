import { once } from "node:events";
import PDFDocument from "pdfkit";
import type { DocumentPart, Line, WrittenDocument, WrittenTable } from "#platform/documents/document.ts";
import { drawnBy, type Face, fontFile } from "#platform/documents/pdf-fonts.ts";

type Element = PDFKit.PDFStructureElement;
type Look = { readonly face: Face; readonly size: number; readonly colour: string };

const ink = "#1c2430";
const soft = "#515b69";
const pine = "#1d4f4b";
const text: Look = { face: "text", size: 11, colour: ink };
const looks = {
  kicker: { face: "text", size: 10, colour: soft },
  title: { face: "heading", size: 23, colour: ink },
  lead: { face: "text", size: 13, colour: ink },
  2: { face: "heading", size: 14.5, colour: ink },
  3: { face: "strong", size: 11.5, colour: ink },
} as const satisfies Record<string, Look>;

const captionLook: Look = { face: "strong", size: 11, colour: ink };
const headLook: Look = { face: "strong", size: 9.5, colour: soft };
const cellLook: Look = { ...text, size: 10 };
const margin = 62;
/** How small a document is set that is meant to be seen on one page, and how far down it goes. */
const close = { size: 0.88, foot: 44 };
const termWidth = 128;

/**
 * A document as a tagged PDF: headings, lists and links that a screen reader finds, the language, the title in the
 * window, bookmarks, and the product's own typefaces cut to the letters that are used.
 */
export async function pdfFile(document: WrittenDocument): Promise<Buffer> {
  const page = new Sheet(document);
  page.write(document);
  return page.finished();
}

class Sheet {
  readonly #pdf: PDFKit.PDFDocument;
  readonly #root: Element;
  readonly #chunks: Buffer[] = [];
  readonly #ended: Promise<unknown>;
  readonly #known = new Set<string>();
  readonly #scale: number;

  constructor({ title, author, language, lead, isClose = false }: WrittenDocument) {
    this.#scale = isClose ? close.size : 1;
    this.#pdf = new PDFDocument({
      size: "A4",
      margins: { top: margin, right: margin, bottom: isClose ? close.foot : margin, left: margin },
      pdfVersion: "1.7",
      tagged: true,
      displayTitle: true,
      lang: language === "sv" ? "sv-SE" : "en-GB",
      bufferPages: true,
      font: "",
      info: { Title: title, Author: author, ...(lead ? { Subject: lead } : {}), Creator: "Sammanvägt" },
    });
    this.#pdf.on("data", (chunk: Buffer) => this.#chunks.push(chunk));
    this.#ended = once(this.#pdf, "end");
    this.#root = this.#pdf.struct("Document");
    this.#pdf.addStructure(this.#root);
  }

  write({ kicker, title, lead, parts }: WrittenDocument): void {
    this.#mark();
    if (kicker) this.#paragraph("P", [kicker], looks.kicker, 2);
    this.#pdf.outline.addItem(title);
    this.#paragraph("H1", [title], looks.title, 8);
    if (lead) this.#paragraph("P", [lead], looks.lead, 8);
    for (const part of parts) this.#part(part);
    this.#root.end();
  }

  async finished(): Promise<Buffer> {
    this.#numberPages();
    this.#pdf.end();
    await this.#ended;
    return Buffer.concat(this.#chunks);
  }

  #part(part: DocumentPart): void {
    switch (part.kind) {
      case "heading":
        return this.#heading(part.level, part.text);
      case "paragraph":
        return this.#paragraph("P", part.line, text, 6);
      case "list":
        return this.#list(part.items, (at) => (part.ordered ? `${at + 1}.` : "•"));
      case "facts":
        return this.#facts(part.items);
      case "table":
        return this.#table(part);
    }
  }

  #heading(level: 2 | 3, words: string): void {
    const look = looks[level];
    // A heading is not left alone at the foot of a page.
    if (this.#pdf.y + look.size * 5 > this.#pdf.page.maxY()) this.#pdf.addPage();
    else this.#pdf.y += (level === 2 ? 10 : 4) * this.#scale;
    if (level === 2) this.#pdf.outline.addItem(words);
    this.#paragraph(`H${level}`, [words], look, 3);
  }

  #paragraph(tag: string, line: Line, look: Look, after: number): void {
    const element = this.#pdf.struct(tag);
    this.#root.add(element);
    this.#words(element, line, look, margin, this.#width());
    element.end();
    this.#pdf.y += after * this.#scale;
  }

  #list(items: readonly Line[], label: (at: number) => string): void {
    const rows = items.map((value, at) => ({ label: label(at), value }));
    this.#rows(rows, { look: text, width: 16, after: 3 });
  }

  #facts(items: readonly { readonly term: string; readonly value: Line }[]): void {
    const rows = items.map(({ term, value }) => ({ label: term, value }));
    this.#rows(rows, { look: { ...text, colour: soft }, width: termWidth, after: 3 });
  }

  /** A list: each item has a label (a dot, a number, what a fact is about) beside its words. */
  #rows(
    rows: readonly { readonly label: string; readonly value: Line }[],
    { look, width, after }: { readonly look: Look; readonly width: number; readonly after: number },
  ): void {
    const list = this.#pdf.struct("L");
    this.#root.add(list);
    for (const { label, value } of rows) {
      if (this.#pdf.y + text.size * 2 > this.#pdf.page.maxY()) this.#pdf.addPage();
      const item = this.#pdf.struct("LI");
      list.add(item);
      const top = this.#pdf.y;
      const page = this.#pdf.page;
      const name = this.#pdf.struct("Lbl");
      item.add(name);
      this.#words(name, [label], look, margin, width - 6);
      name.end();
      const under = this.#pdf.page === page ? this.#pdf.y : 0;
      if (this.#pdf.page === page) this.#pdf.y = top;
      const body = this.#pdf.struct("LBody");
      item.add(body);
      this.#words(body, value, text, margin + width, this.#width() - width);
      body.end();
      item.end();
      this.#pdf.y = Math.max(this.#pdf.y, this.#pdf.page === page ? under : 0) + after * this.#scale;
    }
    list.end();
    this.#pdf.y += 4 * this.#scale;
  }

  /** A table under its caption, each cell beside the name of its row and under that of its column. */
  #table({ caption, columns, rows }: WrittenTable): void {
    const shares = columns.map(({ numeric }) => (numeric ? 1 : 2));
    const all = shares.reduce((sum, share) => sum + share, 0);
    const widths = shares.map((share) => (this.#width() * share) / all);
    if (this.#pdf.y + text.size * 7 > this.#pdf.page.maxY()) this.#pdf.addPage();
    const table = this.#pdf.struct("Table");
    this.#root.add(table);
    if (caption) {
      const name = this.#pdf.struct("Caption");
      table.add(name);
      this.#words(name, [caption], captionLook, margin, this.#width());
      name.end();
      this.#pdf.y += 3;
    }
    this.#tableRow(
      table,
      columns.map(({ label }) => label),
      { columns, widths, look: headLook },
    );
    for (const cells of rows) this.#tableRow(table, cells, { columns, widths, look: cellLook });
    table.end();
    this.#pdf.y += 10;
  }

  #tableRow(
    table: Element,
    cells: readonly string[],
    { columns, widths, look }: Pick<WrittenTable, "columns"> & { widths: readonly number[]; look: Look },
  ): void {
    const gap = 8;
    const lines = cells.map((cell, at) => this.#height(cell, look, (widths[at] ?? 0) - gap));
    if (this.#pdf.y + Math.max(...lines) + gap > this.#pdf.page.maxY()) this.#pdf.addPage();
    const row = this.#pdf.struct("TR");
    table.add(row);
    const top = this.#pdf.y;
    let [left, bottom] = [margin, top];
    for (const [at, cell] of cells.entries()) {
      const isHead = look === headLook || at === 0;
      const scope = look === headLook ? "Column" : "Row";
      const element = isHead ? this.#pdf.struct("TH", { scope } as object) : this.#pdf.struct("TD");
      row.add(element);
      this.#pdf.y = top;
      const width = (widths[at] ?? 0) - gap;
      this.#words(element, [cell === "" ? " " : cell], look, left, width, columns[at]?.numeric ? "right" : "left");
      element.end();
      bottom = Math.max(bottom, this.#pdf.y);
      left += width + gap;
    }
    row.end();
    this.#pdf.y = bottom + 3;
    this.#pdf.markContent("Artifact", { type: "Layout" });
    this.#pdf.lineWidth(0.5);
    this.#pdf
      .moveTo(margin, bottom)
      .lineTo(margin + this.#width(), bottom)
      .stroke("#c9ced6");
    this.#pdf.endMarkedContent();
  }

  #height(words: string, look: Look, width: number): number {
    const size = look.size * this.#scale;
    this.#font(`${look.face} latin`).fontSize(size);
    return this.#pdf.heightOfString(words, { width, lineGap: size * 0.22 });
  }

  #words(
    element: Element,
    line: Line,
    look: Look,
    left: number,
    width: number,
    align: "left" | "right" = "left",
  ): void {
    let isFirst = true;
    const size = look.size * this.#scale;
    for (const [at, run] of line.entries()) {
      const [words, href] = typeof run === "string" ? [run, undefined] : [run.text, run.href];
      // What is read aloud keeps a space where the line is broken.
      const pieces = drawnBy(look.face, words.replaceAll("\n", " \n"));
      const draw = () => {
        for (const [index, { font, text: drawn }] of pieces.entries()) {
          this.#font(font)
            .fontSize(size)
            .fillColor(href ? pine : look.colour);
          const continued = at < line.length - 1 || index < pieces.length - 1;
          const manner = {
            continued,
            lineGap: size * 0.22,
            width,
            align,
            link: href ?? null,
            underline: href !== undefined,
          };
          if (isFirst) this.#pdf.text(drawn, left, this.#pdf.y, manner);
          else this.#pdf.text(drawn, manner);
          isFirst = false;
        }
      };
      element.add(href ? this.#pdf.struct("Link", { alt: words }, draw) : draw);
    }
  }

  #font(name: string): PDFKit.PDFDocument {
    if (!this.#known.has(name)) {
      const [face, alphabet] = name.split(" ") as [Face, string];
      this.#pdf.registerFont(name, fontFile(face, alphabet));
      this.#known.add(name);
    }
    return this.#pdf.font(name);
  }

  #width(): number {
    return this.#pdf.page.width - 2 * margin;
  }

  /** The three circles, for the eye only. */
  #mark(): void {
    const pdf = this.#pdf;
    pdf.markContent("Artifact", { type: "Layout" });
    pdf.lineWidth(1.4);
    pdf.circle(margin + 9, margin - 18, 8).stroke("#2a5a9c");
    pdf.circle(margin + 18, margin - 18, 8).stroke("#2c7657");
    pdf.circle(margin + 13.5, margin - 10.5, 8).stroke("#b84f24");
    pdf.endMarkedContent();
    pdf.y = margin + 12;
  }

  #numberPages(): void {
    const pdf = this.#pdf;
    const { start, count } = pdf.bufferedPageRange();
    if (count < 2) return;
    for (let at = 0; at < count; at += 1) {
      pdf.switchToPage(start + at);
      pdf.page.margins.bottom = 0;
      pdf.markContent("Artifact", { type: "Pagination" });
      this.#font("text latin").fontSize(9).fillColor(soft);
      pdf.text(`${at + 1} (${count})`, margin, pdf.page.height - 40, { width: this.#width(), align: "right" });
      pdf.endMarkedContent();
    }
  }
}
