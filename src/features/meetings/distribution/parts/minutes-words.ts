import type { Translate } from "#kernel/messages.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";
import type { MinutesRead } from "#features/meetings/distribution/reading/queries.ts";
import type { MinutesItem, MinutesPart, PersonShown } from "#features/meetings/minutes/minutes.ts";
import { sayDate } from "#ui/swedish-dates.ts";

type Bodies = readonly Pick<BodyFacts, "id" | "name" | "mandate" | "isAdjusted">[];

/** What a part of a meeting is called: its body, or what all have in common. */
export function partName(t: Translate, bodies: Bodies, bodyId: string | null): string {
  return bodies.find(({ id }) => id === bodyId)?.name ?? t("distribution.common");
}

/** Minutes are what a body adjusts; everything else is notes. For the common part all who meet must adjust. */
export function minutesKind(bodies: Bodies, parts: readonly { readonly bodyId: string | null }[]): "minutes" | "notes" {
  const meant = parts.some(({ bodyId }) => bodyId === null)
    ? bodies
    : bodies.filter(({ id }) => parts.some(({ bodyId }) => bodyId === id));
  return meant.length > 0 && meant.every(({ isAdjusted }) => isAdjusted) ? "minutes" : "notes";
}

/** Whether what a part calls a decision is a position: those it belongs to have no mandate. (R218) */
export function isPosition(bodies: Bodies, { bodyId, hadMandate }: MinutesPart, { decidedBy }: MinutesItem): boolean {
  if (decidedBy !== null) return false;
  if (hadMandate !== null) return !hadMandate;
  return !bodies.filter(({ id }) => bodyId === null || id === bodyId).every(({ mandate }) => mandate !== null);
}

/** Somebody by name, or by role and organisation who is not named. */
export function personWords(t: Translate, { name, organisation }: Pick<PersonShown, "name" | "organisation">): string {
  if (name !== null) return name;
  return organisation === null
    ? t("distribution.user_representative")
    : t("distribution.user_representative_of", { organisation });
}

/** Who has a commission. Nothing: nobody was chosen. */
export function ownerWords(t: Translate, { owner, ownerPerson }: MinutesItem): string | null {
  return ownerPerson ? personWords(t, ownerPerson) : owner;
}

/** The day of a meeting, or that nobody wrote it. */
export function meetingDay(t: Translate, { meeting: { day } }: Pick<MinutesRead, "meeting">): string {
  return day ? sayDate(t.language, day) : t("distribution.document.no_day");
}

/**
 * What came of an item in plain words, for whoever wants to know whether it mattered. Nothing for what was only told or
 * talked about.
 */
export function outcomeWords(t: Translate, bodies: Bodies, part: MinutesPart, item: MinutesItem): string | undefined {
  const { kind, decidedBy, dueOn, parkedUntil, parkedEvent, referTo } = item;
  const outcome = item.outcome ?? item.body;
  const said = (day: Temporal.PlainDate) => sayDate(t.language, day, { weekday: false });
  switch (kind) {
    case "decision":
      if (decidedBy) return t("distribution.outcome.elsewhere", { body: decidedBy, outcome });
      return t(isPosition(bodies, part, item) ? "distribution.outcome.position" : "distribution.outcome.decision", {
        outcome,
      });
    case "commission": {
      const owner = ownerWords(t, item) ?? t("distribution.outcome.somebody");
      const days = [dueOn, ...item.deliverables.map((each) => each.dueOn)].flatMap((day) => day ?? []);
      const last = days.toSorted(Temporal.PlainDate.compare).at(-1);
      const due = last ? t("distribution.outcome.due", { day: said(last) }) : t("distribution.outcome.no_due");
      const what = outcome === "" ? item.deliverables.map(({ text }) => text).join(", ") : outcome;
      return t("distribution.outcome.commission", { owner, outcome: withStop(what), due });
    }
    case "parked":
      if (parkedUntil) return t("distribution.outcome.parked_day", { day: said(parkedUntil) });
      return parkedEvent
        ? t("distribution.outcome.parked_event", { event: parkedEvent })
        : t("distribution.outcome.parked_open");
    case "continued":
      return t("distribution.outcome.continued");
    case "referred":
      return referTo
        ? t("distribution.outcome.referred", { body: referTo })
        : t("distribution.outcome.referred_somewhere");
    default:
      return undefined;
  }
}

const withStop = (text: string) => text.replace(/[.\s]+$/u, "");
