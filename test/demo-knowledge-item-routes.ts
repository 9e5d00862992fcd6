import type { demoKnowledgeItems } from "./demo-knowledge-items.ts";
import { type Answers, anyoneSignedIn, everyone } from "./door-answers.ts";

type Stage = { readonly knowledge: Awaited<ReturnType<typeof demoKnowledgeItems>> };

/** Of what is published, which all may read: those who write or publish for its organisation. */
const keepers: Answers = "sign-in 403 403 ok ok";
/** Of what is not published: nobody else knows of it. */
const inside: Answers = "sign-in 404 404 ok ok";
/** Keeping words: whoever publishes anywhere. */
const publishers: Answers = "sign-in 403 ok ok ok";

/** One example of every address of what is known. The stranger publishes too, in another organisation. */
export function knowledgeItemRoutes({
  knowledge: { published, retired, written, reviewed, experience },
}: Stage): Record<string, readonly [address: string, answers: Answers]> {
  const at = (slug: string, rest = "") => `/kunskap/${slug}${rest}`;
  return {
    "/kunskap": ["/kunskap?slag=research", everyone],
    "/kunskap.atom": ["/kunskap.atom", everyone],
    "/kunskap/ny": ["/kunskap/ny?slag=professional", anyoneSignedIn],
    "/kunskap/ord": ["/kunskap/ord", publishers],
    "/kunskap/:slug": [at(retired.slug), everyone],
    "/kunskap/:slug/versioner": [at(published.slug, "/versioner"), everyone],
    "/kunskap/:slug/erfarenhet": [at(experience.slug, "/erfarenhet"), everyone],
    "/kunskap/:slug/erfarenhet/steg": [at(experience.slug, "/erfarenhet/steg"), keepers],
    "/kunskap/:slug/erfarenhet/kriterier": [at(experience.slug, "/erfarenhet/kriterier"), keepers],
    "/kunskap/:slug/andra": [at(published.slug, "/andra"), keepers],
    "/kunskap/:slug/kasta": [at(written.slug, "/kasta"), inside],
    "/kunskap/:slug/granska": [at(reviewed.slug, "/granska"), inside],
    "/kunskap/:slug/granska/skicka": [at(written.slug, "/granska/skicka"), inside],
    "/kunskap/:slug/granska/fraga": [at(reviewed.slug, "/granska/fraga"), inside],
    // The leader alone is asked to.
    "/kunskap/:slug/granska/svara": [at(reviewed.slug, "/granska/svara"), "sign-in 404 404 ok 403"],
    "/kunskap/:slug/granska/skicka-tillbaka": [at(reviewed.slug, "/granska/skicka-tillbaka"), inside],
    "/kunskap/:slug/publicera": [at(reviewed.slug, "/publicera"), inside],
    "/kunskap/:slug/galler-an": [at(published.slug, "/galler-an"), keepers],
    "/kunskap/:slug/inte-langre-aktuell": [at(published.slug, "/inte-langre-aktuell"), keepers],
    "/kunskap/:slug/aktuell-igen": [at(retired.slug, "/aktuell-igen"), keepers],
  };
}
