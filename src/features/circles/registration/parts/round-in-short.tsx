import type { Translate } from "#kernel/messages.ts";
import type { PublicRound } from "#features/circles/public/queries.ts";
import { spanOf } from "#features/circles/public/round-filter.ts";
import { isReachable } from "#features/circles/round/publish-readiness.ts";
import { Sheet } from "#ui/columns.tsx";
import { type FactItem, Facts } from "#ui/facts.tsx";
import { PhoneLink } from "#ui/phone-link.tsx";
import { sayDate, sayDates } from "#ui/swedish-dates.ts";
import { Unknown } from "#ui/unknown.tsx";

type ShortProps = { t: Translate; seen: PublicRound; today: Temporal.PlainDate };

/** What one has in mind while answering: when, how long, what it costs, and whom to ask. */
export function RoundInShort({ t, seen, today }: ShortProps) {
  const { round } = seen;
  const lastDay = round.deadline
    ? [{ term: t("registration.page.last_day"), value: sayDate(t.language, round.deadline, { today }) }]
    : [];
  return (
    <Sheet>
      <h2>{t("registration.page.short")}</h2>
      <Facts items={[...factsOfMeetings({ t, seen, today }), ...lastDay]} />
      <ContactLine t={t} round={round} />
      <p>
        <a href={`/cirklar/${round.slug}`}>{t("registration.page.read_more")}</a>
      </p>
    </Sheet>
  );
}

/** When a round meets, how much time it takes and what it costs. */
export function factsOfMeetings({ t, seen: { round }, today }: ShortProps): FactItem[] {
  const { first, last } = spanOf(round.sessions);
  const meetings = round.sessions.filter(({ calledOff }) => !calledOff).length;
  const unknown = <Unknown>{t("registration.page.to_be_told")}</Unknown>;
  return [
    {
      term: t("registration.page.when"),
      value: first && last ? sayDates(t.language, first, last, today) : unknown,
      note: meetings > 0 ? t("registration.page.meetings", { count: meetings }) : undefined,
    },
    {
      term: t("registration.page.time"),
      value: round.hours === null ? unknown : t("registration.page.hours", { hours: round.hours }),
    },
    {
      term: t("registration.page.cost"),
      value:
        round.cost === null
          ? unknown
          : round.cost === 0
            ? t("registration.page.no_cost")
            : t("registration.page.kronor", { kronor: round.cost }),
    },
  ];
}

type Contacts = { readonly round: Pick<PublicRound["round"], "contacts"> };

/** Whom to ask, in one line. Nothing when nobody can be reached. */
export function ContactLine({ t, round }: { t: Translate } & Contacts) {
  const contact = round.contacts.find(isReachable);
  if (!contact) return null;
  const { name, email, phone } = contact;
  return (
    <p>
      {t("registration.page.questions")} {name}
      {email ? (
        <>
          , <a href={`mailto:${email}`}>{email}</a>
        </>
      ) : null}
      {phone ? (
        <>
          , <PhoneLink phone={phone} />
        </>
      ) : null}
    </p>
  );
}

/** The same as plain words, to stand inside a sentence: "Siv Alm, siv.alm@example.se". */
export function contactWords({ round }: Contacts): string {
  const { name = "", email, phone } = round.contacts.find(isReachable) ?? round.contacts[0] ?? {};
  return [name, email ?? phone].filter(Boolean).join(", ");
}
