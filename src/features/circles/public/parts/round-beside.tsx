import type { Translate } from "#kernel/messages.ts";
import { roundInFacts } from "#features/circles/public/parts/round-in-facts.ts";
import type { PublicRound } from "#features/circles/public/queries.ts";
import { serviceOf } from "#features/circles/registration/application/external-form.ts";
import { teamLimits } from "#features/circles/registration/team/team.ts";
import { isReachable } from "#features/circles/round/publish-readiness.ts";
import { isAssessed, takesTeams } from "#features/circles/round/round.ts";
import { LinkButton } from "#ui/button.tsx";
import { Sheet } from "#ui/columns.tsx";
import { Facts } from "#ui/facts.tsx";
import { PhoneLink } from "#ui/phone-link.tsx";
import { Seats } from "#ui/seats.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Unknown } from "#ui/unknown.tsx";

type BesideProps = {
  t: Translate;
  seen: PublicRound;
  today: Temporal.PlainDate;
  /** Shown as it will look: nothing can be pressed. */
  preview?: boolean | undefined;
};

/** The facts and the one main action of a round. On a phone this stands right under the lead. */
export function RoundBeside({ t, seen, today, preview }: BesideProps) {
  const { round } = seen;
  return (
    <Sheet>
      <Places t={t} seen={seen} today={today} />
      {preview ? null : <Action t={t} seen={seen} />}
      <Facts
        items={roundInFacts(t, seen, today).map(({ value, ...fact }) => ({ ...fact, value: value ?? unknown(t) }))}
      />
      <Contacts t={t} seen={seen} />
      {!preview && round.sessions.some(({ date }) => date) ? (
        <p>
          <a href={`/kalender/cirkel/${round.slug}.ics`}>{t("public.calendar")}</a>
        </p>
      ) : null}
      {!preview && round.externalLink ? (
        <p>
          <a href={round.externalLink} rel="external">
            {t("public.more")}
          </a>
        </p>
      ) : null}
    </Sheet>
  );
}

function Places({ t, seen, today }: BesideProps) {
  const { round, availability } = seen;
  const { way, places, taken, left, waiting } = availability;
  if (way === "cancelled") {
    return (
      <div>
        <h2>{t("public.cancelled")}</h2>
        <p>{round.cancelledReason}</p>
      </div>
    );
  }
  if (way === "over") return <h2>{t("public.closed.over")}</h2>;
  if (left === undefined) {
    return (
      <div>
        <h2>{t(round.capacityApproximate ? "public.places_about" : "public.places_number", { count: places })}</h2>
        {takesTeams(round.allocation) ? <p>{teamWords(t, seen)}</p> : null}
        <p class="muted">{howGiven(t, seen, today)}</p>
      </div>
    );
  }
  return (
    <Seats t={t} places={places} taken={taken} approximate={round.capacityApproximate} waiting={waiting}>
      {way === "closed" ? null : howGiven(t, seen, today)}
    </Seats>
  );
}

/** How large a team may be, and that it comes from a principal. */
function teamWords(t: Translate, { round, availability: { places } }: PublicRound): string {
  return t("public.teams", teamLimits({ ...round, seats: places }));
}

/** How places are given where no number of them is promised. */
function howGiven(t: Translate, { round }: PublicRound, today: Temporal.PlainDate): string {
  const rule = round.rules.some(({ strength }) => strength === "required")
    ? "public.first_come_rules"
    : "public.first_come";
  if (!isAssessed(round.allocation)) return t(rule);
  const { noticeDate } = round;
  const kind = takesTeams(round.allocation) ? "public.teams_chosen" : "public.selection";
  return noticeDate ? t(kind, { when: sayDate(t.language, noticeDate, { today }) }) : t(`${kind}_unknown`);
}

const apply = { open: "public.apply", waiting: "public.apply_waitlist", late: "public.apply_late" } as const;

function Action({ t, seen: { round, availability } }: { t: Translate; seen: PublicRound }) {
  const { way } = availability;
  if (way === "cancelled" || way === "over") return <p>{<a href="/cirklar">{t("public.see_open")}</a>}</p>;
  if (way === "closed") {
    return (
      <div>
        <p>
          <strong>{t("public.closed.closed")}</strong>
        </p>
        <p class="muted">{t("public.closed.text")}</p>
        <p>
          <a href="/cirklar">{t("public.see_open")}</a>
        </p>
      </div>
    );
  }
  if (round.externalForm) {
    return (
      <>
        <LinkButton href={round.externalForm} rel="external noopener" wide>
          {t(apply[way === "waiting" ? "open" : way])}
        </LinkButton>
        <p class="muted">{t("public.elsewhere", { service: serviceOf(round.externalForm) })}</p>
      </>
    );
  }
  return (
    <>
      <LinkButton href={`/cirklar/${round.slug}/anmalan`} wide>
        {t(takesTeams(round.allocation) && way === "open" ? "public.apply_team" : apply[way])}
      </LinkButton>
      {way === "late" ? <p class="muted">{t("public.late_text")}</p> : null}
    </>
  );
}

/** What nobody has decided yet. */
const unknown = (t: Translate) => <Unknown>{t("public.to_be_told")}</Unknown>;

/** Whom to ask: the round's own contacts, or the organisation that holds it when it has none. */
function Contacts({ t, seen: { round, organiser, host } }: { t: Translate; seen: PublicRound }) {
  const named = round.contacts.filter(isReachable);
  const email = host?.contactEmail;
  const organisation = email ? [{ name: organiser.name, title: null, email, phone: null }] : [];
  const contacts = named.length > 0 ? named : organisation;
  if (contacts.length === 0) return null;
  return (
    <div>
      <p>
        <strong>{t("public.contact")}</strong>
      </p>
      {contacts.map(({ name, title, email, phone }) => (
        <p>
          {name}
          {title ? <span class="muted">, {title}</span> : null}
          {email ? (
            <>
              <br />
              <a href={`mailto:${email}`}>{email}</a>
            </>
          ) : null}
          {phone ? (
            <>
              <br />
              <PhoneLink phone={phone} />
            </>
          ) : null}
        </p>
      ))}
    </div>
  );
}
