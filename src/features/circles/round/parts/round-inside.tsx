import type { Translate } from "#kernel/messages.ts";
import { SessionTimeline } from "#features/circles/public/parts/session-timeline.tsx";
import type { RoundOverview } from "#features/circles/round/overview/queries.ts";
import { MissingList, OpenList } from "#features/circles/round/parts/remarks.tsx";
import { MoreToDo, NextStepButton } from "#features/circles/round/parts/round-steps.tsx";
import { RoundTabs, StateTag } from "#features/circles/round/parts/round-tabs.tsx";
import { SectionSummary } from "#features/circles/round/parts/section-summary.tsx";
import { sections } from "#features/circles/round/round-sections.ts";
import { isAssessed } from "#features/circles/round/round.ts";
import { Columns, Sheet } from "#ui/columns.tsx";
import { dot } from "#ui/dot.ts";
import { Facts } from "#ui/facts.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Seats } from "#ui/seats.tsx";
import { sayDate, sayMoment } from "#ui/swedish-dates.ts";
import { Tags } from "#ui/tag.tsx";
import { Unknown } from "#ui/unknown.tsx";

export type InsideProps = {
  t: Translate;
  overview: RoundOverview;
  today: Temporal.PlainDate;
  done?: string | undefined;
};

/** A round as those who plan it see it: the next thing to do, what is missing, what it says, and what has happened. */
export function RoundInside({ t, overview, today, done }: InsideProps) {
  const { round, place, numbers, readiness, can, source } = overview;
  const isOpen = round.state !== "completed" && round.state !== "cancelled";
  return (
    <>
      <PageHeading
        kicker={
          <>
            {t.language === "sv" ? place.kindSv : place.kindEn}
            {dot}
            {place.organiserShort}
            {dot}
            <a href={`/planera/serie/${place.programmeSlug}`}>
              {t("round.in_series", { name: place.programme, count: place.roundsInProgramme })}
            </a>
          </>
        }
        heading={round.title}
        lead={round.lead}
      >
        <Tags>
          <StateTag t={t} state={round.state} />
        </Tags>
      </PageHeading>
      <RoundTabs t={t} round={round} current="overview" applied={numbers.applied} />
      {done ? (
        <Notice t={t} tone="done">
          {done}
        </Notice>
      ) : null}
      {round.cancelledReason ? (
        <Notice t={t}>{t("round.cancelled_because", { reason: round.cancelledReason })}</Notice>
      ) : null}
      {source && round.state === "draft" && !source.isConfirmed ? (
        <Notice
          t={t}
          tone="warn"
          heading={t("round.reading.waits")}
          action={<a href={`/planera/${round.slug}/granska`}>{t("round.reading.go")}</a>}
        >
          {t("round.reading.waits_text")}
        </Notice>
      ) : null}
      <Columns label={t("round.state_and_numbers")} beside={<Beside t={t} overview={overview} today={today} />}>
        {round.state === "draft" && readiness.missing.length > 0 ? (
          <section>
            <h2>{t("round.missing")}</h2>
            <MissingList t={t} slug={round.slug} readiness={readiness} mayEdit={can.edit} />
          </section>
        ) : null}
        {isOpen && readiness.odd.length + readiness.toDecide.length > 0 ? (
          <section>
            <h2>{t("round.still_open")}</h2>
            <OpenList t={t} slug={round.slug} readiness={readiness} mayEdit={can.edit} />
          </section>
        ) : null}
        {can.edit ? (
          <section>
            <h2>{t("round.sections")}</h2>
            <Facts
              wide
              items={sections.map((section) => ({
                term: t(`round.section.${section}`),
                value: <SectionSummary t={t} round={round} section={section} today={today} />,
              }))}
            />
          </section>
        ) : null}
        <section>
          <h2>{t("round.section.sessions")}</h2>
          <SessionTimeline t={t} round={round} today={today} />
        </section>
        <History t={t} overview={overview} today={today} />
        <MoreToDo t={t} overview={overview} today={today} />
      </Columns>
    </>
  );
}

function Beside({ t, overview, today }: InsideProps) {
  const { round, numbers } = overview;
  const say = (day: Temporal.PlainDate | null) =>
    day ? sayDate(t.language, day, { today }) : <Unknown>{t("round.undecided")}</Unknown>;
  return (
    <Sheet>
      {round.state === "draft" ? null : (
        <Seats
          t={t}
          places={round.hardCapacity ?? 0}
          taken={numbers.seated}
          approximate={round.capacityApproximate}
          waiting={numbers.waiting}
        >
          {t("round.applied_so_far", { applied: numbers.applied, unconfirmed: numbers.unconfirmed })}
        </Seats>
      )}
      <NextStepButton t={t} overview={overview} today={today} />
      <Facts
        items={[
          {
            term: t("round.field.allocation"),
            value: round.allocation ? (
              t(`round.allocation.${round.allocation}`)
            ) : (
              <Unknown>{t("round.undecided")}</Unknown>
            ),
          },
          {
            term: t("round.field.deadline"),
            value:
              round.deadline === null && round.openUntilFull ? t("round.field.openUntilFull") : say(round.deadline),
            note: round.deadline && round.openUntilFull ? t("round.field.openUntilFull") : undefined,
          },
          ...(isAssessed(round.allocation)
            ? [{ term: t("round.field.noticeDate"), value: say(round.noticeDate) }]
            : []),
          ...(overview.place.responsible
            ? [{ term: t("round.field.responsible"), value: overview.place.responsible }]
            : []),
          { term: t("round.field.managerConsultation"), value: t(`round.manager.${round.managerConsultation}`) },
          ...(round.minimumParticipants === null
            ? []
            : [
                {
                  term: t("round.field.minimumParticipants"),
                  value: round.minimumParticipants,
                  note: round.goDecidedOn
                    ? t("round.go_decided", { day: sayDate(t.language, round.goDecidedOn, { today }) })
                    : say(round.goNoGoDate),
                },
              ]),
        ]}
      />
      {round.state === "draft" ? null : (
        <p>
          <a href={`/cirklar/${round.slug}`}>{t("round.see_public")}</a>
        </p>
      )}
    </Sheet>
  );
}

/** How the last day to apply has been moved, and why. */
function History({ t, overview: { extensions }, today }: InsideProps) {
  if (extensions.length === 0) return null;
  const say = (day: Temporal.PlainDate | null) => (day ? sayDate(t.language, day, { today }) : t("round.undecided"));
  return (
    <section>
      <h2>{t("round.extensions")}</h2>
      <ul>
        {extensions.map(({ from, to, openUntilFull, reason, changedAt, changedBy }) => (
          <li>
            {to ? t("round.extension_moved", { from: say(from), to: say(to) }) : t("round.extension_until_full")}
            {to && openUntilFull ? `, ${t("round.field.openUntilFull").toLocaleLowerCase("sv")}` : ""}: {reason}
            <br />
            <span class="muted">
              {sayMoment(t.language, changedAt, { today })}
              {changedBy ? `${dot}${changedBy}` : ""}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
