import { dateIn } from "#kernel/clock.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { pages } from "#platform/web/pages.ts";
import { RelationDrawing, RelationTable } from "#features/meetings/body/parts/relation-drawing.tsx";
import { keepers } from "#features/meetings/body/register/queries.ts";
import { bodyRelations } from "#features/meetings/body/relations/queries.ts";
import { KeeperFilter } from "#features/meetings/body/parts/keeper-filter.tsx";
import { Stack } from "#ui/columns.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Filters } from "#ui/filters.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

/** More bodies than this cannot be told apart in one picture. */
const mostDrawn = 40;

/** How the bodies hang together: who keeps which, which share people, and which refer matters to each other. */
export const relationPages = pages("signedIn").get("/grupper/samband", async (c) => {
  const { t, db, now } = c.var;
  const keeper = OrganisationId.safeParse(c.req.query("hos")).data;
  const [{ bodies, relations }, organisations] = await Promise.all([
    bodyRelations(db, dateIn(now()), keeper),
    keepers(db),
  ]);
  const drawn = bodies.slice(0, mostDrawn);
  return c.render(
    <>
      <PageHeading
        kicker={<a href="/grupper">{t("body.all")}</a>}
        heading={t("body.relations")}
        lead={t("body.relations_lead")}
      />
      <Filters t={t} action="/grupper/samband" label={t("body.filter")} results="samband">
        <KeeperFilter t={t} keepers={organisations} chosen={keeper} />
      </Filters>
      <Stack id="samband">
        {drawn.length === 0 ? (
          <EmptyState heading={t("body.relations_none")}>{t("body.relations_none_text")}</EmptyState>
        ) : (
          <div class="relations-beside">
            <div>
              {bodies.length > mostDrawn ? (
                <Notice t={t} heading={t("body.relations_many", { count: mostDrawn })} />
              ) : null}
              <RelationDrawing t={t} bodies={drawn} relations={relations} />
            </div>
            {relations.length > 0 ? <RelationTable t={t} bodies={bodies} relations={relations} /> : null}
          </div>
        )}
      </Stack>
    </>,
    { title: t("body.relations") },
  );
});
