import type { Translate } from "#kernel/messages.ts";
import type { ItemInside } from "#features/knowledge/item/queries.ts";
import type { Review } from "#features/knowledge/item/review/queries.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Paragraphs } from "#ui/paragraphs.tsx";
import { sayMoment } from "#ui/swedish-dates.ts";
import { Tag } from "#ui/tag.tsx";

type ReviewPageProps = {
  t: Translate;
  inside: ItemInside;
  reviews: readonly Review[];
  today: Temporal.PlainDate;
  done?: string | undefined;
};

/** How far a version has come, what one may do with it, and who has said what of it and of those before it. */
export function ReviewPage({ t, inside, reviews, today, done }: ReviewPageProps) {
  const { item, version, working, can } = inside;
  const at = `/kunskap/${item.slug}`;
  return (
    <Narrow>
      <PageHeading
        kicker={<a href={at}>{version.title}</a>}
        heading={t("item_review.review")}
        lead={t(
          working
            ? `item_review.stands.${working.state === "inReview" ? "inReview" : "draft"}`
            : "item_review.stands.none",
        )}
      />
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      <Buttons>
        {can.review ? <LinkButton href={`${at}/granska/svara`}>{t("item_review.answer")}</LinkButton> : null}
        {can.publish ? (
          <LinkButton quiet={can.review} href={`${at}/publicera`}>
            {t("item_review.publish")}
          </LinkButton>
        ) : null}
        {can.write && working?.state === "draft" ? (
          <LinkButton href={`${at}/granska/skicka`}>{t("item_review.send")}</LinkButton>
        ) : null}
        {(can.write || can.publish) && working?.state === "inReview" ? (
          <LinkButton quiet href={`${at}/granska/fraga`}>
            {t("item_review.ask")}
          </LinkButton>
        ) : null}
        {can.publish ? (
          <LinkButton plain href={`${at}/granska/skicka-tillbaka`}>
            {t("item_review.send_back")}
          </LinkButton>
        ) : null}
      </Buttons>
      <section aria-labelledby="granskningar">
        <h2 id="granskningar">{t("item_review.history")}</h2>
        {reviews.length === 0 ? <p class="muted">{t("item_review.none")}</p> : null}
        <ul class="entries">
          {reviews.map((review) => (
            <li>
              <OneReview t={t} review={review} today={today} />
            </li>
          ))}
        </ul>
      </section>
    </Narrow>
  );
}

function OneReview({ t, review, today }: { t: Translate; review: Review; today: Temporal.PlainDate }) {
  const { reviewer, versionNo, verdict, said, askedAt, answeredAt } = review;
  return (
    <div class="entry">
      <p class="kicker">{t("item.version_numbered", { number: versionNo })}</p>
      <p>
        <strong>{reviewer ?? t("item_review.somebody")}</strong>{" "}
        <Tag tone={verdict === "changesWanted" ? "open" : verdict === null ? "quiet" : "plain"}>
          {t(verdict ? `item_review.verdict.${verdict}` : "item_review.not_answered")}
        </Tag>
      </p>
      {said ? <Paragraphs text={said} /> : null}
      <p class="muted">
        {answeredAt
          ? t("item_review.answered_at", { moment: sayMoment(t.language, answeredAt, { today }) })
          : t("item_review.asked_at", { moment: sayMoment(t.language, askedAt, { today }) })}
      </p>
    </div>
  );
}
