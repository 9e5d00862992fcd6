import type { Translate } from "#kernel/messages.ts";
import { clockText, remarkText } from "#features/circles/round/parts/reading-rows.tsx";
import { yesNo, yesNoOf } from "#features/circles/round/parts/reading-story.tsx";
import { dayRemarks } from "#features/circles/round/session-days.ts";
import { type Session, sessionKinds, sessionModes } from "#features/circles/round/round.ts";
import { Checkbox, Choice, DateField, FieldRow, Select, TextField, TimeField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Notice } from "#ui/notice.tsx";

type SessionFieldsProps = { t: Translate; filled: Filled; session?: Session | undefined; all: readonly Session[] };

/** One meeting. Whatever is not decided may be left empty, and is shown as not decided. */
export function SessionFields({ t, filled, session, all }: SessionFieldsProps) {
  const others = all.filter((each) => each !== session && !each.calledOff).flatMap(({ date }) => date ?? []);
  const remarks = session?.date ? dayRemarks(session.date, others) : [];
  return (
    <>
      {remarks.length > 0 ? (
        <Notice t={t} tone="warn">
          {remarks.map((remark) => (
            <p>{remarkText(t, remark)}</p>
          ))}
        </Notice>
      ) : null}
      <FieldRow>
        <DateField t={t} filled={filled} name="date" label={t("round.field.date")} value={session?.date?.toString()} />
        <TimeField
          t={t}
          filled={filled}
          name="starts"
          label={t("round.field.starts")}
          value={clockText(session?.starts ?? all[0]?.starts ?? null)}
        />
        <TimeField
          t={t}
          filled={filled}
          name="ends"
          label={t("round.field.ends")}
          value={clockText(session?.ends ?? all[0]?.ends ?? null)}
        />
      </FieldRow>
      <FieldRow>
        <Select
          t={t}
          filled={filled}
          name="kind"
          label={t("round.field.sessionKind")}
          options={sessionKinds.map((kind) => ({ value: kind, label: t(`round.sessionKind.${kind}`) }))}
          value={session?.kind ?? "regular"}
          empty={false}
          required
        />
        <Select
          t={t}
          filled={filled}
          name="mode"
          label={t("round.field.mode")}
          options={sessionModes.map((mode) => ({ value: mode, label: t(`round.mode.${mode}`) }))}
          value={session?.mode}
          empty={t("round.not_stated")}
        />
      </FieldRow>
      <TextField
        t={t}
        filled={filled}
        name="venue"
        label={t("round.field.venue")}
        help={t("round.field.venue_help")}
        value={session?.venue}
      />
      <Checkbox
        t={t}
        filled={filled}
        name="provisional"
        label={t("round.field.provisional")}
        help={t("round.field.provisional_help")}
        checked={session?.provisional ?? false}
        required
      />
      <TextField t={t} filled={filled} name="theme" label={t("round.field.sessionTheme")} value={session?.theme} />
      <TextField
        t={t}
        filled={filled}
        name="audience"
        label={t("round.field.sessionAudience")}
        help={t("round.field.sessionAudience_help")}
        value={session?.audience}
      />
      <Choice
        t={t}
        filled={filled}
        name="catering"
        label={t("round.field.catering")}
        options={yesNo(t)}
        value={yesNoOf(session?.catering ?? null)}
        inline
      />
    </>
  );
}
