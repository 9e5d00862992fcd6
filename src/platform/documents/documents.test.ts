import mammoth from "mammoth";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, test } from "vitest";
import { filesInZip, problemInXml } from "../../../test/zip.ts";
import type { WrittenDocument } from "#platform/documents/document.ts";
import { pdfFile } from "#platform/documents/pdf-file.ts";
import { drawnBy } from "#platform/documents/pdf-fonts.ts";
import { plainText } from "#platform/documents/plain-text.ts";
import { wordFile } from "#platform/documents/word-file.ts";

const page = "https://cirklar.example.se/cirklar/delaktighet";
const written: WrittenDocument = {
  language: "sv",
  title: "Delaktighet & inflytande <på riktigt>",
  author: "FoU Länet",
  kicker: "Forskningscirkel · FoU Länet",
  lead: "En cirkel för dig som möter unga.",
  parts: [
    { kind: "heading", level: 2, text: "Syfte" },
    { kind: "paragraph", line: ["Barn möts av många.\nSällan på samma gång. ".repeat(40).trim()] },
    { kind: "heading", level: 2, text: "Träffarna" },
    {
      kind: "facts",
      items: Array.from({ length: 30 }, (_, at) => ({
        term: `fre ${at + 1} oktober`,
        value: [`9.00–13.00. Rum ${at + 1}`],
      })),
    },
    { kind: "heading", level: 3, text: "Till forskningen" },
    { kind: "list", ordered: false, items: [["Vad är känt?"], ["Łukasz Đorđević svarar"]] },
    { kind: "list", ordered: true, items: [["Anmäl dig på ", { text: page, href: page }], ["Bekräfta"]] },
    {
      kind: "table",
      caption: "Deltagare per kommun",
      columns: [{ label: "Kommun" }, { label: "Deltagare", numeric: true }],
      rows: [
        ["Ängelholm", "7"],
        ["Åre <&>", "12"],
      ],
    },
    { kind: "list", ordered: true, items: [["Fråga ", { text: "siv@example.se", href: "mailto:siv@example.se" }]] },
  ],
};

describe("as a PDF", () => {
  type Loaded = Awaited<ReturnType<typeof getDocument>["promise"]>;
  let pdf: Loaded;
  type Node = { role?: string; lang?: string; children?: Node[]; type?: string };
  const rolesIn = (node: Node): string[] =>
    [node.role ?? "", ...(node.children ?? []).flatMap(rolesIn)].filter(Boolean);

  beforeAll(async () => {
    const bytes = await pdfFile(written);
    pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  });

  test("it is tagged, has its title in the window, and says its language", async () => {
    expect([...((await pdf.getMarkInfo()) as unknown as Iterable<unknown>)]).toContainEqual(["Marked", true]);
    const { info } = (await pdf.getMetadata()) as { info: Record<string, unknown> };
    expect(info).toMatchObject({ Title: written.title, Author: "FoU Länet", Language: "sv-SE" });
    expect([...((await pdf.getViewerPreferences()) as unknown as Iterable<unknown>)]).toContainEqual([
      "DisplayDocTitle",
      true,
    ]);
  });

  test("headings, lists and links are what they are for whoever hears the page", async () => {
    const trees = await Promise.all(
      Array.from(
        { length: pdf.numPages },
        async (_, at) => (await (await pdf.getPage(at + 1)).getStructTree()) as Node,
      ),
    );
    const roles = trees.flatMap(rolesIn);
    const count = (role: string) => roles.filter((each) => each === role).length;
    expect([count("H1"), count("H2"), count("H3"), count("Link")]).toEqual([1, 2, 1, 2]);
    // A list that goes over two pages is told on both.
    expect(count("LI")).toBeGreaterThanOrEqual(30 + 2 + 2 + 1);
    expect([count("Lbl"), count("LBody")]).toEqual([count("LI"), count("LI")]);
    expect([count("Table"), count("Caption"), count("TR"), count("TH"), count("TD")]).toEqual([1, 1, 3, 4, 2]);
  });

  test("its text stands in the order it is read, with the letters of all of Europe", async () => {
    const words: string[] = [];
    for (let at = 1; at <= pdf.numPages; at += 1) {
      const { items } = await (await pdf.getPage(at)).getTextContent();
      words.push(...items.flatMap((item) => ("str" in item ? [item.str] : [])));
    }
    const text = words.join("").replaceAll(/\s+/gu, " ");
    const order = [
      "Delaktighet & inflytande",
      "Syfte",
      "Barn möts",
      "Träffarna",
      "fre 1 oktober",
      "Rum 1",
      "fre 30 oktober",
      "Till forskningen",
      "Łukasz Đorđević",
      "Bekräfta",
    ];
    const places = order.map((each) => text.indexOf(each));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });

  test("it has bookmarks, and links that lead somewhere", async () => {
    expect((await pdf.getOutline()).map(({ title }) => title)).toEqual([written.title, "Syfte", "Träffarna"]);
    const links = await Promise.all(
      Array.from({ length: pdf.numPages }, async (_, at) => (await pdf.getPage(at + 1)).getAnnotations()),
    );
    expect(links.flat().map(({ url }: { url?: string }) => url)).toEqual([page, "mailto:siv@example.se"]);
  });

  test("a letter nobody has drawn is shown as unknown, never left out", () => {
    expect(drawnBy("text", "Åsa 漢 Ł")).toEqual([
      { font: "text latin", text: "Åsa \uFFFD " },
      { font: "text latin-ext", text: "Ł" },
    ]);
  });
});

describe("as a Word file", () => {
  let bytes: Buffer;
  beforeAll(async () => {
    bytes = await wordFile({ ...written, lead: "Text med \u0007 tecken som XML inte tål" });
  });

  test("it has every part Word asks for, each of them well-formed", () => {
    const files = filesInZip(bytes);
    for (const part of [
      "[Content_Types].xml",
      "_rels/.rels",
      "word/document.xml",
      "word/styles.xml",
      "word/numbering.xml",
    ])
      expect([...files.keys()]).toContain(part);
    for (const [name, text] of files) expect([name, problemInXml(text)]).toEqual([name, undefined]);
    expect(problemInXml("<a><b></a>")).toBe("</a> ends <b>");
    expect(files.get("word/styles.xml")).toContain('w:lang w:val="sv-SE"');
    expect(files.get("docProps/core.xml")).toContain(
      "<dc:title>Delaktighet &amp; inflytande &lt;på riktigt&gt;</dc:title>",
    );
  });

  test("its headings, lists and links are Word's own", async () => {
    const { value: html, messages } = await mammoth.convertToHtml({ buffer: bytes });
    expect(messages.filter(({ type }) => type === "error")).toEqual([]);
    expect(html).toContain("<h1>Delaktighet &amp; inflytande &lt;på riktigt&gt;</h1>");
    expect([...html.matchAll(/<h2>(.*?)<\/h2>/gu)].map(([, words]) => words)).toEqual(["Syfte", "Träffarna"]);
    expect(html).toContain("<ul><li>Vad är känt?</li><li>Łukasz Đorđević svarar</li></ul>");
    expect(html).toContain(`<a href="${page}">${page}</a>`);
    expect(html).toContain("Barn möts av många.<br />Sällan");
    const row = (...cells: string[]) => cells.map((cell) => `<td><p>${cell}</p></td>`).join("");
    expect(html).toContain(`<tr>${row("Ängelholm", "7")}</tr><tr>${row("Åre &lt;&amp;&gt;", "12")}</tr>`);
    expect(html).toContain("<th><p><strong>Kommun</strong></p></th>");
  });
});

test("as plain text: headings underlined, addresses written out once", () => {
  const text = plainText(written);
  expect(text).toContain("\nSyfte\n-----\n");
  expect(text).toContain("fre 1 oktober: 9.00–13.00. Rum 1\nfre 2 oktober:");
  expect(text).toContain(`1. Anmäl dig på ${page}\n2. Bekräfta`);
  expect(text).toContain("1. Fråga siv@example.se");
  expect(text).toContain("Deltagare per kommun\n- Ängelholm: Deltagare 7\n- Åre <&>: Deltagare 12");
});
