import type { Translate } from "#kernel/messages.ts";
import type { Retention } from "#features/privacy/retention.ts";

const year = 365;

/** For how long something is kept, in words: "30 dagar efter sista träffen". */
export function sayKept(t: Translate, { days, from }: Pick<Retention, "days" | "from">): string {
  if (days === 0) return t("privacy.kept.at_once");
  const span =
    days % year === 0 ? t("privacy.span.years", { count: days / year }) : t("privacy.span.days", { count: days });
  return t(`privacy.kept.${from}`, { span });
}
