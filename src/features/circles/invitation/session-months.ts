import { monthOf, monthPattern } from "./calendar-words.ts";
import type { Span } from "./found.ts";
import type { InvitationText } from "./invitation-text.ts";

/** A kind of session that is said with its month only: "en uppföljande träff i maj". */
export function namedInMonth(text: InvitationText): { at: Span; month: number; year: string | undefined }[] {
  return [...text.plain.matchAll(namedMonth)].flatMap((match) => {
    const month = monthOf(match.groups?.["month"] ?? "");
    return month === undefined
      ? []
      : [{ at: [match.index, match.index + match[0].length] as const, month, year: match.groups?.["year"] }];
  });
}

/** The words themselves, for those who have to leave them out. */
export const namedMonth = new RegExp(
  String.raw`(?<!\p{L})(?:uppföljande (?:träff|möte|tillfälle|seminarium)|uppföljnings(?:träff|möte|dag|tillfälle)|återträff|kick-?off|uppstartsträff|slutseminarium|slutkonferens|avslutningsträff|avslutande (?:träff|seminarium|konferens))\p{L}{0,3}\s+(?:sker |hålls |genomförs |äger rum |planeras )?(?:till |i |under )(?:slutet av |början av |mitten av )?(?<month>${monthPattern})(?!\p{L})(?:\s+(?<year>(?:19|20)\d\d))?`,
  "giu",
);
