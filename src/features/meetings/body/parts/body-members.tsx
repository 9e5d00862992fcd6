import type { Translate } from "#kernel/messages.ts";
import { isMemberOn } from "#features/meetings/body/members/member.ts";
import type { Member } from "#features/meetings/body/members/queries.ts";
import { sayTimes } from "#features/meetings/body/parts/body-words.ts";
import { Details } from "#ui/details.tsx";
import { type Column, Table } from "#ui/table.tsx";

type MembersProps = {
  t: Translate;
  slug: string;
  members: readonly Member[];
  today: Temporal.PlainDate;
  mayRun: boolean;
};

/** The organisations that are members of a body, with since when and where that is written down. (R173, R174) */
export function BodyMembers({ t, slug, members, today, mayRun }: MembersProps) {
  const isPast = ({ validTo }: Member) => validTo !== null && Temporal.PlainDate.compare(validTo, today) < 0;
  const now = members.filter((member) => !isPast(member));
  const former = members.filter(isPast);
  const count = members.filter((member) => isMemberOn(member, today)).length;
  const columns: readonly Column<Member>[] = [
    {
      label: t("body.column.organisation"),
      head: true,
      cell: ({ name, slug: organisation }) => <a href={`/organisationer/${organisation}`}>{name}</a>,
    },
    { label: t("body.column.when"), cell: (member) => sayTimes(t, member, today) },
    { label: t("body.column.source"), cell: ({ source }) => source },
  ];
  const ending: Column<Member> = {
    label: t("body.end_member"),
    labelHidden: true,
    cell: ({ id, name }) => (
      <a href={`/grupper/${slug}/medlemmar/${id}/avsluta`} aria-label={t("body.end_member_of", { organisation: name })}>
        {t("body.end_member")}
      </a>
    ),
  };
  return (
    <section aria-labelledby="medlemmar">
      <h2 id="medlemmar">{t("body.members")}</h2>
      {now.length === 0 ? (
        <p class="muted">{t("body.members_none")}</p>
      ) : (
        <Details summary={t("body.members_counted", { count })} open={mayRun && now.length <= 5}>
          <Table
            caption={t("body.members")}
            captionHidden
            rows={now}
            columns={mayRun ? [...columns, ending] : columns}
          />
        </Details>
      )}
      {mayRun ? (
        <p>
          <a href={`/grupper/${slug}/medlemmar`}>{t("body.add_members")}</a>
        </p>
      ) : null}
      {former.length > 0 ? (
        <Details summary={t("body.members_former")}>
          <Table caption={t("body.members_former")} captionHidden rows={former} columns={columns} />
        </Details>
      ) : null}
    </section>
  );
}
