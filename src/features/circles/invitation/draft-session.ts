import type { Found, Span } from "./found.ts";
import type { InvitedSession } from "./invitation.ts";
import type { Scoped } from "./session-scope.ts";
import type { SessionTime } from "./session-times.ts";
import type { SessionDay } from "./years.ts";

/** A session before its year is settled, each value with the words it was read from. */
export type DraftSession = {
  readonly at: Span;
  readonly day: SessionDay | undefined;
  readonly month: number | undefined;
  readonly partialDate: string | undefined;
  kind: Found<InvitedSession["kind"]> | undefined;
  time: SessionTime | undefined;
  mode: Found<NonNullable<InvitedSession["mode"]>> | undefined;
  provisional: Found<true> | undefined;
  venue: Found<string> | undefined;
  catering: Found<boolean> | undefined;
  audience: Found<string> | undefined;
};

/** What a statement on sessions needs to know of one. */
export const scoped = (draft: DraftSession): Scoped => ({
  at: draft.at,
  month: draft.month,
  day: draft.day?.day,
  kind: draft.kind?.value ?? "regular",
});
