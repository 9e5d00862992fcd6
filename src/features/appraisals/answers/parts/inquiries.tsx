import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import type { InquiryFacts } from "#features/appraisals/answers/queries.ts";
import type { AppraisalInside } from "#features/appraisals/appraisal/queries.ts";
import { LinkButton } from "#ui/button.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type InquiriesProps = { t: Translate; inside: AppraisalInside; inquiries: readonly InquiryFacts[] };

/** What whoever decides has asked, each with its answer or the way to give one. */
export function Inquiries({ t, inside, inquiries }: InquiriesProps) {
  const { appraisal, can } = inside;
  return (
    <>
      {inquiries.map(({ id, text, askedBy, askedAt, answer, answeredBy, answeredAt }) => (
        <div class="read-from">
          <figure>
            <figcaption>
              {t("appraisal_answer.asked_said", {
                name: askedBy ?? t("appraisal_answer.somebody"),
                day: sayDate(t.language, dateIn(askedAt), { weekday: false }),
              })}
            </figcaption>
            <blockquote class="as-written">{text}</blockquote>
          </figure>
          {answer && answeredAt ? (
            <>
              <p class="detail">
                {t("appraisal_answer.answered_said", {
                  name: answeredBy ?? t("appraisal_answer.somebody"),
                  day: sayDate(t.language, dateIn(answeredAt), { weekday: false }),
                })}
              </p>
              <Paragraphs text={answer} />
            </>
          ) : can.tell ? (
            <p>
              <LinkButton
                href={`/metodbedomning/${appraisal.slug}/fragor/stalld/${id}`}
                label={t("appraisal_answer.reply_named", { question: text })}
                quiet
                small
              >
                {t("appraisal_answer.reply")}
              </LinkButton>
            </p>
          ) : (
            <p class="detail">{t("appraisal_answer.no_reply_yet")}</p>
          )}
        </div>
      ))}
    </>
  );
}
