import type { CommissionState, MatterState } from "#features/meetings/matter/matter.ts";
import type { AgendaReason } from "#features/meetings/meeting/meeting.ts";

/** What decides whether a matter comes back to a body. */
export type Waiting = {
  readonly state: MatterState;
  readonly isClosed: boolean;
  readonly parkedUntil: Temporal.PlainDate | null;
  readonly eventCameOn: Temporal.PlainDate | null;
  readonly remindOn: Temporal.PlainDate | null;
  readonly reviewOn: Temporal.PlainDate | null;
  /** The body it has been referred to. */
  readonly referredTo: string | null;
  /** The commissions that came of it. */
  readonly commissions: readonly {
    readonly state: CommissionState;
    readonly dueOn: Temporal.PlainDate | null;
    readonly deliverables: readonly { readonly isWaiting: boolean; readonly dueOn: Temporal.PlainDate | null }[];
  }[];
};

/**
 * Why a matter is to stand on the agenda of a body that meets on a day; nothing when it need not yet. (Rules in
 * docs/rules.md, section Z; R211-R214.)
 *
 * What was raised or is to be continued comes at the next meeting. What is parked comes when its day or event has come,
 * and parked until further notice when it is time to ask. What another body was asked comes to that body. What was
 * decided comes when it is to be looked at again. A commission comes when something of it is due, whatever else the
 * matter waits for, and as long as nobody has said when: a missing day is never a reason to forget. When all that was
 * commissioned is closed, the matter comes so that the body can say what became of it.
 */
export function comesBack(matter: Waiting, bodyId: string, day: Temporal.PlainDate): AgendaReason | undefined {
  if (matter.isClosed) return undefined;
  const hasCome = (date: Temporal.PlainDate | null) => date !== null && Temporal.PlainDate.compare(date, day) <= 0;
  return (
    byItself(matter, bodyId, hasCome) ??
    (matter.commissions.some((each) => isDue(each, hasCome)) ? "commission" : undefined)
  );
}

type HasCome = (date: Temporal.PlainDate | null) => boolean;

/** What brings a matter back, were nothing commissioned due. */
function byItself(matter: Waiting, bodyId: string, hasCome: HasCome): AgendaReason | undefined {
  switch (matter.state) {
    case "raised":
    case "continued":
      return matter.state;
    case "parked":
      return [matter.parkedUntil, matter.eventCameOn, matter.remindOn].some(hasCome) ? "parked" : undefined;
    case "commissioned":
      return matter.commissions.every(({ state }) => state === "closed") ? "commission" : undefined;
    case "referred":
      return matter.referredTo === bodyId ? "referred" : undefined;
    case "decided":
    case "decidedElsewhere":
      return hasCome(matter.reviewOn) ? "review" : undefined;
    default:
      return undefined;
  }
}

type Commissioned = Waiting["commissions"][number];

function isDue({ state, dueOn, deliverables }: Commissioned, hasCome: HasCome): boolean {
  // What is reported or was declined is for the body to hear and say something about.
  if (state === "closed") return false;
  if (state === "reported" || state === "declined") return true;
  const days = deliverables.filter(({ isWaiting }) => isWaiting).map((each) => each.dueOn ?? dueOn);
  const asked = days.length > 0 ? days : [dueOn];
  return asked.some((date) => date === null || hasCome(date));
}
