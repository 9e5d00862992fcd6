import { SaxesParser, type SaxesTagNS } from "saxes";
import type { Told } from "#features/knowledge/filling/read-reference.ts";

/** A record as an archive gives it. */
export type OaiRecord = {
  readonly identifier: string;
  readonly datestamp: string | null;
  readonly isGone: boolean;
  readonly told: Told;
};

/** One page of an archive's records. */
export type OaiAnswer = {
  readonly records: readonly OaiRecord[];
  /** How many were too large to be read. */
  readonly skipped: number;
  /** Where it goes on; nothing when this was the last page. */
  readonly token: string | undefined;
  /** The archive's own clock. */
  readonly stamp: string | undefined;
  /** What the archive refuses: `badResumptionToken`, `noRecordsMatch` … */
  readonly error: string | undefined;
};

/** An answer that is no OAI-PMH, or not whole. */
export class OaiProblem extends Error {
  readonly code: "broken_xml" | "not_oai";

  constructor(code: "broken_xml" | "not_oai") {
    super(code);
    this.name = "OaiProblem";
    this.code = code;
  }
}

const oai = "http://www.openarchives.org/OAI/2.0/";
const dublinCore = "http://purl.org/dc/elements/1.1/";
/** A record that says more than this is passed over: no title page is so long. In signs. */
export const longestRecord = 1_000_000;
const deepest = 60;

type Open = { identifier: string; datestamp: string; isGone: boolean; size: number; told: Map<string, string[]> };

/**
 * Reads an archive's answer piece by piece as it comes, so that neither a large answer nor a large record is kept whole.
 *
 * The XML must be well-formed to its end: half an answer is none. A document type is refused, and with it every entity
 * that somebody might define; no address in it is ever followed.
 */
export function oaiReader(): { readonly take: (piece: Uint8Array) => void; readonly end: () => OaiAnswer } {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  const parser = new SaxesParser({ xmlns: true });
  const path: SaxesTagNS[] = [];
  const records: OaiRecord[] = [];
  let open: Open | undefined;
  let [skipped, text, token, stamp, error] = [0, "", "", "", undefined as string | undefined];
  let isOai = false;

  parser.on("doctype", () => {
    throw new OaiProblem("broken_xml");
  });
  parser.on("error", () => {
    throw new OaiProblem("broken_xml");
  });
  parser.on("opentag", (tag) => {
    path.push(tag);
    text = "";
    if (path.length > deepest) throw new OaiProblem("broken_xml");
    if (path.length === 1) isOai = tag.uri === oai && tag.local === "OAI-PMH";
    if (tag.uri !== oai) return;
    if (tag.local === "record")
      open = { identifier: "", datestamp: "", isGone: false, size: 0, told: new Map<string, string[]>() };
    if (tag.local === "header" && open) open.isGone = tag.attributes["status"]?.value === "deleted";
    if (tag.local === "error") error ??= (tag.attributes["code"]?.value ?? "unknown").slice(0, 50);
  });
  const says = (piece: string) => {
    if (open) open.size += piece.length;
    if (text.length + piece.length <= longestRecord) text += piece;
  };
  parser.on("text", says);
  parser.on("cdata", says);
  parser.on("closetag", (tag) => {
    path.pop();
    const said = text.trim();
    text = "";
    if (tag.uri === dublinCore && open && said !== "") {
      const list = open.told.get(tag.local) ?? [];
      // More of one kind than this is no title page.
      if (list.length < 200) open.told.set(tag.local, [...list, said]);
    }
    if (tag.uri !== oai) return;
    if (tag.local === "identifier" && open) open.identifier = said;
    else if (tag.local === "datestamp" && open) open.datestamp = said;
    else if (tag.local === "resumptionToken") token = said;
    else if (tag.local === "responseDate") stamp = said;
    else if (tag.local === "record" && open) {
      if (open.size > longestRecord || open.identifier === "" || open.identifier.length > 500) skipped += 1;
      else records.push(recordOf(open));
      open = undefined;
    }
  });

  const guarded = <T>(work: () => T): T => {
    try {
      return work();
    } catch (problem) {
      throw problem instanceof OaiProblem ? problem : new OaiProblem("broken_xml");
    }
  };
  return {
    take: (piece) => guarded(() => void parser.write(decoder.decode(piece, { stream: true }))),
    end: () =>
      guarded(() => {
        parser.write(decoder.decode()).close();
        if (!isOai) throw new OaiProblem("not_oai");
        return { records, skipped, token: token || undefined, stamp: stamp || undefined, error };
      }),
  };
}

function recordOf({ identifier, datestamp, isGone, told }: Open): OaiRecord {
  const of = (element: string) => told.get(element) ?? [];
  return {
    identifier,
    datestamp: datestamp.slice(0, 30) || null,
    isGone,
    told: {
      titles: of("title"),
      authors: of("creator"),
      sources: [...of("publisher"), ...of("source")],
      dates: of("date"),
      rights: of("rights"),
      links: of("identifier"),
      dois: [...of("identifier"), ...of("relation")].filter((each) => /doi/iu.test(each) || each.startsWith("10.")),
      abstracts: of("description"),
    },
  };
}
