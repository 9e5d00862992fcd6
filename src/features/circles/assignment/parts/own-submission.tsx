import type { Translate } from "#kernel/messages.ts";
import { fileTypes } from "#platform/files/file-kinds.ts";
import { mostFiles, type Visibility } from "#features/circles/assignment/assignment.ts";
import type { Submission } from "#features/circles/assignment/queries.ts";
import { FileList, WrittenText } from "#features/circles/assignment/parts/written-text.tsx";
import { Button } from "#ui/button.tsx";
import { Checks, FileField, TextArea } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";

type OwnSubmissionProps = {
  t: Translate;
  filled: Filled;
  /** The page of the assignment. */
  at: string;
  /** Under what name the device keeps what is typed. */
  draft: string;
  visibility: Visibility;
  submission: Submission | undefined;
  mayHandIn: boolean;
  isLate: boolean;
  today: Temporal.PlainDate;
};

/** Where a participant writes: kept on the device as they type, as a draft with us, and handed in when it is ready. */
export function OwnSubmission(props: OwnSubmissionProps) {
  const { t, filled, at, draft, visibility, submission, mayHandIn, isLate, today } = props;
  const files = submission?.files ?? [];
  const isHandedIn = submission?.handedInAt != null;
  const hasClash = filled.problems.some(({ code }) => code === "assignment.written_elsewhere");
  return (
    <section class="stack" id="ditt-svar">
      <h2>{t("assignment.your_text")}</h2>
      {mayHandIn ? (
        <Form t={t} filled={filled} files keepDraft={draft} label={t("assignment.your_text")}>
          {isLate && !isHandedIn ? <Notice t={t}>{t("assignment.time_is_out")}</Notice> : null}
          {/* Not of the hidden kind, so that a draft on the device remembers from which saving it was written. */}
          <input type="text" name="based" value={String(submission?.version ?? 0)} hidden />
          <TextArea
            t={t}
            filled={filled}
            name="text"
            label={t("assignment.field.text")}
            help={t("assignment.no_clients")}
            value={submission?.body}
            limit={20_000}
            rows={14}
          />
          {files.length > 0 ? (
            <>
              <h3>{t("assignment.files")}</h3>
              <FileList t={t} at={at} files={files} />
              <Checks
                t={t}
                filled={filled}
                name="remove"
                label={t("assignment.field.remove")}
                options={files.map(({ id, name }) => ({ value: id, label: name }))}
                noKeep
              />
            </>
          ) : null}
          {files.length < mostFiles ? (
            <FileField
              t={t}
              filled={filled}
              name="file"
              label={t("assignment.field.file")}
              help={t("assignment.field.file_help")}
              accept={fileTypes.map((type) => `.${type}`).join(",")}
            />
          ) : null}
          <p class="muted">
            {t(visibility === "group" ? "assignment.read_by_group" : "assignment.read_by_leaders")}{" "}
            {isHandedIn ? null : t("assignment.draft_is_yours")}
          </p>
          <FormEnd>
            <Button name="deed" value="handIn">
              {t(isHandedIn ? "assignment.hand_in_again" : "assignment.hand_in")}
            </Button>
            {isHandedIn ? null : (
              <Button quiet name="deed" value="keep">
                {t("assignment.keep")}
              </Button>
            )}
          </FormEnd>
        </Form>
      ) : null}
      {submission && (hasClash || !mayHandIn) ? (
        <>
          {hasClash ? <h3>{t("assignment.saved_text")}</h3> : null}
          <WrittenText t={t} at={at} submission={submission} today={today} />
        </>
      ) : null}
    </section>
  );
}
