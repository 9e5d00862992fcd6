import type { Translate } from "#kernel/messages.ts";
import { DocumentBody, Words } from "#platform/documents/document-body.tsx";
import { type DocumentPart, paragraphsOf, type WrittenDocument } from "#platform/documents/document.ts";
import { composeMail, type MailHost } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";

/** What is the same in every mail of a mailing. */
type Said = {
  readonly subject: string;
  readonly text: string;
  readonly replyToName: string;
  readonly replyToAddress: string;
};

/** Where one mail goes and what it is about. */
export type Addressed = {
  readonly to: string;
  readonly about?: string | undefined;
  readonly key?: string | undefined;
  /** Who sends it, in the mail's head. */
  readonly from?: { readonly name: string } | undefined;
  readonly host?: MailHost | undefined;
};

/** A message to one who applied: the words as they were written, and which round they are about. */
export function messageMail(
  t: Translate,
  said: Said,
  round: { readonly title: string; readonly organiser: string },
  addressed: Addressed,
): Mail {
  return composeMail({
    ...sentBy(said, addressed),
    t,
    body: (
      <>
        <Typed text={said.text} />
        <p>{t("reaching.message.about", round)}</p>
      </>
    ),
  });
}

/** The invitation to one contact person: what is said with it, and then the whole of it. */
export function invitationMail(
  t: Translate,
  said: Said,
  invitation: { readonly document: WrittenDocument; readonly address: string },
  addressed: Addressed,
): Mail {
  const { document, address } = invitation;
  return composeMail({
    ...sentBy(said, addressed),
    t,
    body: (
      <>
        <Typed text={said.text} />
        <DocumentBody document={document} />
        <MailButton href={address}>{t("reaching.invitation.open")}</MailButton>
        <p>
          {t("reaching.invitation.files")} <a href={`${address}/inbjudan.docx`}>Word</a>,{" "}
          <a href={`${address}/inbjudan.pdf`}>PDF</a>
        </p>
      </>
    ),
  });
}

function sentBy({ subject, replyToName, replyToAddress }: Said, addressed: Addressed) {
  return { ...addressed, subject, replyTo: { name: replyToName, address: replyToAddress } };
}

/** Words as somebody typed them, with web addresses that can be followed. */
function Typed({ text }: { text: string }) {
  return (
    <>
      {paragraphsOf(text).map((part: DocumentPart) =>
        part.kind === "paragraph" ? (
          <p>
            <Words line={part.line.flatMap((run) => (typeof run === "string" ? withAddresses(run) : run))} />
          </p>
        ) : null,
      )}
    </>
  );
}

const webAddress = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]]/gu;

function withAddresses(text: string) {
  const pieces: (string | { text: string; href: string })[] = [];
  let from = 0;
  for (const { 0: href, index } of text.matchAll(webAddress)) {
    if (index > from) pieces.push(text.slice(from, index));
    pieces.push({ text: href, href });
    from = index + href.length;
  }
  if (from < text.length) pieces.push(text.slice(from));
  return pieces;
}
