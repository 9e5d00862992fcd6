import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import { dueOf } from "#features/appraisals/decision/decision.ts";
import type { DecidedToTell, DecisionReminder } from "#features/appraisals/decision/mails/queries.ts";

type Around = { readonly t: Translate; readonly baseUrl: string; readonly today: Temporal.PlainDate };

/** Tells one of the authors what was decided. Why stands behind the sign-in. */
export function decidedMail({ t, baseUrl }: Pick<Around, "t" | "baseUrl">, told: DecidedToTell): Mail {
  const { id, slug, title, name, decision, personId } = told;
  return composeMail({
    t,
    to: told.email ?? "",
    subject: t("appraisal_decision.mail.decided_subject", { title }),
    about: id,
    key: `decision ${id} decided ${personId}`,
    body: (
      <>
        <p>{t("appraisal_decision.mail.hello", { name })}</p>
        <p>{t("appraisal_decision.mail.decided", { title, decision: t(`appraisal_decision.word.${decision}`) })}</p>
        <MailButton href={`${baseUrl}/metodbedomning/${slug}/beslut`}>{t("appraisal_decision.mail.read")}</MailButton>
      </>
    ),
  });
}

/** Says that a decision has come back: to tell how it went, to decide anew, or both. Once for each day and person. */
export function cameBackMail({ t, baseUrl, today }: Around, told: DecisionReminder): Mail {
  const { id, slug, title, name, personId, email, decisionNo, decideAgainOn, expectedBy, isDecider } = told;
  const { outcome, again } = dueOf(told, today);
  const day = (again ? decideAgainOn : expectedBy)?.toString() ?? "";
  const what = outcome && again ? "both" : again ? "again" : "outcome";
  return composeMail({
    t,
    to: email,
    subject: t(`appraisal_decision.mail.back_subject.${what}`, { title }),
    about: id,
    key: `decision ${id} back ${again ? "again" : "outcome"} ${day} ${personId}`,
    body: (
      <>
        <p>{t("appraisal_decision.mail.hello", { name })}</p>
        <p>{t(`appraisal_decision.mail.back.${what}`, { title, decides: String(isDecider) })}</p>
        <MailButton href={`${baseUrl}/metodbedomning/${slug}/beslut${outcome ? `/${decisionNo}/utfall` : ""}`}>
          {t(outcome ? "appraisal_decision.mail.tell" : "appraisal_decision.mail.read")}
        </MailButton>
      </>
    ),
  });
}
