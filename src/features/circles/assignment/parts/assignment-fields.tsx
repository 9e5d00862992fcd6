import type { Translate } from "#kernel/messages.ts";
import { visibilities } from "#features/circles/assignment/assignment.ts";
import type { Assignment } from "#features/circles/assignment/queries.ts";
import { asWritten } from "#features/circles/attendance/written-hours.ts";
import { sessionName } from "#features/circles/round/parts/session-page.tsx";
import type { Session } from "#features/circles/round/round.ts";
import { Choice, Select, TextArea, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type AssignmentFieldsProps = {
  t: Translate;
  filled: Filled;
  assignment: Pick<Assignment, "title" | "task" | "visibility" | "dueBefore" | "minutes"> | undefined;
  /** The meetings it may be due before. */
  later: readonly Session[];
  today: Temporal.PlainDate;
};

/** What an assignment says, until when, and who reads what comes of it. */
export function AssignmentFields({ t, filled, assignment, later, today }: AssignmentFieldsProps) {
  const due = assignment ? assignment.dueBefore : (later.find(({ calledOff }) => !calledOff)?.id ?? null);
  return (
    <>
      <TextField
        t={t}
        filled={filled}
        name="title"
        label={t("assignment.field.title")}
        value={assignment?.title}
        required
      />
      <TextArea
        t={t}
        filled={filled}
        name="task"
        label={t("assignment.field.task")}
        help={t("assignment.no_clients")}
        value={assignment?.task}
        limit={5_000}
        rows={8}
        required
      />
      <Select
        t={t}
        filled={filled}
        name="dueBefore"
        label={t("assignment.field.dueBefore")}
        help={t("assignment.field.dueBefore_help")}
        empty={t("assignment.field.dueBefore_none")}
        options={later.map((session) => ({ value: session.id, label: sessionName(t, session, today) }))}
        value={due}
      />
      <TextField
        t={t}
        filled={filled}
        name="hours"
        label={t("assignment.field.hours")}
        help={t("assignment.field.hours_help")}
        value={asWritten(assignment?.minutes)}
        width="short"
      />
      <Choice
        t={t}
        filled={filled}
        name="visibility"
        label={t("assignment.field.visibility")}
        options={visibilities.map((value) => ({ value, label: t(`assignment.visibility.${value}`) }))}
        value={assignment?.visibility ?? "group"}
        required
      />
    </>
  );
}
