import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { appraisalsOfMethod } from "#features/appraisals/appraisal/listed/queries.ts";
import { maySayUse } from "#features/appraisals/method/method-policy.ts";
import { MethodPage } from "#features/appraisals/method/parts/method-page.tsx";
import { MethodUses } from "#features/appraisals/method/parts/method-uses.tsx";
import { methodInside, type MethodInside } from "#features/appraisals/method/queries.ts";
import { AppraisalsOfMethod } from "#features/appraisals/method/parts/appraisals-of-method.tsx";
import { methodUses } from "#features/appraisals/method/uses/queries.ts";

type Page = Context<Environment>;

/** The method an address names. */
export function methodAsked(c: Page): Promise<MethodInside> {
  const { db, actor } = c.var;
  return methodInside(db, actor, c.req.param("slug") ?? "");
}

/** A method: what it is and takes, why it is used, by whom over time, and how it was weighed. */
export const methodPages = pages("signedIn").get("/metod/:slug", async (c) => {
  const { t, db, actor, now } = c.var;
  const today = dateIn(now());
  const inside = await methodAsked(c);
  const { method } = inside;
  const [uses, appraisals] = await Promise.all([methodUses(db, method.id), appraisalsOfMethod(db, actor, method.id)]);
  const key = `method.done.${c.req.query("klart") ?? ""}`;
  const done = t.knows(key) ? t(key) : undefined;
  return c.render(
    <MethodPage t={t} inside={inside} today={today} weighs={actor.reach.has("appraisals:write")} done={done}>
      <MethodUses
        t={t}
        slug={method.slug}
        uses={uses}
        mayRemove={(use) => !use.isIntroduced && maySayUse(actor, method.organisationId, use.organisationId)}
        today={today}
      />
      <AppraisalsOfMethod t={t} appraisals={appraisals} today={today} />
    </MethodPage>,
    { title: method.name, current: "/metoder" },
  );
});
