import type { Translate } from "#kernel/messages.ts";
import { longest } from "#features/meetings/meeting/planning/meeting-plan.ts";
import { meetingModes } from "#features/meetings/meeting/meeting.ts";
import type { MeetingFacts } from "#features/meetings/meeting/queries.ts";
import { Checkbox, Choice, DateField, FieldRow, Fieldset, TextArea, TextField, TimeField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type MeetingFieldsProps = {
  t: Translate;
  filled: Filled;
  /** What is changed. Nothing: a new one. */
  before: MeetingFacts | undefined;
  title: string;
};

/** When and where a meeting is, and what is asked of those who are called to it. */
export function MeetingFields({ t, filled, before, title }: MeetingFieldsProps) {
  const said = { t, filled };
  return (
    <>
      <TextField {...said} name="title" label={t("meeting.field.title")} value={title} required />
      <Fieldset legend={t("meeting.when_and_where")}>
        <DateField {...said} name="day" label={t("meeting.field.day")} value={before?.day?.toString()} required />
        <FieldRow>
          <TimeField {...said} name="starts" label={t("meeting.field.starts")} value={clock(before?.starts)} />
          <TimeField {...said} name="ends" label={t("meeting.field.ends")} value={clock(before?.ends)} />
        </FieldRow>
        <Choice
          {...said}
          name="mode"
          label={t("meeting.field.mode")}
          options={meetingModes.map((value) => ({ value, label: t(`meeting.mode.${value}`) }))}
          value={before?.mode}
        />
        <TextField {...said} name="venue" label={t("meeting.field.venue")} value={before?.venue} />
        <TextField
          {...said}
          name="joinLink"
          type="url"
          label={t("meeting.field.joinLink")}
          help={t("meeting.field.joinLink_help")}
          value={before?.joinLink}
        />
      </Fieldset>
      <Fieldset legend={t("meeting.before_it")}>
        <TextArea
          {...said}
          name="welcome"
          label={t("meeting.field.welcome")}
          value={before?.welcome}
          limit={longest.welcome}
        />
        <DateField
          {...said}
          name="documentsBy"
          label={t("meeting.field.documentsBy")}
          value={before?.documentsBy?.toString()}
        />
        <Checkbox
          {...said}
          name="asksForReply"
          label={t("meeting.field.asksForReply")}
          checked={before?.asksForReply ?? false}
        />
        <DateField {...said} name="replyBy" label={t("meeting.field.replyBy")} value={before?.replyBy?.toString()} />
      </Fieldset>
    </>
  );
}

function clock(time: Temporal.PlainTime | null | undefined): string | undefined {
  return time?.toString({ smallestUnit: "minute" });
}
