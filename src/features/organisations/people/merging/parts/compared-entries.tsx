import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import type { EntryShown, PairShown } from "#features/organisations/people/merging/queries.ts";
import { placeName } from "#features/organisations/people/parts/place-name.ts";
import { Address } from "#ui/address.tsx";
import { PhoneLink } from "#ui/phone-link.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";

/** The details that two entries are told apart by, each with how it is drawn. */
const details = ["email", "phone", "job_title", "roles", "rounds", "since", "last_seen"] as const;
type Detail = (typeof details)[number];

/** Two entries side by side, as far as whoever looks may see them, with what speaks for and against. */
export function ComparedEntries({ t, pair, under }: { t: Translate; pair: PairShown; under: "h1" | "h2" }) {
  const Heading = under === "h1" ? "h2" : "h3";
  const { one, other, speaksFor, speaksAgainst } = pair;
  const names = { one: one.name, other: other.name };
  const known = details.filter((detail) => isKnown(detail, one) || isKnown(detail, other));
  const columns: Column<Detail>[] = [
    { label: t("people.duplicates.fact"), head: true, cell: (detail) => t(`people.duplicates.${detail}`) },
    { label: one.name, cell: (detail) => drawn(t, detail, one) },
    { label: other.name, cell: (detail) => drawn(t, detail, other) },
  ];
  return (
    <>
      <Table caption={t("people.duplicates.compared", names)} captionHidden columns={columns} rows={known} compared />
      <Heading>{t("people.duplicates.for")}</Heading>
      <ul>
        {speaksFor.map((likeness) => (
          <li>{t(`people.duplicates.likeness.${likeness}`)}</li>
        ))}
      </ul>
      <Heading>{t("people.duplicates.against")}</Heading>
      {speaksAgainst.length > 0 ? (
        <ul>
          {speaksAgainst.map((difference) => (
            <li>{t(`people.duplicates.difference.${difference}`)}</li>
          ))}
        </ul>
      ) : (
        <p>{t("people.duplicates.against_none")}</p>
      )}
    </>
  );
}

function isKnown(detail: Detail, { email, phone, title, roles, rounds, lastSeen }: EntryShown): boolean {
  const found = { email, phone, job_title: title, since: true, last_seen: lastSeen };
  return detail === "roles" ? roles.length > 0 : detail === "rounds" ? rounds.length > 0 : found[detail] !== null;
}

function drawn(t: Translate, detail: Detail, entry: EntryShown) {
  const nothing = t("people.duplicates.nothing");
  const day = (moment: Temporal.Instant | null) => (moment ? sayDate(t.language, dateIn(moment)) : nothing);
  switch (detail) {
    case "email":
      return entry.email ? <Address of={entry.email} /> : nothing;
    case "phone":
      return entry.phone ? <PhoneLink phone={entry.phone} /> : nothing;
    case "job_title":
      return entry.title ?? nothing;
    case "roles":
      return entry.roles.length === 0
        ? nothing
        : entry.roles.map((role) => (
            <div>
              {t(`organisations.role.${role.role}`)}, {placeName(t, role)}
              {role.tense === "past" ? <span class="note">{t("people.duplicates.past")}</span> : null}
            </div>
          ));
    case "rounds":
      return entry.rounds.length === 0
        ? nothing
        : entry.rounds.map(({ title, workplace }) => (
            <div>{t("people.duplicates.workplace", { title, workplace })}</div>
          ));
    case "since":
      return day(entry.since);
    case "last_seen":
      return day(entry.lastSeen);
  }
}
