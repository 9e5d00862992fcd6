import { IntlMessageFormat } from "intl-messageformat";
import type { Language, MessageValues } from "#kernel/messages.ts";
import type { Doubt, Span } from "./found.ts";
import type { InvitationWarning, InvitedYear, WarningCode } from "./invitation.ts";
import { en } from "./messages.en.ts";
import { sv } from "./messages.sv.ts";
import type { YearReading } from "./years.ts";
import { firstYear } from "./years.ts";

const catalogues = { sv, en };

/** The sentence behind one of the reader's keys: the contract's warnings carry their sentence with them. */
export function said(key: keyof typeof sv, values: MessageValues, language: Language): string {
  return String(new IntlMessageFormat(catalogues[language][key], language).format(values));
}

/** A doubt in words, placed in the text as it was pasted. */
export function warningOf(
  doubt: Doubt<WarningCode>,
  { origin, words, language }: { origin: (span: Span) => Span; words: (span: Span) => string; language: Language },
): InvitationWarning {
  const quoted = doubt.at ? shortened(words(doubt.at)) : "";
  const message = said(
    `invitation.warning.${doubt.code}`,
    { kind: "", thing: "", words: quoted, ...doubt.values },
    language,
  );
  const at = doubt.at && origin(doubt.at);
  return { code: doubt.code, message, at: at ? [at[0], at[1]] : null };
}

/** The end of a text that is longer than any invitation was not read. */
export function tooLong([start, end]: Span, language: Language): InvitationWarning {
  return {
    code: "unread_text",
    message: said("invitation.warning.unread_text", { kind: "tooLong", words: "" }, language),
    at: [start, end],
  };
}

/** Why a year is proposed, in words (R009). */
export function yearInWords({ year, reason }: YearReading, last: number, language: Language): InvitedYear {
  if (!reason || year.proposed === null) return { ...year, why: null };
  const proposed = String(year.proposed);
  switch (reason.because) {
    case "deadline":
    case "written":
      return { ...year, why: said(`invitation.why.${reason.because}`, { date: reason.date }, language) };
    case "weekdays":
      return {
        ...year,
        why: said(
          "invitation.why.weekdays",
          { year: proposed, first: String(firstYear), last: String(last) },
          language,
        ),
      };
    case "holiday": {
      const excluded = reason.excluded
        .map((each) => said("invitation.why.holidayOne", { ...each, year: String(each.year) }, language))
        .join(" ");
      return {
        ...year,
        why: said(
          "invitation.why.holiday",
          { years: listed(year.candidates, language), excluded, year: proposed },
          language,
        ),
      };
    }
  }
}

function listed(years: readonly number[], language: Language): string {
  return new Intl.ListFormat(language).format(years.map(String));
}

function shortened(words: string): string {
  return words.length > 80 ? `${words.slice(0, 79)}…` : words;
}
