import { pages } from "#platform/web/pages.ts";
import { checklistsListed, type ChecklistLine } from "#features/workshops/checklist/listing/queries.ts";
import { dateIn } from "#kernel/clock.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

/** The checklists there are: what is published is everybody's, what is being written is seen by those who keep it. */
export const checklistListPages = pages("signedIn").get("/checklistor", async (c) => {
  const { t, db, actor } = c.var;
  const lines = await checklistsListed(db, actor);
  return c.render(
    <>
      <PageHeading heading={t("checklist.all")} lead={t("checklist.all_lead")} />
      {c.req.query("klart") === "kastad" ? <p role="status">{t("checklist.done.discarded")}</p> : null}
      {lines.length === 0 ? (
        <EmptyState heading={t("checklist.none")}>{t("checklist.none_text")}</EmptyState>
      ) : (
        <Table<ChecklistLine>
          caption={t("checklist.counted", { count: lines.length })}
          columns={[
            {
              label: t("checklist.column.checklist"),
              head: true,
              cell: ({ slug, title, hasDraft, isRetired, versionNo }) => (
                <>
                  <a href={versionNo === null ? `/checklista/${slug}/utkast` : `/checklista/${slug}`}>{title}</a>{" "}
                  {hasDraft ? <Tag tone="open">{t("checklist.draft")}</Tag> : null}{" "}
                  {isRetired ? <Tag tone="quiet">{t("checklist.retired")}</Tag> : null}
                </>
              ),
            },
            {
              label: t("checklist.column.keeper"),
              cell: ({ organisation }) => organisation ?? t("checklist.own_keeper"),
            },
            {
              label: t("checklist.column.version"),
              cell: ({ versionNo, publishedAt }) =>
                versionNo === null || publishedAt === null
                  ? t("checklist.not_published_yet")
                  : t("checklist.version_of", {
                      number: versionNo,
                      day: sayDate(t.language, dateIn(publishedAt), { weekday: false }),
                    }),
            },
            { label: t("checklist.column.questions"), numeric: true, cell: ({ questions }) => questions },
            { label: t("checklist.column.uses"), numeric: true, cell: ({ uses }) => uses },
          ]}
          rows={lines}
        />
      )}
    </>,
    { title: t("checklist.all"), current: "/workshoppar" },
  );
});
