import type { Translate } from "#kernel/messages.ts";
import type { Catering } from "#features/circles/reaching/lists/queries.ts";
import { sessionName } from "#features/circles/round/parts/session-page.tsx";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Facts } from "#ui/facts.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayTimes } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";

type CateringPageProps = { t: Translate; found: Catering; today: Temporal.PlainDate };

/** What a caterer needs: when, where, how many, and how many of each diet. Prints on one page; names nobody. */
export function CateringPage({ t, found, today }: CateringPageProps) {
  const { round, sessions, undecided, people, leaders } = found;
  const toSessions = <a href={`/planera/${round.slug}/traffar`}>{t("reaching.catering.sessions")}</a>;
  return (
    <>
      <PageHeading
        kicker={
          <>
            <a href={`/planera/${round.slug}/anmalningar`}>{round.title}</a> ·{" "}
            <a href={`/planera/${round.slug}/listor`}>{t("reaching.lists.title")}</a>
          </>
        }
        heading={t("reaching.catering.title")}
        lead={t("reaching.catering.lead")}
      />
      {sessions.length === 0 ? (
        <EmptyState
          heading={t("reaching.catering.none")}
          action={<LinkButton href={`/planera/${round.slug}/traffar`}>{t("reaching.catering.sessions")}</LinkButton>}
        >
          {t("reaching.catering.none_text")}
        </EmptyState>
      ) : (
        <section class="stack">
          <Facts
            wide
            items={sessions.map((session) => ({
              term: sessionName(t, session, today),
              value: [
                session.starts ? sayTimes(t.language, session.starts, session.ends) : undefined,
                session.venue ?? t("public.session.venue_unknown"),
              ]
                .filter(Boolean)
                .join(" · "),
            }))}
          />
          <h2>{t("reaching.catering.each", { count: sessions.length })}</h2>
          <p>
            {t("reaching.catering.people", { count: people })} {t("reaching.catering.leaders", { count: leaders })}
          </p>
          <Plates t={t} found={found} />
        </section>
      )}
      {sessions.length > 0 ? <Notes t={t} found={found} /> : null}
      {undecided > 0 && sessions.length > 0 ? (
        <p>
          {t("reaching.catering.undecided", { count: undecided })} {toSessions}
        </p>
      ) : null}
    </>
  );
}

function Plates({ t, found: { people, diets } }: { t: Translate; found: Catering }) {
  const special = diets.plates.reduce((sum, { count }) => sum + count, 0);
  const rows = [
    { name: t("reaching.catering.usual"), count: Math.max(0, people - diets.said) },
    ...diets.plates.map(({ kinds, count }) => ({ name: namesOf(t, kinds), count })),
    ...(diets.said > special ? [{ name: t("reaching.catering.other"), count: diets.said - special }] : []),
  ];
  return (
    <Table
      caption={t("reaching.catering.plate")}
      captionHidden
      rows={rows}
      columns={[
        { label: t("reaching.catering.plate"), head: true, cell: ({ name }) => name },
        { label: t("reaching.catering.number"), numeric: true, cell: ({ count }) => count },
      ]}
    />
  );
}

function namesOf(t: Translate, kinds: Catering["diets"]["plates"][number]["kinds"]): string {
  return kinds
    .map((kind, at) => (at === 0 ? t(`reaching.diet.${kind}`) : lower(t(`reaching.diet.${kind}`))))
    .join(", ");
}

function lower(word: string): string {
  return word.charAt(0).toLocaleLowerCase("sv") + word.slice(1);
}

function Notes({ t, found: { diets, leaders } }: { t: Translate; found: Catering }) {
  return (
    <section class="stack">
      {diets.other.length > 0 ? (
        <>
          <h2>{t("reaching.catering.other")}</h2>
          <ul>
            {diets.other.map((text) => (
              <li>{text}</li>
            ))}
          </ul>
          <p class="muted">{t("reaching.catering.other_note")}</p>
        </>
      ) : null}
      {leaders > 0 ? <p class="muted">{t("reaching.catering.leaders_note")}</p> : null}
      <p class="muted">{t("reaching.catering.erased")}</p>
    </section>
  );
}
