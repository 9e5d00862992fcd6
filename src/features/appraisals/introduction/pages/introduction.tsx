import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { IntroductionPage } from "#features/appraisals/introduction/parts/introduction-page.tsx";
import { introductionInside, type IntroductionInside } from "#features/appraisals/introduction/queries.ts";

type Page = Context<Environment>;

/** The introduction an address names, for those who may see the appraisal. */
export function introductionAsked(c: Page): Promise<IntroductionInside> {
  const { db, actor, now } = c.var;
  return introductionInside(db, actor, c.req.param("slug") ?? "", dateIn(now()));
}

/** How what was decided is brought in. */
export const introductionPages = pages("signedIn").get("/metodbedomning/:slug/inforande", async (c) => {
  const { t, now } = c.var;
  const found = await introductionAsked(c);
  const key = `introduction.done.${c.req.query("klart") ?? ""}`;
  const done = t.knows(key) ? t(key) : undefined;
  return c.render(<IntroductionPage t={t} found={found} today={dateIn(now())} done={done} />, {
    title: `${t("introduction.heading")}: ${found.inside.appraisal.title}`,
    current: "/metoder",
  });
});
