import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { nearestSameWeekday } from "#features/circles/round/date-shift.ts";
import { dayRemarkText } from "#features/circles/round/parts/remarks.tsx";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import { nextRoundFrom, startProblem } from "#features/circles/round/round-copy.ts";
import { schoolBreakOn } from "#features/circles/round/school-breaks.ts";
import { dayRemarks } from "#features/circles/round/session-days.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { DateField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Unknown } from "#ui/unknown.tsx";

type CopyPageProps = {
  t: Translate;
  filled: Filled;
  round: RoundFacts;
  /** The first day of the new round; none where the earlier one has no day to count from. */
  firstDay: Temporal.PlainDate | undefined;
  earlier: Temporal.PlainDate | undefined;
  today: Temporal.PlainDate;
};

/** Where the next round gets its first day, and all its days are seen with what may come in their way. */
export function CopyPage({ t, filled, round, firstDay, earlier, today }: CopyPageProps) {
  const here = `/planera/${round.slug}`;
  const problem = firstDay && startProblem({ firstDay, today });
  return (
    <Narrow>
      <PageHeading kicker={<a href={here}>{round.title}</a>} heading={t("round.copy")} lead={t("round.copy.lead")} />
      {firstDay && earlier ? (
        <>
          <Form t={t} method="get" filled={problem ? withProblem(filled, problem) : filled}>
            <DateField
              t={t}
              filled={problem ? withProblem(filled, problem) : filled}
              name="forsta"
              label={t("round.copy.first")}
              help={t("round.copy.first_help", { day: sayDate(t.language, earlier) })}
              value={firstDay.toString()}
              required
            />
            <Buttons>
              <Button quiet>{t("round.copy.show")}</Button>
            </Buttons>
          </Form>
          {problem ? null : (
            <NewDays t={t} filled={filled} round={round} firstDay={firstDay} earlier={earlier} today={today} />
          )}
        </>
      ) : (
        <p>{t("round.copy.no_days")}</p>
      )}
      <Form t={t} tight>
        <Buttons>
          <Button quiet>{t("round.copy.without_days")}</Button>
          <LinkButton href={here} plain>
            {t("round.back")}
          </LinkButton>
        </Buttons>
      </Form>
    </Narrow>
  );
}

type NewDaysProps = CopyPageProps & { firstDay: Temporal.PlainDate; earlier: Temporal.PlainDate };

type MovedDay = {
  readonly what: string;
  readonly was: Temporal.PlainDate | null;
  readonly becomes: Temporal.PlainDate | null;
  readonly remarks: readonly string[];
};

/** Every day as it was and as it becomes. */
function NewDays({ t, round, firstDay, earlier, today }: NewDaysProps) {
  const rows = movedDays({ t, round, firstDay, today });
  const say = (day: Temporal.PlainDate | null, none: Child) => (day ? sayDate(t.language, day) : none);
  const columns: readonly Column<MovedDay>[] = [
    { label: t("round.copy.what"), head: true, cell: ({ what }) => what },
    { label: t("round.copy.was"), cell: ({ was }) => say(was, <Unknown>{t("round.undecided")}</Unknown>) },
    {
      label: t("round.copy.becomes"),
      cell: ({ becomes }) => say(becomes, <Unknown>{t("round.copy.left_open")}</Unknown>),
    },
    {
      label: t("round.copy.check"),
      cell: ({ remarks }) => (remarks.length > 0 ? remarks.map((remark) => <p class="muted">{remark}</p>) : undefined),
    },
  ];
  const same = nearestSameWeekday(firstDay, earlier);
  return (
    <section class="stack">
      <h2>{t("round.copy.days")}</h2>
      {same.equals(firstDay) ? null : (
        <Notice
          t={t}
          tone="warn"
          action={
            <LinkButton href={`?forsta=${same.toString()}`} quiet small>
              {t("round.copy.same_weekday", { day: sayDate(t.language, same) })}
            </LinkButton>
          }
        >
          {t("round.copy.other_weekday", { day: sayDate(t.language, firstDay), usual: sayDate(t.language, earlier) })}
        </Notice>
      )}
      <Table caption={t("round.copy.days")} captionHidden columns={columns} rows={rows} />
      <p>{t("round.copy.dates_lead")}</p>
      {rows.some(({ becomes }) => becomes && schoolBreakOn(becomes)) ? <p>{t("round.copy.breaks")}</p> : null}
      <Form t={t} hidden={{ firstDate: firstDay.toString() }} tight>
        <Buttons>
          <Button>{t("round.copy.with_days")}</Button>
        </Buttons>
      </Form>
    </section>
  );
}

function movedDays({
  t,
  round,
  firstDay,
  today,
}: Pick<NewDaysProps, "t" | "round" | "firstDay" | "today">): MovedDay[] {
  const next = nextRoundFrom(round, { firstDay, today });
  const held = round.sessions.filter(({ calledOff }) => !calledOff);
  const meetings = next.sessions.map(({ date, kind }, index): MovedDay => {
    const others = next.sessions.flatMap((other, at) => (other.date && at !== index ? [other.date] : []));
    const number = t("round.copy.session", { number: index + 1 });
    return {
      what: kind === "regular" ? number : `${number}, ${t(`round.sessionKind.${kind}`).toLocaleLowerCase("sv")}`,
      was: held[index]?.date ?? null,
      becomes: date,
      remarks: date ? remarksOn(t, date, others) : [],
    };
  });
  const others = (["deadline", "noticeDate", "goNoGoDate"] as const).flatMap((name): MovedDay[] =>
    round[name]
      ? [
          {
            what: t(`round.field.${name}`),
            was: round[name],
            becomes: next[name],
            remarks: next[name] ? remarksOn(t, next[name], []) : [],
          },
        ]
      : [],
  );
  return [...meetings, ...others];
}

function remarksOn(t: Translate, day: Temporal.PlainDate, others: readonly Temporal.PlainDate[]): string[] {
  const schools = schoolBreakOn(day);
  return [
    ...dayRemarks(day, others).map((remark) => dayRemarkText(t, remark)),
    ...(schools ? [t(`round.copy.break.${schools}`)] : []),
  ];
}

function withProblem(filled: Filled, code: "round.copy.in_the_past" | "round.copy.too_far"): Filled {
  return { ...filled, problems: [{ path: "forsta", code }] };
}
