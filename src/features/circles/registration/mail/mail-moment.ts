import type { ChangedThing } from "#features/circles/change-notice/change-notice.ts";
import { liveStates, type RegistrationState } from "#features/circles/registration/registration.ts";
import type { ManagerMailKind, RegistrationMailKind } from "#features/circles/registration/registration-jobs.ts";
import { type Allocation, isAssessed, type SessionMode } from "#features/circles/round/round.ts";

/** In which states each mail about a registration is still true. What has moved on since gets its own mail. */
const trueIn: Record<RegistrationMailKind, readonly RegistrationState[]> = {
  confirmAddress: ["unconfirmed"],
  added: liveStates,
  ownLink: [...liveStates, "declined", "ineligible", "completed"],
  corrected: liveStates,
  received: ["applied"],
  merged: liveStates,
  placed: ["placed"],
  held: ["held"],
  waitlisted: ["waitlisted"],
  holdReleased: ["waitlisted"],
  offer: ["offered"],
  offerLapsed: ["lapsed"],
  ineligible: ["ineligible"],
  declined: ["declined"],
  withdrawn: ["withdrawn"],
  managerSaidYes: liveStates,
  changed: liveStates,
  joinLink: ["placed"],
  cancelled: liveStates,
};

/** Whether a mail that was left to be sent still says what is so. */
export function isStillTrue(kind: RegistrationMailKind, state: RegistrationState): boolean {
  return trueIn[kind].includes(state);
}

/** What a mail does to the receiver's calendar: puts the sessions in, changes them, or takes them away. */
export function calendarMethodOf(
  kind: RegistrationMailKind,
  state: RegistrationState,
  hadPlace: boolean,
): "REQUEST" | "CANCEL" | undefined {
  if (kind === "placed" || kind === "joinLink") return "REQUEST";
  if ((kind === "changed" || kind === "added") && state === "placed") return "REQUEST";
  if (kind === "cancelled" && state === "placed") return "CANCEL";
  if ((kind === "withdrawn" || kind === "ineligible") && hadPlace) return "CANCEL";
  return undefined;
}

/**
 * The meetings a calendar is told to take away, when a change is nothing but meetings called off. An entry that only
 * says that it is cancelled stays in some calendars; one that is taken away goes from all.
 */
export function meetingsTakenAway(things: readonly ChangedThing[]): ReadonlySet<string> | undefined {
  if (things.length === 0 || things.some(({ kind }) => kind !== "calledOff")) return undefined;
  return new Set(things.flatMap(({ sessionId }) => sessionId ?? []));
}

/** Which link a mail carries besides none: to confirm, to answer an offer, or to the applicant's own page. */
export function linkOf(kind: RegistrationMailKind): "confirm" | "offer" | "own" | undefined {
  if (kind === "confirmAddress") return "confirm";
  if (kind === "offer") return "offer";
  const hasOwnPage = [
    "added",
    "ownLink",
    "corrected",
    "received",
    "merged",
    "placed",
    "held",
    "waitlisted",
    "holdReleased",
    "managerSaidYes",
    "changed",
    "joinLink",
  ];
  return hasOwnPage.includes(kind) ? "own" : undefined;
}

/** The mails a round sends in its time, in the order they come: for the preview before publishing. */
export function mailsSentBy(round: {
  readonly allocation: Allocation | null;
  readonly managerConsultation: "none" | "declared" | "confirmed";
  readonly sessions?: readonly { readonly mode: SessionMode | null }[];
}): {
  readonly applicant: readonly RegistrationMailKind[];
  readonly manager: readonly Exclude<ManagerMailKind, "question">[];
} {
  const selects = isAssessed(round.allocation);
  const asks = round.managerConsultation === "confirmed";
  const joins = round.sessions?.some(({ mode }) => mode === "digital" || mode === "hybrid") ?? false;
  return {
    applicant: [
      "confirmAddress",
      ...(selects ? (["received"] as const) : []),
      ...(asks ? (["held", "managerSaidYes", "holdReleased"] as const) : []),
      "placed",
      "waitlisted",
      ...(selects ? (["declined"] as const) : []),
      "offer",
      "offerLapsed",
      "ineligible",
      "merged",
      "added",
      "ownLink",
      "corrected",
      "withdrawn",
      "changed",
      ...(joins ? (["joinLink"] as const) : []),
      "cancelled",
    ],
    manager: asks ? ["request", "reminder", "again"] : [],
  };
}
