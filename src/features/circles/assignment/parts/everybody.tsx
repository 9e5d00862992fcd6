import type { Translate } from "#kernel/messages.ts";
import type { Visibility } from "#features/circles/assignment/assignment.ts";
import { StateTag } from "#features/circles/assignment/parts/state-tag.tsx";
import { WrittenText } from "#features/circles/assignment/parts/written-text.tsx";
import type { Written } from "#features/circles/assignment/queries.ts";
import { Notice } from "#ui/notice.tsx";
import { type Column, Table } from "#ui/table.tsx";
import { Tag, Tags } from "#ui/tag.tsx";

type EverybodyProps = { t: Translate; at: string; others: readonly Written[] };

/** For those who lead: how far each has come, with those who may need a nudge said once, calmly, at the top. */
export function Everybody({ t, at, others }: EverybodyProps) {
  const nudged = others.filter(({ needsNudge }) => needsNudge);
  const columns: readonly Column<Written>[] = [
    { label: t("assignment.participant"), head: true, cell: ({ who }) => who.name },
    {
      label: t("assignment.state_label"),
      cell: ({ state, submission }) => (
        <Tags>
          <StateTag t={t} state={state} />
          {state === "answered" && submission?.late ? <Tag>{t("assignment.state.late")}</Tag> : null}
        </Tags>
      ),
    },
    {
      label: t("assignment.read"),
      labelHidden: true,
      cell: ({ who, submission }) =>
        submission ? (
          <a href={`${at}/svar/${submission.id}`} aria-label={`${t("assignment.read")}: ${who.name}`}>
            {t("assignment.read")}
          </a>
        ) : null,
    },
  ];
  return (
    <section class="stack">
      <h2>{t("assignment.everybody")}</h2>
      {nudged.length > 0 ? (
        <Notice t={t} heading={t("assignment.nudge")}>
          <p>{t("assignment.nudge_lead")}</p>
          <ul>
            {nudged.map(({ who }) => (
              <li>{who.name}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      <Table caption={t("assignment.everybody")} captionHidden columns={columns} rows={others} />
    </section>
  );
}

type OthersTextsProps = {
  t: Translate;
  at: string;
  visibility: Visibility;
  others: readonly Written[];
  today: Temporal.PlainDate;
};

/** For those who take part: what the others have handed in, where it is for all. */
export function OthersTexts({ t, at, visibility, others, today }: OthersTextsProps) {
  if (visibility === "leaders") return null;
  return (
    <section class="stack">
      <h2>{t("assignment.others")}</h2>
      {others.length === 0 ? <p class="muted">{t("assignment.none_handed_in")}</p> : null}
      {others.map(({ who, submission }) =>
        submission ? (
          <article class="stack">
            <h3>{who.name}</h3>
            <WrittenText t={t} at={at} submission={submission} today={today} />
          </article>
        ) : null,
      )}
    </section>
  );
}
