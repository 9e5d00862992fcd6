import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import type { Session } from "#features/circles/round/round.ts";
import { sectionPath } from "#features/circles/round/section-paths.ts";
import { dot } from "#ui/dot.ts";
import type { Filled } from "#ui/filled.ts";
import { FormPage } from "#ui/form-page.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

/** Where the meetings of a round are planned. */
export function sessionsAddress(round: Pick<RoundFacts, "slug">, path = ""): string {
  return `/planera/${round.slug}/${sectionPath.sessions}${path}`;
}

/** One meeting of a round, or that it is not there. */
export function sessionOf(round: RoundFacts, id: string): Session {
  const session = round.sessions.find((each) => each.id === id);
  if (!session) throw new Refusal("not_found", "round.no_such_session");
  return session;
}

/** "fre 1 oktober", or which kind of meeting it is while its day is open. */
export function sessionName(
  t: Translate,
  { date, kind }: Pick<Session, "date" | "kind">,
  today: Temporal.PlainDate,
): string {
  return date
    ? sayDate(t.language, date, { today })
    : t("round.session.undated", { kind: t(`round.sessionKind.${kind}`).toLocaleLowerCase("sv") });
}

type SessionPageProps = {
  t: Translate;
  filled: Filled;
  round: RoundFacts;
  heading: string;
  lead?: string | undefined;
  /** What the button says. */
  press: string;
  children?: Child;
};

/** A form about meetings, with the ways back to them and to the round. */
export function SessionPage({ t, filled, round, heading, lead, press, children }: SessionPageProps) {
  return (
    <FormPage
      t={t}
      filled={filled}
      kicker={
        <>
          <a href={`/planera/${round.slug}`}>{round.title}</a>
          {dot}
          <a href={sessionsAddress(round)}>{t("round.section.sessions")}</a>
        </>
      }
      heading={heading}
      lead={lead}
      press={press}
      back={sessionsAddress(round)}
      backSays={t("round.back")}
    >
      {children}
    </FormPage>
  );
}
