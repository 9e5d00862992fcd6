import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import type { AskingOccasion, ProposalId } from "#features/circles/proposal/proposal.ts";
import type { Question } from "#features/circles/proposal/queries.ts";
import { mailLook } from "#features/organisations/looks/look.ts";

type Asking = {
  readonly id: ProposalId;
  readonly occasion: AskingOccasion;
  readonly token: string;
  readonly baseUrl: string;
};

/** Asks somebody what has become of their proposal. The page behind the link has one button for each likely answer. */
export function questionMail(t: Translate, question: Question, { id, occasion, token, baseUrl }: Asking): Mail {
  const { title, state, round, to, name, replyTo, look } = question;
  return composeMail({
    t,
    ...mailLook(look, baseUrl),
    to,
    subject: t("proposal.mail.subject", { title }),
    replyTo,
    about: id,
    key: `proposal ${id} ${occasion}`,
    body: (
      <>
        <p>{t("proposal.mail.hello", { name })}</p>
        <p>{t(`proposal.mail.why.${occasion}`, { circle: round.title })}</p>
        <p>{t("proposal.mail.state", { title, state: t(`proposal.state.${state}`) })}</p>
        <MailButton href={`${baseUrl}/forslag/${token}`}>{t("proposal.mail.answer")}</MailButton>
        <p>{t("proposal.mail.short")}</p>
      </>
    ),
  });
}
