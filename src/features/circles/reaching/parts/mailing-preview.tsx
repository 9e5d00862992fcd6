import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Mail } from "#platform/mail/mail.ts";
import { Button } from "#ui/button.tsx";
import { Facts } from "#ui/facts.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";

type PreviewProps = {
  t: Translate;
  filled: Filled;
  mail: Mail;
  /** Whom it goes to. */
  to: string;
  note?: string | undefined;
  /** Everything that was written, to be sent as it is or changed. */
  hidden: Readonly<Record<string, string | readonly string[]>>;
  /** What the button that sends says. */
  send: string;
  /** What has to be agreed to before it is sent. */
  children?: Child;
};

/** A mail to many as each will read it, before anybody gets it. */
export function MailingPreview({ t, filled, mail, to, note, hidden, send, children }: PreviewProps) {
  return (
    <section class="stack">
      <Facts
        wide
        items={[
          { term: t("reaching.messages.to"), value: to },
          { term: t("reaching.messages.subject"), value: mail.subject },
          ...(mail.replyTo
            ? [{ term: t("reaching.messages.reply_to"), value: `${mail.replyTo.name}, ${mail.replyTo.address}` }]
            : []),
        ]}
      />
      <pre class="mail-text">{mail.text}</pre>
      {note ? <Notice t={t}>{note}</Notice> : null}
      <Form t={t} filled={filled} hidden={hidden}>
        {children}
        <FormEnd>
          <Button name="steg" value="skicka">
            {send}
          </Button>
          <Button name="steg" value="andra" quiet>
            {t("reaching.message.change")}
          </Button>
        </FormEnd>
      </Form>
    </section>
  );
}
