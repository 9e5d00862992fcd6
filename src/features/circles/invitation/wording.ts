import type { MessageKey, MessageValues } from "#kernel/messages.ts";
import type { Doubt, Span } from "./found.ts";
import type { InvitationWarning, InvitedYear, WarningCode } from "./invitation.ts";
import { type YearReading, firstYear } from "./years.ts";

/** Gives the sentence behind a key: the contract's warnings carry their sentence with them. */
export type Say = (key: MessageKey, values: MessageValues) => string;

/** A doubt in words, placed in the text as it was pasted. */
export function warningOf(
  doubt: Doubt<WarningCode>,
  { origin, words, say }: { origin: (span: Span) => Span; words: (span: Span) => string; say: Say },
): InvitationWarning {
  const quoted = doubt.at ? shortened(words(doubt.at)) : "";
  const message = say(`invitation.warning.${doubt.code}`, { kind: "", thing: "", words: quoted, ...doubt.values });
  const at = doubt.at && origin(doubt.at);
  return { code: doubt.code, message, at: at ? [at[0], at[1]] : null };
}

/** The end of a text that is longer than any invitation was not read. */
export function tooLong([start, end]: Span, say: Say): InvitationWarning {
  return {
    code: "unread_text",
    message: say("invitation.warning.unread_text", { kind: "tooLong", words: "" }),
    at: [start, end],
  };
}

/** Why a year is proposed, in words (R009). */
export function yearInWords({ year, reason }: YearReading, last: number, say: Say): InvitedYear {
  if (!reason || year.proposed === null) return { ...year, why: null };
  const proposed = String(year.proposed);
  switch (reason.because) {
    case "deadline":
    case "written":
      return { ...year, why: say(`invitation.why.${reason.because}`, { date: reason.date }) };
    case "weekdays":
      return {
        ...year,
        why: say("invitation.why.weekdays", { year: proposed, first: String(firstYear), last: String(last) }),
      };
    case "holiday": {
      const excluded = reason.excluded
        .map((each) => say("invitation.why.holidayOne", { ...each, year: String(each.year) }))
        .join(" ");
      return {
        ...year,
        why: say("invitation.why.holiday", { years: listed(year.candidates, say), excluded, year: proposed }),
      };
    }
  }
}

function listed(years: readonly number[], say: Say): string {
  const [last, ...before] = years.map(String).toReversed();
  if (last === undefined || before.length === 0) return last ?? "";
  return say("invitation.why.and", { before: before.toReversed().join(", "), last });
}

function shortened(words: string): string {
  return words.length > 80 ? `${words.slice(0, 79)}…` : words;
}
