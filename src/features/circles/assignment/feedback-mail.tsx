import type { Translate } from "#kernel/messages.ts";
import type { ToldOfFeedback } from "#features/circles/assignment/queries.ts";
import { mailLook } from "#features/organisations/looks/look.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";

type Around = { readonly t: Translate; readonly baseUrl: string };

/** Tells one participant that their text has been answered. Says nothing of what either of them wrote: mail is forwarded. */
export function feedbackMail(told: ToldOfFeedback, submissionId: string, { t, baseUrl }: Around): Mail {
  return composeMail({
    t,
    ...mailLook(told.look, baseUrl),
    to: told.email,
    subject: t("assignment.feedback_mail.subject", { title: told.title }),
    replyTo: told.replyTo,
    about: told.registrationId,
    // Once: words that are put differently afterwards are read in the same place.
    key: `assignment-feedback:${submissionId}`,
    body: (
      <>
        <p>{t("assignment.mail.hello", { name: told.name })}</p>
        <p>{t("assignment.feedback_mail.lead", { title: told.title, circle: told.circle })}</p>
        <MailButton href={`${baseUrl}/cirkel/${told.slug}/uppgift/${told.assignmentId}`}>
          {t("assignment.feedback_mail.open")}
        </MailButton>
      </>
    ),
  });
}
