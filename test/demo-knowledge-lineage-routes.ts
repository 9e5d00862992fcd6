import type { demoKnowledgeReading } from "./demo-knowledge-reading.ts";
import { type Answers, anyoneSignedIn, everyone } from "./door-answers.ts";

type Stage = {
  readonly knowledge: { readonly published: { readonly slug: string } };
  readonly appraisals: { readonly weighing: { readonly slug: string } };
  readonly readingList: Awaited<ReturnType<typeof demoKnowledgeReading>>;
};

/** Those who write anywhere; the stranger does in another organisation. */
const writers: Answers = "sign-in 403 ok ok ok";
/** Of what all may read: those who write for its organisation. */
const keepers: Answers = "sign-in 403 403 ok ok";

/** One example of every address about what rests on knowledge, and of lists to read. */
export function knowledgeLineageRoutes({
  knowledge: { published },
  appraisals: { weighing },
  readingList: { slug, rows },
}: Stage): Record<string, readonly [address: string, answers: Answers]> {
  return {
    "/kunskap/:slug/bygger-pa": [`/kunskap/${published.slug}/bygger-pa`, everyone],
    "/kunskap/:slug/bygger-pa/knyt": [`/kunskap/${published.slug}/bygger-pa/knyt?ord=familj`, writers],
    // While it is weighed nobody else knows of it.
    "/metodbedomning/:slug/kunskap": [`/metodbedomning/${weighing.slug}/kunskap?ord=st`, "sign-in 404 404 ok ok"],
    "/att-se-over": ["/att-se-over", anyoneSignedIn],
    "/laslistor": ["/laslistor", everyone],
    "/laslista/ny": ["/laslista/ny", writers],
    "/laslista/:slug": [`/laslista/${slug}`, everyone],
    "/laslista/:slug/andra": [`/laslista/${slug}/andra`, keepers],
    "/laslista/:slug/hall": [`/laslista/${slug}/hall?ord=st`, keepers],
    "/laslista/:slug/rad/:row/anteckning": [`/laslista/${slug}/rad/${rows[0]}/anteckning`, keepers],
  };
}
