import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import type { StepReminder } from "#features/appraisals/introduction/mails/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";

type Around = { readonly t: Translate; readonly baseUrl: string; readonly today: Temporal.PlainDate };

/** Reminds whoever is responsible of what is to be done, near its day or when it has been. Once for each day. */
export function stepMail({ t, baseUrl, today }: Around, reminded: StepReminder): Mail {
  const { introductionId, slug, title, organisation, dueOn, steps, personId } = reminded;
  const isLate = Temporal.PlainDate.compare(dueOn, today) < 0;
  const words = { title, organisation, day: sayDate(t.language, dueOn, { today }) };
  return composeMail({
    t,
    to: reminded.email,
    subject: t(isLate ? "introduction.mail.late_subject" : "introduction.mail.soon_subject", words),
    about: introductionId,
    key: `introduction ${introductionId} ${isLate ? "late" : "soon"} ${dueOn.toString()} ${personId}`,
    body: (
      <>
        <p>{t("introduction.mail.hello", { name: reminded.name })}</p>
        <p>{t(isLate ? "introduction.mail.late" : "introduction.mail.soon", words)}</p>
        <ul>
          {steps.map((step) => (
            <li>{step}</li>
          ))}
        </ul>
        <MailButton href={`${baseUrl}/metodbedomning/${slug}/inforande#steg`}>{t("introduction.mail.open")}</MailButton>
      </>
    ),
  });
}
