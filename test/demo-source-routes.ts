import { type Answers, planners } from "./door-answers.ts";
import type { demoSources } from "./demo-sources.ts";

type Stage = { readonly weighed: Awaited<ReturnType<typeof demoSources>> };

/** One example of every address of an appraisal's sources and its one page. The leader and the administrator write it. */
export function sourceRoutes({
  weighed: { slug, outcome, consultation },
}: Stage): Record<string, readonly [address: string, answers: Answers]> {
  const route = "/metodbedomning/:slug";
  const address = `/metodbedomning/${slug}`;
  return {
    [`${route}/kallor/:source`]: [`${address}/kallor/professionen`, planners],
    [`${route}/kallor/:source/laget`]: [`${address}/kallor/brukarna/laget`, planners],
    [`${route}/kallor/:source/referenser/ny`]: [`${address}/kallor/forskning/referenser/ny`, planners],
    [`${route}/kallor/forskning/utfall/nytt`]: [`${address}/kallor/forskning/utfall/nytt`, planners],
    [`${route}/kallor/forskning/utfall/nytt-berattat`]: [`${address}/kallor/forskning/utfall/nytt-berattat`, planners],
    [`${route}/kallor/forskning/utfall/:outcome`]: [`${address}/kallor/forskning/utfall/${outcome}`, planners],
    [`${route}/kallor/professionen/kriterier`]: [`${address}/kallor/professionen/kriterier`, planners],
    [`${route}/kallor/brukarna/fragor/ny`]: [`${address}/kallor/brukarna/fragor/ny`, planners],
    [`${route}/kallor/brukarna/fragor/:consultation`]: [`${address}/kallor/brukarna/fragor/${consultation}`, planners],
    [`${route}/vagning`]: [`${address}/vagning`, planners],
    [`${route}/sammanfattning`]: [`${address}/sammanfattning`, planners],
    [`${route}/sammanfattning/:file{sammanfattning\\.(?:docx|pdf)}`]: [
      `${address}/sammanfattning/sammanfattning.docx`,
      planners,
    ],
  };
}
