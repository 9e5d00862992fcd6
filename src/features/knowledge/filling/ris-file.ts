import { plugins } from "@citation-js/core";
import "@citation-js/plugin-ris";

/** A reference read from a file, with what was wrong with it. */
export type ReadCsl = { readonly csl: unknown; readonly brokenLines: readonly number[] };

/** What we read of a record. Only people may be several: said twice, the rest is what was said first. */
const tagsOfOne = "TI T1 T2 T3 JO JF JA BT PY Y1 DA DO UR AB N2 PB CY VL IS SP EP SN LA M1 ET".split(" ");
const tagsOfSeveral = ["AU", "A1", "A2", "A3", "ED"];

const tagged = /^\s{0,2}([A-Z][A-Z0-9])\s{1,3}-(?:\s(.*))?$/u;

/** Whether a text is a file of references as reference programs write them. */
export function isRis(text: string): boolean {
  return text.split(/\r\n?|\n/u, 200).some((line) => /^\s{0,2}TY\s{1,3}-/u.test(line));
}

/**
 * The references in a RIS file. Lines are put right first, since programs break them: a line without a tag goes on with
 * the one before, a tag may stand with too few spaces, and the last record may lack its end. What cannot be read as a
 * line is told by its number and left out.
 */
export function readRis(text: string): ReadCsl[] {
  return recordsIn(text.replace(/^\uFEFF/u, "")).map(({ lines, brokenLines }) => {
    // The kind of input is said, so that nothing in the file is ever taken for an address to fetch.
    const [csl] = plugins.input.chain(`${readable(lines).join("\n")}\nER  - \n`, {
      forceType: "@ris/file",
      generateGraph: false,
    });
    return { csl, brokenLines };
  });
}

/** A reference as a RIS file, for reference programs. */
export function risOf(csl: object): string {
  return plugins.output.format("ris", [csl]);
}

function readable(lines: readonly string[]): string[] {
  const said = new Set<string>();
  return lines.filter((line, at) => {
    const tag = line.slice(0, 2);
    if (at === 0 || tagsOfSeveral.includes(tag)) return true;
    const isFirst = tagsOfOne.includes(tag) && !said.has(tag);
    said.add(tag);
    return isFirst;
  });
}

type RisRecord = { readonly lines: string[]; readonly brokenLines: number[] };

function recordsIn(text: string): RisRecord[] {
  const records: RisRecord[] = [];
  let open: RisRecord | undefined;
  for (const [at, line] of text.split(/\r\n?|\n/u).entries()) {
    const [, tag, value = ""] = tagged.exec(line) ?? [];
    if (tag === "TY") {
      open = { lines: [`TY  - ${value.trim() || "GEN"}`], brokenLines: [] };
      records.push(open);
    } else if (tag === "ER") open = undefined;
    else if (!open || line.trim() === "") continue;
    else if (tag) open.lines.push(`${tag}  - ${value.trim()}`);
    else if (looksTagged(line) || open.lines.length < 2) open.brokenLines.push(at + 1);
    else open.lines[open.lines.length - 1] += ` ${line.trim()}`;
  }
  return records;
}

/** A line that begins as a tag does and is none: not the end of a long title. */
function looksTagged(line: string): boolean {
  return /^\s*[A-Z][A-Z0-9](?:\s*[-:=]|$)/u.test(line);
}
