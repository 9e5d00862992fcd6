import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import type { Section } from "#features/circles/round/round-sections.ts";
import { isAssessed } from "#features/circles/round/round.ts";
import { sectionPath } from "#features/circles/round/section-paths.ts";
import { dot } from "#ui/dot.ts";
import { sayDate, sayDates } from "#ui/swedish-dates.ts";
import { Unknown } from "#ui/unknown.tsx";

type SummaryProps = { t: Translate; round: RoundFacts; section: Section; today: Temporal.PlainDate };

/** What one section says in short, with the way to change it. */
export function SectionSummary({ t, round, section, today }: SummaryProps) {
  const said = inShort({ t, round, section, today });
  const name = t(`round.section.${section}`).toLocaleLowerCase("sv");
  return (
    <>
      {said || <Unknown>{t("round.nothing_said")}</Unknown>}
      <br />
      <a
        href={`/planera/${round.slug}/${sectionPath[section]}`}
        aria-label={t("round.change_section", { section: name })}
      >
        {t("round.change")}
      </a>
    </>
  );
}

function inShort({ t, round, section, today }: SummaryProps): Child {
  const say = (day: Temporal.PlainDate) => sayDate(t.language, day, { today });
  switch (section) {
    case "basics":
      return joined([round.theme ?? round.title, round.themeShort]);
    case "story":
      return short(round.goal ?? round.purpose ?? round.practiceProblem);
    case "questions":
      return round.questions.length > 0 ? t("round.short.questions", { count: round.questions.length }) : null;
    case "sessions":
      return sessionsInShort(t, round, today);
    case "people":
      return joined(
        [...round.leaders, ...round.contacts]
          .map(({ name }) => name)
          .filter((name, at, all) => all.indexOf(name) === at),
      );
    case "audience":
      return joined([
        short(round.audience),
        round.rules.length > 0 ? t("round.short.rules", { count: round.rules.length }) : null,
      ]);
    case "frame":
      return joined([
        round.hardCapacity === null ? null : t("round.short.places", { count: round.hardCapacity }),
        round.hours === null ? null : t("round.short.hours", { count: round.hours }),
        round.cost === null ? null : t("round.short.cost", { cost: round.cost }),
      ]);
    case "wayIn":
      return joined([
        round.allocation && t(`round.allocation.${round.allocation}`),
        round.externalForm && t("round.short.external_form"),
        round.deadline && t("round.short.deadline", { day: say(round.deadline) }),
        isAssessed(round.allocation) && round.noticeDate
          ? t("round.short.notice", { day: say(round.noticeDate) })
          : null,
      ]);
  }
}

function sessionsInShort(t: Translate, { sessions, plannedTerm }: RoundFacts, today: Temporal.PlainDate): Child {
  const meetings = sessions.filter(({ calledOff }) => !calledOff);
  const days = meetings.flatMap(({ date }) => date ?? []);
  const [first, last] = [days[0], days.at(-1)];
  const count = meetings.length > 0 ? t("round.session.count", { count: meetings.length }) : null;
  if (first && last) return joined([count, sayDates(t.language, first, last, today)]);
  return joined([count, plannedTerm && termName(t, plannedTerm)]);
}

/** "hösten 2027" */
export function termName(t: Translate, plannedTerm: string): string {
  const [year = "", term] = plannedTerm.split("-");
  return t(term === "spring" ? "round.term.spring" : "round.term.autumn", { year });
}

function short(text: string | null): string | null {
  const [line = ""] = (text ?? "").split("\n");
  return line.length > 120 ? `${line.slice(0, 117).trimEnd()}…` : line || null;
}

function joined(parts: readonly (string | null | undefined)[]): string {
  return parts.filter(Boolean).join(dot);
}
