import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";
import { mayRaiseMatters, maySeeMatter } from "#features/meetings/matter/matter-policy.ts";
import { MatterTag } from "#features/meetings/matter/parts/matter-tag.tsx";
import { matterCounts, mattersOf } from "#features/meetings/matter/queries.ts";
import { LinkButton } from "#ui/button.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";

/** The matters that concern a body, on its page: for those inside it, those that live first. */
export async function mattersInBody(c: Context<Environment>, body: BodyFacts) {
  if (!maySeeMatter([body.standing])) return null;
  const { t, db, now } = c.var;
  const today = dateIn(now());
  const [matters, { open, all }] = await Promise.all([mattersOf(db, body.id), matterCounts(db, body.id)]);
  return (
    <section id="fragor">
      <h2>{t("matter.list")}</h2>
      {matters.length === 0 ? (
        <p class="muted">{t("matter.list_none")}</p>
      ) : (
        <Table
          caption={t("matter.list_open", { open, all })}
          rows={matters}
          columns={[
            { label: t("matter.one"), head: true, cell: ({ slug, title }) => <a href={`/fraga/${slug}`}>{title}</a> },
            { label: t("matter.state"), cell: ({ state }) => <MatterTag t={t} state={state} /> },
            { label: t("matter.since"), cell: ({ since }) => sayDate(t.language, since, { today }) },
          ]}
        />
      )}
      {open > matters.length ? (
        <p>
          <a href={`/uppdrag?visa=fragor&grupp=${body.slug}`}>{t("matter.list_more")}</a>
        </p>
      ) : null}
      {mayRaiseMatters(body.standing) ? (
        <p>
          <LinkButton href={`/grupper/${body.slug}/ny-fraga`} quiet>
            {t("matter.raise")}
          </LinkButton>
        </p>
      ) : null}
    </section>
  );
}
