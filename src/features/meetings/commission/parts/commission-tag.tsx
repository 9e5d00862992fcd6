import type { Translate } from "#kernel/messages.ts";
import type { CommissionState } from "#features/meetings/matter/matter.ts";
import { sayDate } from "#ui/swedish-dates.ts";
import { Tag } from "#ui/tag.tsx";

/** How far a commission has come, in a word. */
export function CommissionTag({ t, state }: { t: Translate; state: CommissionState }) {
  return (
    <Tag tone={state === "closed" || state === "declined" ? "quiet" : "plain"}>{t(`commission.state.${state}`)}</Tag>
  );
}

type DueProps = {
  t: Translate;
  dueOn: Temporal.PlainDate | null;
  /** Whether it is still to come. */
  waits: boolean;
  today: Temporal.PlainDate;
};

/** When something is due: the day, that it is late in a word, or that nobody has set one. */
export function Due({ t, dueOn, waits, today }: DueProps) {
  if (dueOn === null) return waits ? <Tag tone="open">{t("commission.no_day")}</Tag> : null;
  const day = sayDate(t.language, dueOn, { today });
  const isLate = waits && Temporal.PlainDate.compare(dueOn, today) < 0;
  return isLate ? (
    <>
      {t("commission.was_due", { day })} <Tag tone="error">{t("commission.overdue")}</Tag>
    </>
  ) : (
    <>{t("commission.due_by", { day })}</>
  );
}
