import { pages } from "#platform/web/pages.ts";
import { appraisalAsked } from "#features/appraisals/appraisal/pages/appraisal-asked.ts";
import {
  besideAppraisal,
  type PartOfAppraisal,
  partsOfAppraisal,
  sourcesOfAppraisal,
} from "#features/appraisals/appraisal/pages/parts-of-appraisal.ts";
import { AppraisalPage } from "#features/appraisals/appraisal/parts/appraisal-page.tsx";

/** The whole appraisal on one page: the question, three sources, what is not known, the decision, the introduction. */
export const appraisalPages = pages("signedIn").get("/metodbedomning/:slug", async (c) => {
  const { t, actor } = c.var;
  const inside = await appraisalAsked(c);
  const drawn = (parts: readonly PartOfAppraisal[]) => Promise.all(parts.map((part) => part(c, inside)));
  const [sources, parts, beside] = await Promise.all([
    drawn(sourcesOfAppraisal),
    drawn(partsOfAppraisal),
    drawn(besideAppraisal),
  ]);
  const key = `appraisal.done.${c.req.query("klart") ?? ""}`;
  const isAuthor = inside.authors.some(({ id }) => id === actor.personId);
  const done = t.knows(key) ? t(key) : undefined;
  return c.render(
    <AppraisalPage t={t} inside={inside} sources={sources} beside={beside} isAuthor={isAuthor} done={done}>
      {parts}
    </AppraisalPage>,
    { title: `${t("appraisal.kicker")}: ${inside.appraisal.title}`, current: "/metoder" },
  );
});
