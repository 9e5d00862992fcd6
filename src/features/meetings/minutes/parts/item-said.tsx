import type { Translate } from "#kernel/messages.ts";
import { asDayOfSomeYear } from "#features/meetings/matter/decided-day.ts";
import type { Deliverable, ItemKind, MinutesItem, PersonShown } from "#features/meetings/minutes/minutes.ts";
import { sayDate } from "#ui/swedish-dates.ts";
import { Tag, Tags } from "#ui/tag.tsx";

/** Somebody as they may be shown: a user representative who is not named by role and organisation. */
export function sayPerson(t: Translate, { name, organisation }: Omit<PersonShown, "id">): string {
  if (name !== null) return name;
  return organisation === null
    ? t("minutes.user_representative")
    : t("minutes.user_representative_for", { organisation });
}

/** What a kind of item is called. A body without mandate decides nothing itself: it takes a position. */
export function sayKind(
  t: Translate,
  { kind, decidedBy }: { kind: ItemKind; decidedBy?: string | null },
  mandate: boolean,
) {
  return t(kind === "decision" && !mandate && !decidedBy ? "minutes.kind.position" : `minutes.kind.${kind}`);
}

type ItemSaidProps = { t: Translate; item: MinutesItem; hasMandate: boolean };

/** What kind of item it is, and that a commission has no day. */
export function ItemTags({ t, item, hasMandate }: ItemSaidProps) {
  if (item.kind === null) return null;
  const lacksDay = item.kind === "commission" && !hasDay(item);
  return (
    <Tags>
      <Tag>{sayKind(t, { kind: item.kind, decidedBy: item.decidedBy }, hasMandate)}</Tag>
      {lacksDay ? <Tag tone="open">{t("minutes.said.no_due")}</Tag> : null}
    </Tags>
  );
}

/** What came of an item, in words. */
export function ItemSaid({ t, item }: Pick<ItemSaidProps, "t" | "item">) {
  const lines = linesOf(t, item);
  return (
    <>
      {lines.map((line) => (
        <p>{line}</p>
      ))}
      {item.deliverables.length > 0 ? (
        <>
          <p>{t("minutes.said.deliverables")}:</p>
          <ul>
            {item.deliverables.map((each) => (
              <li>{sayDeliverable(t, each, item.dueOn)}</li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

/** A commission has a day when it has one of its own, or every part of it has. */
function hasDay({ dueOn, deliverables }: MinutesItem): boolean {
  return dueOn !== null || (deliverables.length > 0 && deliverables.every((each) => each.dueOn !== null));
}

/** What was decided or is to be done, where the text of the item does not say it already. */
function outcomeOf({ outcome, body }: MinutesItem): string[] {
  return outcome === null || outcome === body ? [] : [outcome];
}

function linesOf(t: Translate, item: MinutesItem): string[] {
  const day = (date: Temporal.PlainDate) => sayDate(t.language, date, { weekday: false });
  switch (item.kind) {
    case "decision":
      return [
        ...outcomeOf(item),
        ...deciderOf(t, item),
        ...(item.reviewOn ? [t("minutes.said.review", { day: day(item.reviewOn) })] : []),
      ];
    case "commission":
      return [...outcomeOf(item), ownerOf(t, item), ...dueOf(t, item)];
    case "parked":
      return [
        untilOf(t, item),
        ...(item.reason && item.reason !== item.body ? [t("minutes.said.reason", { reason: item.reason })] : []),
      ];
    case "referred":
      return item.referTo ? [t("minutes.said.referred", { name: item.referTo })] : [];
    default:
      return [];
  }
}

function deciderOf(t: Translate, { decidedBy: name, decidedOn, decidedDay }: MinutesItem): string[] {
  const date = decidedOn ?? (decidedDay === null ? null : asDayOfSomeYear(decidedDay));
  if (date === null) return name === null ? [] : [t("minutes.said.decided_by", { name })];
  // The year that nobody wrote is not said: in a year around itself it goes without saying.
  const day = sayDate(t.language, date, { weekday: false, today: decidedOn === null ? date : undefined });
  if (name === null) return [t(decidedOn ? "minutes.said.decided_on" : "minutes.said.decided_day", { day })];
  return [t(decidedOn ? "minutes.said.decided_by_on" : "minutes.said.decided_by_day", { name, day })];
}

function ownerOf(t: Translate, { owner, ownerPerson }: MinutesItem): string {
  const name = ownerPerson ? sayPerson(t, ownerPerson) : owner;
  return name === null ? t("minutes.said.no_owner") : t("minutes.said.owner", { name });
}

/** That there is no day is said beside its kind. */
function dueOf(t: Translate, { dueOn }: MinutesItem): string[] {
  return dueOn ? [t("minutes.said.due", { day: sayDate(t.language, dueOn, { weekday: false }) })] : [];
}

function untilOf(t: Translate, { parkedUntil, parkedEvent }: MinutesItem): string {
  if (parkedUntil) return t("minutes.said.parked_until", { day: sayDate(t.language, parkedUntil, { weekday: false }) });
  return parkedEvent ? t("minutes.said.parked_event", { event: parkedEvent }) : t("minutes.said.parked_open");
}

function sayDeliverable(t: Translate, { text, dueOn }: Deliverable, whole: Temporal.PlainDate | null): string {
  if (dueOn) return t("minutes.said.deliverable", { text, day: sayDate(t.language, dueOn, { weekday: false }) });
  return whole ? text : t("minutes.said.deliverable_no_day", { text });
}
