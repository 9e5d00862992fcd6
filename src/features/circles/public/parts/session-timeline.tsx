import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { markWords } from "#features/circles/change-notice/parts/change-words.ts";
import type { SessionMark } from "#features/circles/change-notice/session-marks.ts";
import type { PublicRound } from "#features/circles/public/queries.ts";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import { perspectiveName, roleAndPlace } from "#features/circles/session-plan/parts/contributor-words.ts";
import type { JoinLinks } from "#features/circles/round/join-links/join-links.ts";
import type { Session, SessionId } from "#features/circles/round/round.ts";
import { dot } from "#ui/dot.ts";
import { sayDate, sayMonths, sayTimes } from "#ui/swedish-dates.ts";
import { Tag } from "#ui/tag.tsx";
import { Timeline, type TimelineItem } from "#ui/timeline.tsx";
import { Unknown } from "#ui/unknown.tsx";

type TimelineProps = {
  t: Translate;
  round: Pick<RoundFacts, "sessions" | "plannedTerm">;
  today: Temporal.PlainDate;
  /** Where digital meetings are joined: only for somebody who has a place, or who leads. */
  joinLinks?: JoinLinks | undefined;
  /** What of each meeting is not as it was when the round came out. */
  marks?: ReadonlyMap<SessionId, SessionMark> | undefined;
  /** What the meetings take up, and who contributes to them. */
  planned?: Planned | undefined;
};

type Planned = Pick<PublicRound, "themes" | "contributors">;

/** When a round meets, first to last. What is not decided is drawn as not decided. (R012, R109, R112) */
export function SessionTimeline({ t, round, today, joinLinks, marks, planned }: TimelineProps) {
  if (round.sessions.length === 0) return <p>{<Unknown>{termOf(t, round.plannedTerm)}</Unknown>}</p>;
  const items = round.sessions.map((session, index) => ({
    ...itemOf(t, session, round.sessions[index - 1], today, planned),
    ...(joinLinks?.has(session.id)
      ? { detail: <Joined t={t} session={session} link={joinLinks.get(session.id)} /> }
      : {}),
    changed: changedWords(t, marks?.get(session.id), today),
  }));
  return (
    <>
      {round.plannedTerm && round.sessions.every(({ date }) => !date) ? <p>{termOf(t, round.plannedTerm)}</p> : null}
      <Timeline label={t("public.sessions")} items={items} />
    </>
  );
}

/** "Planeras till hösten 2027. Dagarna meddelas", or that nobody knows yet. */
export function termOf(t: Translate, plannedTerm: string | null): string {
  const [year, term] = plannedTerm?.split("-") ?? [];
  if (!year || (term !== "spring" && term !== "autumn")) return t("public.no_sessions");
  return t(`public.term.${term}`, { year });
}

function changedWords(t: Translate, mark: SessionMark | undefined, today: Temporal.PlainDate): string | undefined {
  return mark && markWords(t, mark, today);
}

function itemOf(
  t: Translate,
  session: Session,
  before: Session | undefined,
  today: Temporal.PlainDate,
  planned?: Planned,
): TimelineItem {
  const { date, starts, ends, theme, provisional, calledOff } = session;
  const when = date ? sayDate(t.language, date, { today }) : <Unknown>{t("public.session.date_unknown")}</Unknown>;
  return {
    when: calledOff ? <s>{when}</s> : when,
    dateTime: date?.toString(),
    times: starts ? (
      sayTimes(t.language, starts, ends)
    ) : date && !calledOff ? (
      <Unknown>{t("public.session.time_unknown")}</Unknown>
    ) : undefined,
    title: theme ?? takenUp(session, planned),
    tags: tagsOf(t, session),
    detail: calledOff ? undefined : detailOf(t, session, planned),
    provisional,
    past: date ? Temporal.PlainDate.compare(date, today) < 0 : false,
    after: laterThan(t, session, before),
  };
}

function tagsOf(t: Translate, { mode, kind, provisional, calledOff }: Session): Child {
  if (calledOff) return <Tag tone="open">{t("public.session.called_off")}</Tag>;
  const tags = [
    kind === "regular" ? null : <Tag>{t(`public.session.${kind}`)}</Tag>,
    mode ? <Tag tone="quiet">{t(`public.mode.${mode}`)}</Tag> : null,
    provisional ? <Tag tone="open">{t("public.session.provisional")}</Tag> : null,
  ].filter(Boolean);
  return tags.length > 0 ? tags : undefined;
}

/** Where a meeting is, and where it is joined. */
function Joined({ t, session, link }: { t: Translate; session: Session; link: string | undefined }) {
  const detail = detailOf(t, session);
  return (
    <>
      {detail}
      {detail ? dot : null}
      <a href={link} rel="external">
        {t("public.session.join")}
      </a>
    </>
  );
}

/** A meeting that is not called anything of its own goes by the themes it takes up. */
function takenUp({ id }: Session, planned: Planned | undefined): string | undefined {
  const names = planned?.themes.flatMap(({ name, sessionIds }) => (sessionIds.includes(id) ? [name] : [])) ?? [];
  return names.length > 0 ? names.join(", ") : undefined;
}

/** Who contributes to a meeting, and from which perspective. (R106) */
function contributing(t: Translate, { id }: Session, planned: Planned | undefined): string | null {
  const here = planned?.contributors.filter(({ sessionId }) => sessionId === id) ?? [];
  const names = here.map((contributor) => {
    const about = [roleAndPlace(contributor), perspectiveName(t, contributor).toLocaleLowerCase(t.language)];
    return `${contributor.name} (${about.filter(Boolean).join("; ")})`;
  });
  return names.length > 0 ? t("public.session.contributors", { names: names.join(", ") }) : null;
}

function detailOf(t: Translate, session: Session, planned?: Planned): Child {
  const { mode, venue, catering, audience } = session;
  const details = [
    venue ?? (mode === "physical" || mode === "hybrid" ? <Unknown>{t("public.session.venue_unknown")}</Unknown> : null),
    catering ? t("public.session.lunch") : null,
    audience ? t("public.session.audience", { audience }) : null,
    contributing(t, session, planned),
  ].filter(Boolean);
  if (details.length === 0) return undefined;
  return details.flatMap((detail, index) => (index === 0 ? [detail] : [dot, detail]));
}

/** A follow-up long after the one before says how long. (R101) */
function laterThan(t: Translate, session: Session, before: Session | undefined): string | undefined {
  if (!before?.date || !session.date || session.kind !== "followUp") return undefined;
  const { months } = before.date.until(session.date, { largestUnit: "months" });
  return months >= 2 ? t("public.session.later", { time: sayMonths(t.language, months) }) : undefined;
}
