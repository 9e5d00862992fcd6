import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { Button } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";

type TextEditorProps = {
  t: Translate;
  /** The address of the text. */
  at: string;
  text: { readonly id: string; readonly version: number };
  personId: string | undefined;
  children?: Child;
};

/**
 * Saves as it is typed, where there is script: keeps every word on the device until the server has it, and sends what
 * an earlier visit did not get through with. Without script, what is inside is a form like any other.
 */
export function TextEditor({ t, at, text, personId, children }: TextEditorProps) {
  return (
    <note-editor
      data-save={`${at}/spara`}
      data-compare={`${at}/jamfor`}
      data-key={`${personId ?? ""}:${text.id}`}
      data-version={String(text.version)}
      data-saved={t("ui.writing.is_saved")}
      data-offline={t("ui.writing.offline")}
      data-signed-out={t("ui.writing.signed_out")}
      data-not-yours={t("ui.writing.not_yours")}
      data-refused={t("ui.writing.refused")}
      data-beside={t("ui.writing.beside")}
      data-go={t("ui.compare")}
    >
      {children}
    </note-editor>
  );
}

type SomebodyWritesProps = { t: Translate; at: string; name: string; body: string };

/** The text is somebody else's just now: what stands there, and a way to take it over. */
export function SomebodyWrites({ t, at, name, body }: SomebodyWritesProps) {
  return (
    <>
      <Notice t={t} heading={t("ui.writing.taken_title", { name })}>
        {t("ui.writing.taken_text", { name })}
      </Notice>
      {body === "" ? null : <p class="as-written">{body}</p>}
      <Form t={t} action={`${at}/skriv`} hidden={{ takesOver: "yes" }} tight>
        <Button quiet>{t("ui.writing.take_over")}</Button>
      </Form>
    </>
  );
}
