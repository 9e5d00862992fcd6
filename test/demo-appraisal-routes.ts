import { type Answers, anyoneSignedIn } from "./door-answers.ts";
import type { demoAppraisal } from "./demo-appraisal.ts";

type Stage = { readonly appraisals: Awaited<ReturnType<typeof demoAppraisal>> };

// The stranger weighs methods too, in another organisation: they begin there, and read what is decided here.
const weighers: Answers = "sign-in 403 ok ok ok";
/** Of a method, which all may read: those who keep it. */
const keepers: Answers = "sign-in 403 403 ok ok";
/** Of an appraisal that is not decided: nobody else knows of it. */
const inside: Answers = "sign-in 404 404 ok ok";
/** The same, where only its author writes: the administrator keeps it, and is told that others write it. */
const authors: Answers = "sign-in 404 404 ok 403";

/** One example of every address of methods, of appraisals as a whole, and of introductions. The leader is their author. */
export function appraisalRoutes({
  appraisals: { method, withdrawn, weighing, proposed, gone, decided, begun, stepId },
}: Stage): Record<string, readonly [address: string, answers: Answers]> {
  const at = (slug: string, rest = "") => `/metodbedomning/${slug}${rest}`;
  return {
    "/metoder": ["/metoder", anyoneSignedIn],
    "/metoder/ny": ["/metoder/ny", weighers],
    "/metod/:slug": [`/metod/${method.slug}`, anyoneSignedIn],
    "/metod/:slug/andra": [`/metod/${method.slug}/andra`, keepers],
    "/metod/:slug/karnkomponenter": [`/metod/${method.slug}/karnkomponenter`, keepers],
    "/metod/:slug/anvands": [`/metod/${method.slug}/anvands`, weighers],
    "/metod/:slug/ta-bort": [`/metod/${method.slug}/ta-bort`, keepers],
    "/metod/:slug/ater": [`/metod/${withdrawn.slug}/ater`, keepers],
    "/metodbedomningar": ["/metodbedomningar", anyoneSignedIn],
    "/metodbedomningar/ny": [`/metodbedomningar/ny?metod=${method.slug}`, weighers],
    "/metodbedomning/:slug": [at(weighing.slug), inside],
    "/metodbedomning/:slug/andra": [at(weighing.slug, "/andra"), authors],
    "/metodbedomning/:slug/vilka": [at(weighing.slug, "/vilka"), inside],
    "/metodbedomning/:slug/foresla": [at(weighing.slug, "/foresla"), authors],
    "/metodbedomning/:slug/skicka-tillbaka": [at(proposed.slug, "/skicka-tillbaka"), authors],
    "/metodbedomning/:slug/dra-tillbaka": [at(weighing.slug, "/dra-tillbaka"), inside],
    "/metodbedomning/:slug/igen": [at(gone.slug, "/igen"), inside],
    "/metodbedomning/:slug/inforande": [at(begun.slug, "/inforande"), anyoneSignedIn],
    "/metodbedomning/:slug/inforande/paborja": [at(decided.slug, "/inforande/paborja"), keepers],
    "/metodbedomning/:slug/inforande/andra": [at(begun.slug, "/inforande/andra"), keepers],
    "/metodbedomning/:slug/inforande/fas": [at(begun.slug, "/inforande/fas"), keepers],
    "/metodbedomning/:slug/inforande/steg": [at(begun.slug, "/inforande/steg?sort=takenAway"), keepers],
    "/metodbedomning/:slug/inforande/steg/:step": [at(begun.slug, `/inforande/steg/${stepId}`), keepers],
    "/metodbedomning/:slug/inforande/uppfoljning": [at(begun.slug, "/inforande/uppfoljning"), keepers],
  };
}
