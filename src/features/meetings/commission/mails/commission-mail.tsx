import type { Translate } from "#kernel/messages.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailButton } from "#platform/mail/mail-parts.tsx";
import type {
  AnsweredIntake,
  CommissionReminder,
  FormerOwner,
  ToldOfCommission,
} from "#features/meetings/commission/mails/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";

type Around = { readonly t: Translate; readonly baseUrl: string; readonly today: Temporal.PlainDate };

/** Tells somebody that they have been given a commission: what, by whom, and until when as far as anybody has said. */
export function givenMail({ t, baseUrl, today }: Around, told: ToldOfCommission, version: number): Mail {
  const { id, title, giver, dueOn, parts, personId } = told;
  const day = dueOn
    ? t("commission.mail.due", { day: sayDate(t.language, dueOn, { today }) })
    : t("commission.mail.no_day");
  return composeMail({
    t,
    to: told.email ?? "",
    subject: t("commission.mail.given_subject", { title }),
    about: id,
    key: `commission ${id} given ${personId} ${version}`,
    body: (
      <>
        <p>{t("commission.mail.hello", { name: told.name })}</p>
        <p>{t("commission.mail.given", { giver: giver ?? "", title, parts })}</p>
        <p>{day}</p>
        <MailButton href={`${baseUrl}/uppdrag/${id}`}>{t("commission.mail.open")}</MailButton>
      </>
    ),
  });
}

/** Tells somebody that a commission they had is somebody else's, and not whose. There is no link: it is not theirs to see. */
export function handedOnMail(t: Translate, told: FormerOwner, version: number): Mail {
  const { id, title, personId } = told;
  return composeMail({
    t,
    to: told.email ?? "",
    subject: t("commission.mail.handed_on_subject", { title }),
    about: id,
    key: `commission ${id} handed on ${personId} ${version}`,
    body: (
      <>
        <p>{t("commission.mail.hello", { name: told.name })}</p>
        <p>{t("commission.mail.handed_on", { title })}</p>
      </>
    ),
  });
}

/** Reminds somebody of what they have promised, near its day or when it has been. Once for each day. */
export function reminderMail({ t, baseUrl, today }: Around, reminded: CommissionReminder): Mail {
  const { id, title, dueOn, parts } = reminded;
  const isLate = Temporal.PlainDate.compare(dueOn, today) < 0;
  const words = { title, day: sayDate(t.language, dueOn, { today }) };
  return composeMail({
    t,
    to: reminded.email ?? "",
    subject: t(isLate ? "commission.mail.late_subject" : "commission.mail.soon_subject", words),
    about: id,
    key: `commission ${id} ${isLate ? "late" : "soon"} ${dueOn.toString()} ${reminded.personId}`,
    body: (
      <>
        <p>{t("commission.mail.hello", { name: reminded.name })}</p>
        <p>{t(isLate ? "commission.mail.late" : "commission.mail.soon", words)}</p>
        <ul>
          {parts.map((part) => (
            <li>{part}</li>
          ))}
        </ul>
        <MailButton href={`${baseUrl}/uppdrag/${id}`}>{t("commission.mail.report")}</MailButton>
      </>
    ),
  });
}

/** Tells whoever asked from outside what the answer is, and why when it is no or not yet. */
export function answerMail({ t, today }: Around, answered: AnsweredIntake, version: number): Mail {
  const { id, title, state, reason, organisation, dueOn } = answered;
  return composeMail({
    t,
    to: answered.to ?? "",
    subject: t("commission.mail.answer_subject", { title }),
    about: id,
    key: `commission ${id} answer ${version}`,
    body: (
      <>
        <p>{t(`commission.mail.answer.${state as "accepted" | "declined" | "waiting"}`, { title, organisation })}</p>
        {state === "accepted" && dueOn ? (
          <p>{t("commission.mail.due", { day: sayDate(t.language, dueOn, { today }) })}</p>
        ) : null}
        {reason ? <p>{reason}</p> : null}
      </>
    ),
  });
}
