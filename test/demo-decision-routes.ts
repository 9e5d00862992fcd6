import { type Answers, everyone } from "./door-answers.ts";
import type { demoDecision } from "./demo-decision.ts";

type Stage = {
  readonly decisions: Awaited<ReturnType<typeof demoDecision>>;
  readonly appraisals: { readonly proposed: { readonly slug: string } };
};

/** Of an appraisal that is not decided: nobody else knows of it. */
const inside: Answers = "sign-in 404 404 ok ok";
/** The same, where only those who write it or decide may: the administrator keeps it, and is told so. */
const parties: Answers = "sign-in 404 404 ok 403";
/** Of one that is decided, which all may read. */
const parted: Answers = "sign-in 403 403 ok 403";

/** One example of every address of answers, views, decisions and of what is taken over. The leader writes and decides. */
export function decisionRoutes({
  decisions: { weighing, decided, theirs, taken, question, inquiry, secret },
  appraisals: { proposed },
}: Stage): Record<string, readonly [address: string, answers: Answers]> {
  const route = "/metodbedomning/:slug";
  const at = (slug: string, rest: string) => `/metodbedomning/${slug}${rest}`;
  return {
    [`${route}/fragor`]: [at(weighing.slug, "/fragor"), inside],
    [`${route}/fragor/svar/:question`]: [at(weighing.slug, `/fragor/svar/${question}`), parties],
    [`${route}/fragor/stall`]: [at(weighing.slug, "/fragor/stall"), inside],
    [`${route}/fragor/stalld/:inquiry`]: [at(weighing.slug, `/fragor/stalld/${inquiry}`), parties],
    [`${route}/beslut`]: [at(decided.slug, "/beslut"), "sign-in ok ok ok ok"],
    [`${route}/beslut/besluta`]: [at(proposed.slug, "/beslut/besluta?val=pilot"), parties],
    [`${route}/beslut/alternativ`]: [at(weighing.slug, "/beslut/alternativ"), inside],
    [`${route}/beslut/:no/utfall`]: [at(decided.slug, "/beslut/1/utfall"), parted],
    [`${route}/synpunkter`]: [at(weighing.slug, "/synpunkter"), inside],
    [`${route}/synpunkter/ny`]: [at(weighing.slug, "/synpunkter/ny"), parties],
    [`${route}/ta-over`]: [at(theirs.slug, "/ta-over"), "sign-in 403 ok ok ok"],
    [`${route}/jamfor`]: [at(taken.slug, "/jamfor"), inside],
    "/synpunkt/:secret": [`/synpunkt/${secret}`, everyone],
  };
}
