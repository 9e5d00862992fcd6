import type { Translate } from "#kernel/messages.ts";
import { sayPeriod } from "#features/organisations/parts/period.tsx";
import { placeName } from "#features/organisations/people/parts/place-name.ts";
import type { personPage } from "#features/organisations/people/queries.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

export type PersonShown = NonNullable<Awaited<ReturnType<typeof personPage>>>;
type RoleShown = PersonShown["roles"][number];

/** Somebody's roles over time, the latest first, each with the way to end it. */
export function RoleTable({ t, person }: { t: Translate; person: PersonShown }) {
  const columns: Column<RoleShown>[] = [
    {
      label: t("organisations.fields.role"),
      head: true,
      cell: (role) => (
        <>
          {t(`organisations.role.${role.role}`)}{" "}
          {role.tense === "present" ? null : <Tag tone="quiet">{t(`organisations.person.${role.tense}`)}</Tag>}
        </>
      ),
    },
    {
      label: t("organisations.fields.place"),
      cell: (role) => (
        <>
          {placeName(t, role)}
          {role.host ? <span class="note">{t("organisations.person.hosted", { host: role.host })}</span> : null}
          {role.fte === null ? null : (
            <span class="note">{t("organisations.person.share", { percent: role.fte * 100 })}</span>
          )}
        </>
      ),
    },
    {
      label: t("organisations.page.period"),
      cell: (role) => (
        <>
          {sayPeriod(t, role)}
          {role.givenBy ? <span class="note">{t("organisations.person.given_by", { name: role.givenBy })}</span> : null}
        </>
      ),
    },
    {
      label: t("organisations.person.end"),
      labelHidden: true,
      cell: (role) =>
        role.can.end ? (
          <a
            href={`/personer/${person.id}/roller/${role.id}/avsluta`}
            aria-label={t("organisations.person.end_label", {
              role: t(`organisations.role.${role.role}`),
              place: placeName(t, role),
            })}
          >
            {t("organisations.person.end")}
          </a>
        ) : null,
    },
  ];
  return <Table caption={t("organisations.person.roles")} captionHidden columns={columns} rows={person.roles} />;
}
