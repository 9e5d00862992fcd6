import type { Translate } from "#kernel/messages.ts";
import { roundInFacts } from "#features/circles/public/parts/round-in-facts.ts";
import type { PublicRound } from "#features/circles/public/queries.ts";
import { isReachable } from "#features/circles/round/publish-readiness.ts";
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
      <Facts items={roundInFacts(t, seen, today).map(({ value, ...fact }) => ({ ...fact, value: value ?? unknown(t) }))} />
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
    const day = round.noticeDate;
    return (
      <div>
        <h2>{t(round.capacityApproximate ? "public.places_about" : "public.places_number", { count: places })}</h2>
        <p class="muted">
          {day ? t("public.selection", { when: sayDate(t.language, day, { today }) }) : t("public.selection_unknown")}
        </p>
      </div>
    );
  }
  const rule = round.rules.some(({ strength }) => strength === "required")
    ? "public.first_come_rules"
    : "public.first_come";
  return (
    <Seats t={t} places={places} taken={taken} approximate={round.capacityApproximate} waiting={waiting}>
      {way === "closed" ? null : t(rule)}
    </Seats>
  );
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
  return (
    <>
      <LinkButton href={`/cirklar/${round.slug}/anmalan`} wide>
        {t(apply[way])}
      </LinkButton>
      {way === "late" ? <p class="muted">{t("public.late_text")}</p> : null}
    </>
  );
}

/** What nobody has decided yet. */
const unknown = (t: Translate) => <Unknown>{t("public.to_be_told")}</Unknown>;

function Contacts({ t, seen: { round } }: { t: Translate; seen: PublicRound }) {
  const contacts = round.contacts.filter(isReachable);
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
