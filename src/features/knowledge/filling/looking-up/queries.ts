import { createHash } from "node:crypto";
import { decodedText, isBinary } from "#platform/files/decoded-text.ts";
import { askOutside, type Outside, type OutsideAnswer } from "#platform/outside/ask-outside.ts";
import { OutsideProblem, type OutsideProblemCode } from "#platform/outside/outside-problem.ts";
import { keptCsl, referenceOfCsl } from "#features/knowledge/filling/csl.ts";
import { bareDoi, doiAddress } from "#features/knowledge/filling/doi.ts";
import type { PartOfReference } from "#features/knowledge/filling/filling.ts";
import type { Found } from "#features/knowledge/filling/found.ts";
import { readReference } from "#features/knowledge/filling/read-reference.ts";
import type { ReferenceFile } from "#features/knowledge/filling/reference-file.ts";
import { readPageHead } from "#features/knowledge/filling/web-page-head.ts";

/** Why nothing could be read, by names that the page has sentences for. */
export type LookUpProblem = OutsideProblemCode | "not_found" | "answered_badly" | "no_page" | "no_title";

/** What was read of an address, or why nothing was: then it holds what is known anyway, to go on from by hand. */
export type LookedUp =
  | { readonly found: Found; readonly problem?: undefined }
  | { readonly found?: undefined; readonly problem: LookUpProblem; readonly known: PartOfReference };

export type LookUpWays = {
  readonly outside: Outside;
  /** Where DOIs are resolved. */
  readonly resolver?: string;
};

const limits = { patience: 8_000, most: 4 * 1024 * 1024 };
const cslType = "application/vnd.citationstyles.csl+json";

/**
 * Looks up what somebody has pasted: a DOI at the register it belongs to, another address by what the page says of itself.
 * It is asked once, before anything is changed; what cannot be read is no fault, since all can be filled in by hand.
 */
export async function lookedUp(
  pasted: string,
  { outside, resolver = "https://doi.org/" }: LookUpWays,
): Promise<LookedUp> {
  const doi = bareDoi(pasted);
  const address = pasted.trim();
  const known = readReference(doi === undefined ? { links: [address] } : { dois: [doi], links: [doiAddress(doi)] });
  try {
    if (doi === undefined)
      return pageRead(await askOutside(address, outside, { ...limits, accept: "text/html, */*;q=0.5" }), known);
    const asked = `${resolver}${encodeURIComponent(doi).replaceAll("%2F", "/")}`;
    return registerRead(await askOutside(asked, outside, { ...limits, accept: cslType }), known);
  } catch (problem) {
    if (problem instanceof OutsideProblem) return { problem: problem.code, known };
    throw problem;
  }
}

function registerRead({ status, bytes }: OutsideAnswer, known: PartOfReference): LookedUp {
  if (status !== 200) return { problem: status === 404 ? "not_found" : "answered_badly", known };
  const csl = jsonIn(bytes);
  const read = referenceOfCsl(csl);
  if (read.title === null) return { problem: "no_title", known };
  // The register may name another address as its own: the DOI is what leads there for good.
  const reference = { ...read, title: read.title, link: known.link ?? read.link, doi: known.doi ?? read.doi };
  return { found: { reference, citation: keptCsl(csl) } };
}

function pageRead({ status, headers, bytes, address }: OutsideAnswer, known: PartOfReference): LookedUp {
  if (status !== 200) return { problem: status === 404 || status === 410 ? "not_found" : "answered_badly", known };
  const { "content-type": type = "" } = headers;
  if (/json/iu.test(type)) return registerRead({ status, headers, bytes, address }, known);
  if (!/html|^text\/plain|^$/iu.test(type) || isBinary(bytes)) return { problem: "no_page", known };
  const read = readReference(readPageHead(textOf(bytes, type), address));
  if (read.title === null) return { problem: "no_title", known };
  return { found: { reference: { ...read, title: read.title }, citation: null } };
}

/** A page's text in the letters it says it is written in; UTF-8, or else Windows-1252, where it does not say. */
function textOf(bytes: Uint8Array, type: string): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 2_000));
  const [, said] = /charset=["']?([\w-]+)/iu.exec(type) ?? /<meta[^>]{1,200}charset=["']?([\w-]+)/iu.exec(start) ?? [];
  try {
    return said === undefined ? decodedText(bytes).text : new TextDecoder(said).decode(bytes);
  } catch {
    return decodedText(bytes).text;
  }
}

function jsonIn(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decodedText(bytes).text) as unknown;
  } catch {
    return undefined;
  }
}

/**
 * The references in a file somebody has chosen: RIS or CSL-JSON, in UTF-8 or Latin-1. Nothing when it is neither. What reads
 * them is loaded when it is needed: it is large, and most processes never read a file.
 */
export async function referencesIn(bytes: Uint8Array): Promise<ReferenceFile | undefined> {
  const { readReferences } = await import("#features/knowledge/filling/reference-file.ts");
  const read = isBinary(bytes) ? undefined : readReferences(decodedText(bytes).text);
  return read && { ...read, digest: createHash("sha256").update(bytes).digest("base64url") };
}
