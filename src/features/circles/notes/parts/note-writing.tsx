import type { PersonId } from "#kernel/ids.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { longestNote } from "#features/circles/notes/note.ts";
import type { NoteSection } from "#features/circles/notes/queries.ts";
import { Button } from "#ui/button.tsx";
import { TextArea } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";

type NoteEditorProps = {
  t: Translate;
  /** The address of the section. */
  at: string;
  section: NoteSection;
  personId: PersonId | undefined;
  children?: Child;
};

/**
 * Saves as it is typed, where there is script: keeps every word on the device until the server has it, and sends what
 * an earlier visit did not get through with. Without script, what is inside is a form like any other.
 */
export function NoteEditor({ t, at, section, personId, children }: NoteEditorProps) {
  return (
    <note-editor
      data-save={`${at}/spara`}
      data-compare={`${at}/jamfor`}
      data-key={`${personId ?? ""}:${section.id}`}
      data-version={String(section.version)}
      data-saved={t("notes.writing.is_saved")}
      data-offline={t("notes.writing.offline")}
      data-signed-out={t("notes.writing.signed_out")}
      data-refused={t("notes.writing.refused")}
      data-beside={t("notes.writing.beside")}
      data-go={t("notes.compare")}
    >
      {children}
    </note-editor>
  );
}

type NoteFieldProps = { t: Translate; filled: Filled; label: string; value: string };

/** Where a section is written. */
export function NoteField({ t, filled, label, value }: NoteFieldProps) {
  return (
    <TextArea
      t={t}
      filled={filled}
      name="body"
      label={label}
      help={t("notes.no_clients")}
      value={value}
      rows={14}
      limit={longestNote}
    />
  );
}

type SomebodyWritesProps = { t: Translate; at: string; name: string; body: string };

/** The section is somebody else's just now: what stands there, and a way to take it over. */
export function SomebodyWrites({ t, at, name, body }: SomebodyWritesProps) {
  return (
    <>
      <Notice t={t} heading={t("notes.writing.taken_title", { name })}>
        {t("notes.writing.taken_text", { name })}
      </Notice>
      {body === "" ? null : <p class="as-written">{body}</p>}
      <Form t={t} action={`${at}/skriv`} hidden={{ takesOver: "yes" }} tight>
        <Button quiet>{t("notes.writing.take_over")}</Button>
      </Form>
    </>
  );
}
