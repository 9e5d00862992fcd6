import type { demoKnowledgeFilling } from "./demo-knowledge-filling.ts";
import { type Answers, everyone } from "./door-answers.ts";

type Stage = {
  readonly filling: Awaited<ReturnType<typeof demoKnowledgeFilling>>;
  readonly knowledge: { readonly published: { readonly slug: string } };
};

/** Those who write anywhere; the stranger does in another organisation. */
const writers: Answers = "sign-in 403 ok ok ok";
/** What was brought in, and archives: only for those who write for the organisation. */
const inside: Answers = "sign-in 404 404 ok ok";

/** One example of every address where knowledge is brought in. */
export function knowledgeFillingRoutes({
  filling: { candidate, source },
  knowledge: { published },
}: Stage): Record<string, readonly [address: string, answers: Answers]> {
  return {
    "/hamta": ["/hamta", writers],
    "/hamta/for-hand": ["/hamta/for-hand", writers],
    "/hamtat": ["/hamtat", writers],
    "/hamtat/:candidate": [`/hamtat/${candidate}`, inside],
    "/hamta/kallor": ["/hamta/kallor", writers],
    "/hamta/kallor/ny": ["/hamta/kallor/ny", writers],
    "/hamta/kallor/:source": [`/hamta/kallor/${source}`, inside],
    "/kunskap/:slug/:file{referens\\.(?:ris|json)}": [`/kunskap/${published.slug}/referens.ris`, everyone],
  };
}
