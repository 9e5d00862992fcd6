import type { Translate } from "#kernel/messages.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";
import type { Holding } from "#features/meetings/body/seats/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";

/** How many need to take part, in plain words: half is said as half. */
export function sayQuorum(
  t: Translate,
  { quorumOf, quorumCount, quorumPercent }: Pick<BodyFacts, "quorumOf" | "quorumCount" | "quorumPercent">,
): string {
  if (quorumOf === null) return t("body.quorum.none");
  if (quorumCount !== null) return t(`body.quorum.${quorumOf}_count`, { count: quorumCount });
  if (quorumPercent === 50) return t(`body.quorum.${quorumOf}_half`);
  return t(`body.quorum.${quorumOf}_percent`, { percent: quorumPercent ?? 0 });
}

/** Who sits in a seat: a service-user representative who has not agreed to be named is told by the role. */
export function sayWho(t: Translate, { name }: Pick<Holding, "name">): string {
  return name ?? t("body.nameless");
}

type Times = { readonly validFrom: Temporal.PlainDate | null; readonly validTo: Temporal.PlainDate | null };

/** Since when, or from when to when, as far as it is known. */
export function sayTimes(t: Translate, { validFrom, validTo }: Times, today: Temporal.PlainDate): string {
  const said = (day: Temporal.PlainDate) => sayDate(t.language, day, { weekday: false });
  if (validFrom && validTo) return t("body.period", { from: said(validFrom), to: said(validTo) });
  if (validTo) return t("body.until", { day: said(validTo) });
  if (!validFrom) return t("body.member_since_unknown");
  const isToCome = Temporal.PlainDate.compare(validFrom, today) > 0;
  return t(isToCome ? "body.from_on" : "body.since", { day: said(validFrom) });
}
