import type { OaiAnswer } from "#features/knowledge/filling/oai-answer.ts";

/** More pages than this in one harvest, and the archive does not know where its end is. */
export const mostPages = 20_000;
/** After so many failures in a row a harvest that was begun is given up, and begun anew when its time comes round. */
const mostFailures = 12;

/** What went wrong in a harvest, by names that the page has sentences for. */
export type HarvestProblem =
  | "goes_in_circles"
  | "too_many_pages"
  | "token_refused"
  | "archive_refuses"
  | "answered_badly"
  | "asks_us_to_wait"
  | "broken_xml"
  | "not_oai"
  | "not_an_address"
  | "inner_address"
  | "unknown_host"
  | "bad_certificate"
  | "slow"
  | "unreachable"
  | "too_large"
  | "too_many_redirects";

/** Where a harvest stands before a page is taken. */
export type Progress = {
  /** Where it goes on; null: from the beginning. */
  readonly resumption: string | null;
  /** The digests of the places the archive has sent us to before. */
  readonly placesSeen: readonly string[];
};

/** What follows on a page: go on there, the end, begin again, or stop because of something. */
export type NextStep =
  | { readonly step: "goOn"; readonly token: string }
  | { readonly step: "end" }
  | { readonly step: "beginAgain" }
  | { readonly step: "stop"; readonly problem: HarvestProblem };

/**
 * What an archive's answer means for the harvest. A place we have been sent to before would lead us in a circle for ever,
 * so it stops there; the records of the page are taken all the same. An archive that has forgotten where we were is asked
 * from the beginning: what has come already is the same record again.
 */
export function nextStep(
  answer: OaiAnswer,
  { resumption, placesSeen }: Progress,
  digest: (token: string) => string,
): NextStep {
  if (answer.error === "noRecordsMatch") return { step: "end" };
  if (answer.error === "badResumptionToken")
    return resumption === null ? { step: "stop", problem: "archive_refuses" } : { step: "beginAgain" };
  if (answer.error !== undefined) return { step: "stop", problem: "archive_refuses" };
  if (answer.token === undefined) return { step: "end" };
  if (answer.token === resumption || placesSeen.includes(digest(answer.token)))
    return { step: "stop", problem: "goes_in_circles" };
  // What leads on must fit where it is kept.
  if (placesSeen.length >= mostPages || answer.token.length > 4_000) return { step: "stop", problem: "too_many_pages" };
  return { step: "goOn", token: answer.token };
}

/** How long an archive is left in peace after it has failed so many times in a row, in seconds: longer each time. */
export function secondsAtRest(failures: number): number {
  return Math.min(6 * 3_600, 300 * 2 ** Math.max(0, failures - 1));
}

/** Whether a harvest that was begun has failed so often that it is begun anew another day. */
export function isGivenUp(failures: number): boolean {
  return failures >= mostFailures;
}
