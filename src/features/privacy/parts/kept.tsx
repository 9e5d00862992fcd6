import type { Translate } from "#kernel/messages.ts";
import { type KeptSpan, spanOfDays } from "#features/privacy/decisions/retention-decision.ts";
import type { Retention } from "#features/privacy/retention-words.ts";

/** For how long something is kept, in words: "30 dagar efter sista träffen". */
export function sayKept(t: Translate, { days, from }: Pick<Retention, "days" | "from">): string {
  if (days === 0) return t("privacy.kept.at_once");
  return sayKeptFor(t, spanOfDays(days), from);
}

/** The same for a time that an organisation has decided: "18 månader efter att cirkeln är slut". */
export function sayKeptFor(t: Translate, { count, unit }: KeptSpan, from: Retention["from"]): string {
  return t(`privacy.kept.${from}`, { span: t(`privacy.span.${unit}`, { count }) });
}

/** For how long something is kept, as the page about personal data promises it. */
export function sayPromise(t: Translate, kept: Pick<Retention, "days" | "from" | "goesBy">): string {
  return kept.goesBy === "decision" ? t("privacy.kept.decided", { proposed: sayKept(t, kept) }) : sayKept(t, kept);
}
