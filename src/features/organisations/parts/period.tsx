import type { Translate } from "#kernel/messages.ts";
import type { Validity } from "#features/organisations/validity.ts";
import { sayDate } from "#ui/swedish-dates.ts";
import { Unknown } from "#ui/unknown.tsx";

/** When something holds, in words: "från 1 januari 2020". Undefined when neither end is known. */
export function sayPeriod(t: Translate, { validFrom, validTo }: Validity): string | undefined {
  const [from, until] = [validFrom, validTo].map((day) => day && sayDate(t.language, day, { weekday: false }));
  if (from && until) return t("organisations.period.between", { from, until });
  if (from) return t("organisations.period.from", { from });
  return until ? t("organisations.period.until", { until }) : undefined;
}

export function Period({ t, validity }: { t: Translate; validity: Validity }) {
  return <>{sayPeriod(t, validity) ?? <Unknown>{t("organisations.period.unknown")}</Unknown>}</>;
}
