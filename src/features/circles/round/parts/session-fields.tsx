import type { MessageKey, Translate } from "#kernel/messages.ts";
import { openSession } from "#features/circles/round/empty-round.ts";
import { dayRemarkText } from "#features/circles/round/parts/remarks.tsx";
import { YesNo } from "#features/circles/round/parts/yes-no.tsx";
import { dayRemarks } from "#features/circles/round/session-days.ts";
import { type Session, type SessionPlan, sessionKinds, sessionModes } from "#features/circles/round/round.ts";
import { Checkbox, DateField, FieldRow, Select, TextField, TimeField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Notice } from "#ui/notice.tsx";

type SessionFieldsProps = { t: Translate; filled: Filled; session?: Session | undefined; all: readonly Session[] };

/** One meeting. Whatever is not decided may be left empty, and is shown as not decided. */
export function SessionFields({ t, filled, session, all }: SessionFieldsProps) {
  const others = all.filter((each) => each !== session && !each.calledOff).flatMap(({ date }) => date ?? []);
  const remarks = session?.date ? dayRemarks(session.date, others) : [];
  const usual = { starts: session?.starts ?? all[0]?.starts ?? null, ends: session?.ends ?? all[0]?.ends ?? null };
  const plan = { ...openSession, ...session, ...usual };
  return (
    <>
      {remarks.length > 0 ? (
        <Notice t={t} tone="warn">
          {remarks.map((remark) => (
            <p>{dayRemarkText(t, remark)}</p>
          ))}
        </Notice>
      ) : null}
      <SessionTime t={t} filled={filled} plan={plan} />
      <SessionPlace t={t} filled={filled} plan={plan} />
    </>
  );
}

type PlanProps = {
  t: Translate;
  filled: Filled;
  plan: SessionPlan;
  /** Which row of a form with several meetings: "sessions.0.". */
  at?: string;
  /** Beside the words of an invitation: no help, and no questions an invitation does not answer. */
  brief?: boolean;
};

/** When a meeting is. */
export function SessionTime({ plan, ...props }: PlanProps) {
  const field = fieldsOf(props);
  return (
    <FieldRow>
      <DateField {...field("date", "round.field.date")} value={plan.date?.toString()} />
      <TimeField {...field("starts", "round.field.starts")} value={clockText(plan.starts)} />
      <TimeField {...field("ends", "round.field.ends")} value={clockText(plan.ends)} />
    </FieldRow>
  );
}

/** What kind of meeting it is, where, for whom, and whether one eats. */
export function SessionPlace({ plan, ...props }: PlanProps) {
  const { t, brief } = props;
  const field = fieldsOf(props);
  return (
    <>
      <FieldRow>
        <Select
          {...field("kind", "round.field.sessionKind")}
          options={sessionKinds.map((kind) => ({ value: kind, label: t(`round.sessionKind.${kind}`) }))}
          value={plan.kind}
          empty={false}
          required
        />
        <Select
          {...field("mode", "round.field.mode")}
          options={sessionModes.map((mode) => ({ value: mode, label: t(`round.mode.${mode}`) }))}
          value={plan.mode}
          empty={t("round.not_stated")}
        />
      </FieldRow>
      <TextField {...field("venue", "round.field.venue", "round.field.venue_help")} value={plan.venue} />
      <Checkbox
        {...field("provisional", "round.field.provisional", "round.field.provisional_help")}
        checked={plan.provisional}
      />
      {brief ? null : <TextField {...field("theme", "round.field.sessionTheme")} value={plan.theme} />}
      {brief && !plan.audience ? null : (
        <TextField
          {...field("audience", "round.field.sessionAudience", "round.field.sessionAudience_help")}
          value={plan.audience}
        />
      )}
      <YesNo {...field("catering", "round.field.catering")} answer={plan.catering} />
    </>
  );
}

function fieldsOf({ t, filled, at = "", brief }: Omit<PlanProps, "plan">) {
  return (name: keyof SessionPlan, label: MessageKey, help?: MessageKey) => ({
    t,
    filled,
    name: `${at}${name}`,
    label: t(label),
    help: brief || !help ? undefined : t(help),
  });
}

/** "09:00", as a time field wants it. */
function clockText(time: Temporal.PlainTime | null): string | null {
  return time && time.toString({ smallestUnit: "minute" });
}
