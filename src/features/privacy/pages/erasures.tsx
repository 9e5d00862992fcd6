import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { sayPromise } from "#features/privacy/parts/kept.tsx";
import { erasuresPage } from "#features/privacy/queries.ts";
import { decidedKinds, isRetentionKind } from "#features/privacy/retention.ts";
import { pages } from "#platform/web/pages.ts";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate, sayMoment } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";

/** After how many hours without the night's work somebody should look. */
const patience = 48;

/** What was erased when, and what is next, for those who answer for personal data. */
export const erasurePages = pages("signedIn").get("/drift/gallring", async (c) => {
  const { t, db, actor, now } = c.var;
  const { kinds, lastRan, organisations, history } = await erasuresPage(db, actor, now());
  const today = dateIn(now());
  const stopped = lastRan && now().since(lastRan).total("hours") > patience;
  return c.render(
    <>
      <PageHeading
        kicker={<a href="/drift">{t("site.menu.operations")}</a>}
        heading={t("privacy.erasures.title")}
        lead={t("privacy.erasures.lead")}
      />
      {stopped ? (
        <Notice t={t} tone="warn" heading={t("privacy.erasures.late_heading")}>
          {t("privacy.erasures.late")}
        </Notice>
      ) : null}
      <p>
        {lastRan
          ? t("privacy.erasures.ran", { when: sayMoment(t.language, lastRan, { today }) })
          : t("privacy.erasures.not_run")}
      </p>
      <Table
        caption={t("privacy.erasures.caption")}
        captionHidden
        rows={kinds}
        columns={[
          {
            label: t("privacy.erasures.kind"),
            head: true,
            cell: ({ kind }) => <a href={`/personuppgifter#${kind}`}>{t(`privacy.kind.${kind}`)}</a>,
          },
          { label: t("privacy.erasures.kept"), cell: (kept) => sayPromise(t, kept) },
          { label: t("privacy.erasures.erased"), numeric: true, cell: ({ erased }) => erased },
          {
            label: t("privacy.erasures.last"),
            cell: ({ last }) => (
              <span class="nowrap">
                {last ? sayDate(t.language, last, { today, weekday: false }) : t("privacy.erasures.never")}
              </span>
            ),
          },
          { label: t("privacy.erasures.coming"), numeric: true, cell: ({ coming }) => coming },
        ]}
      />
      {organisations.length > 0 ? (
        <section class="stack">
          <h2>{t("retention.overview.title")}</h2>
          <Table
            caption={t("retention.overview.caption")}
            captionHidden
            rows={organisations}
            columns={[
              {
                label: t("retention.public.organisation"),
                head: true,
                cell: ({ name, slug }) => <a href={`/organisationer/${slug}/gallring`}>{name}</a>,
              },
              {
                label: t("retention.overview.decided"),
                cell: ({ decided }) =>
                  t("retention.overview.count", { decided: decided.length, kinds: decidedKinds.length }),
              },
            ]}
          />
        </section>
      ) : null}
      {history.length > 0 ? (
        <section class="stack">
          <h2>{t("privacy.erasures.history")}</h2>
          <Table
            caption={t("privacy.erasures.history_caption")}
            captionHidden
            rows={history}
            columns={[
              {
                label: t("privacy.erasures.day"),
                head: true,
                cell: ({ day }) => sayDate(t.language, day, { today, weekday: false }),
              },
              { label: t("privacy.erasures.kind"), cell: ({ kind }) => sayKind(t, kind) },
              { label: t("privacy.erasures.count"), numeric: true, cell: ({ erased }) => erased },
            ]}
          />
        </section>
      ) : null}
    </>,
    { title: t("privacy.erasures.title"), current: "/drift" },
  );
});

/** What a kind is called; its own word for one that an earlier release had. */
function sayKind(t: Translate, kind: string): string {
  return isRetentionKind(kind) ? t(`privacy.kind.${kind}`) : kind;
}
