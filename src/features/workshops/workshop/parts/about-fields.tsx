import type { Translate } from "#kernel/messages.ts";
import type { MeetingToChoose } from "#features/workshops/workshop/preparing/queries.ts";
import type { WorkshopFacts } from "#features/workshops/workshop/queries.ts";
import { devices, longest } from "#features/workshops/workshop/workshop-words.ts";
import { Checkbox, Checks, Choice, DateField, Select, TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { sayDate } from "#ui/swedish-dates.ts";

type AboutFieldsProps = {
  t: Translate;
  filled: Filled;
  today: Temporal.PlainDate;
  bodies: readonly { readonly id: string; readonly name: string }[];
  meetings: readonly MeetingToChoose[];
  before?: Partial<WorkshopFacts>;
  chosen?: readonly string[];
};

/** What a workshop is: title, purpose, when and where, with whom, and how it is answered. */
export function AboutFields({ t, filled, today, bodies, meetings, before = {}, chosen = [] }: AboutFieldsProps) {
  return (
    <>
      <TextField t={t} filled={filled} name="title" label={t("workshop.title")} value={before.title} required />
      <TextArea
        t={t}
        filled={filled}
        name="purpose"
        label={t("workshop.purpose")}
        help={t("workshop.purpose_help")}
        rows={3}
        limit={longest.purpose}
        value={before.purpose}
      />
      <DateField t={t} filled={filled} name="heldOn" label={t("workshop.held_on")} value={before.heldOn?.toString()} />
      {meetings.length > 0 ? (
        <Select
          t={t}
          filled={filled}
          name="meetingId"
          label={t("workshop.meeting")}
          help={t("workshop.meeting_help")}
          options={meetings.map(({ id, title, day }) => ({
            value: id,
            label: day ? `${title}, ${sayDate(t.language, day, { today })}` : title,
          }))}
          value={before.meetingId}
          empty={t("workshop.meeting_none")}
        />
      ) : null}
      {bodies.length > 0 ? (
        <Checks
          t={t}
          filled={filled}
          name="bodies"
          label={t("workshop.held_with")}
          help={t("workshop.held_with_help")}
          options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          value={chosen}
        />
      ) : null}
      <Choice
        t={t}
        filled={filled}
        name="device"
        label={t("workshop.device")}
        help={t("workshop.device_help")}
        options={devices.map((device) => ({ value: device, label: t(`workshop.device.${device}`) }))}
        value={before.device ?? "person"}
        required
      />
      <Checkbox
        t={t}
        filled={filled}
        name="isAnonymous"
        label={t("workshop.is_anonymous")}
        help={t("workshop.is_anonymous_help")}
        checked={before.isAnonymous ?? false}
      />
    </>
  );
}
