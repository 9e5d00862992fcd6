import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { OverviewWish, rowsShown } from "#features/meetings/overview/overview-wish.ts";
import { overviewFile, rowsInFile } from "#features/meetings/overview/parts/overview-file.ts";
import { OverviewPage, type OverviewShown } from "#features/meetings/overview/parts/overview-page.tsx";
import { openCommissions, openMatterRows, overviewCounts, overviewOf } from "#features/meetings/overview/queries.ts";

type Page = Context<Environment>;

/** Everything that is open in the bodies somebody is inside, on a page and as a file. */
export const openWorkPages = pages("signedIn")
  .get("/uppdrag", async (c) => {
    const { t, actor } = c.var;
    const shown = await overviewAsked(c, OverviewWish.parse(c.req.query()), rowsShown);
    const seesIntake = actor.reach.has("bodies:manage");
    return c.render(<OverviewPage t={t} shown={shown} seesIntake={seesIntake} />, {
      title: t("overview.title"),
    });
  })
  .get("/uppdrag/:file{lista\\.(?:csv|xlsx)}", async (c) => {
    const { t } = c.var;
    const kind = c.req.param("file")?.endsWith("csv") ? "csv" : "xlsx";
    const wish = { ...OverviewWish.parse(c.req.query()), sida: 1 };
    const { type, bytes } = await overviewFile(t, kind, await overviewAsked(c, wish, rowsInFile));
    return c.body(bytes, 200, {
      "content-type": type,
      "content-disposition": `attachment; filename="${wish.visa}.${kind}"`,
      "cache-control": "no-store",
    });
  });

/** What somebody asked the overview to show, at most so many rows of it. */
async function overviewAsked(c: Page, wish: OverviewWish, most: number): Promise<OverviewShown> {
  const { db, actor, now } = c.var;
  const today = dateIn(now());
  const isCommissions = wish.visa === "uppdrag";
  const whose = await overviewOf(db, actor, today);
  const [counts, commissions, matters] = await Promise.all([
    overviewCounts(db, whose, wish, today),
    isCommissions ? openCommissions(db, whose, wish, today, most) : [],
    isCommissions ? [] : openMatterRows(db, whose, wish, most),
  ]);
  return { wish, counts, commissions, matters, bodies: whose.bodies, today };
}
