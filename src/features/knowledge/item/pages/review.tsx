import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import { Refusal } from "#kernel/refusal.ts";
import { publishesAlone } from "#features/knowledge/item/item-policy.ts";
import { itemAsked, itemTo } from "#features/knowledge/item/pages/item-asked.ts";
import { Reviewers, Said } from "#features/knowledge/item/parts/review-fields.tsx";
import { ReviewPage } from "#features/knowledge/item/parts/review-page.tsx";
import type { ItemInside, VersionFacts } from "#features/knowledge/item/queries.ts";
import {
  answerReview,
  askReviewers,
  publishItem,
  sendBack,
  sendForReview,
} from "#features/knowledge/item/review/commands.ts";
import { lookedAtBy, reviewersFor, reviewsOf, writerOf } from "#features/knowledge/item/review/queries.ts";
import {
  ForReview,
  MoreReviewers,
  proposedReviewDay,
  Publishing,
  ReviewAnswer,
  SendingBack,
  verdicts,
} from "#features/knowledge/item/review/review-words.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Choice, DateField } from "#ui/fields.tsx";
import { textIn } from "#ui/filled.ts";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";

type Page = Context<Environment>;

/** From draft to published: who is asked to review, what they say, sending it back, and publishing it. */
export const itemReviewPages = pages("signedIn")
  .get("/kunskap/:slug/granska", async (c) => {
    const { t, db, now } = c.var;
    const inside = await itemToFollow(c);
    const reviews = await reviewsOf(db, inside.item.id);
    const key = `item_review.done.${c.req.query("klart") ?? ""}`;
    return c.render(
      <ReviewPage
        t={t}
        inside={inside}
        reviews={reviews}
        today={dateIn(now())}
        done={t.knows(key) ? t(key) : undefined}
      />,
      { title: `${t("item_review.review")}: ${inside.version.title}`, current: "/kunskap" },
    );
  })
  .form("/kunskap/:slug/granska/skicka", {
    async draw(c, filled) {
      const { t } = c.var;
      const { inside, working } = await workingTo(c, "write", "draft");
      return draw(c, filled, inside, working, {
        heading: t("item_review.send"),
        lead: t("item_review.send_lead"),
        press: t("item_review.send"),
        before: working.says ? null : (
          <Notice t={t} tone="warn" heading={t("item_review.says_nothing")}>
            <a href={`/kunskap/${inside.item.slug}/andra`}>{t("item.write_on")}</a>
          </Notice>
        ),
        children: <Reviewers t={t} filled={filled} choices={await reviewers(c, inside, working)} />,
      });
    },
    async send(c, filled) {
      const { inside } = await workingTo(c, "write", "draft");
      await sendForReview(c.var.db, c.var.actor, c.var.now, inside.item.slug, checkedForm(ForReview, filled));
      return c.redirect(`/kunskap/${inside.item.slug}/granska?klart=skickad`, 303);
    },
  })
  .form("/kunskap/:slug/granska/fraga", {
    async draw(c, filled) {
      const { t } = c.var;
      const { inside, working } = await askable(c);
      return draw(c, filled, inside, undefined, {
        heading: t("item_review.ask"),
        lead: t("item_review.ask_lead"),
        press: t("item_review.ask"),
        children: <Reviewers t={t} filled={filled} choices={await reviewers(c, inside, working)} required />,
      });
    },
    async send(c, filled) {
      const { inside } = await askable(c);
      await askReviewers(c.var.db, c.var.actor, c.var.now, inside.item.slug, checkedForm(MoreReviewers, filled));
      return c.redirect(`/kunskap/${inside.item.slug}/granska?klart=fragade`, 303);
    },
  })
  .form("/kunskap/:slug/granska/svara", {
    async draw(c, filled) {
      const { t } = c.var;
      const { inside, working } = await workingTo(c, "review", "inReview");
      return draw(c, filled, inside, working, {
        heading: t("item_review.answer"),
        lead: t("item_review.answer_lead"),
        press: t("item_review.answer_press"),
        children: (
          <>
            <Choice
              t={t}
              filled={filled}
              name="verdict"
              required
              label={t("item_review.verdict")}
              options={verdicts.map((value) => ({ value, label: t(`item_review.verdict.${value}`) }))}
            />
            <Said t={t} filled={filled} label={t("item_review.said")} help={t("item_review.said_help")} />
          </>
        ),
      });
    },
    async send(c, filled) {
      const { inside } = await workingTo(c, "review", "inReview");
      await answerReview(c.var.db, c.var.actor, c.var.now, inside.item.slug, checkedForm(ReviewAnswer, filled));
      return c.redirect(`/kunskap/${inside.item.slug}?klart=granskad`, 303);
    },
  })
  .form("/kunskap/:slug/granska/skicka-tillbaka", {
    async draw(c, filled) {
      const { t } = c.var;
      const { inside, working } = await workingTo(c, "publish", "inReview");
      return draw(c, filled, inside, working, {
        heading: t("item_review.send_back"),
        lead: t("item_review.send_back_lead"),
        press: t("item_review.send_back"),
        children: <Said t={t} filled={filled} label={t("item_review.what_to_do")} required />,
      });
    },
    async send(c, filled) {
      const { inside } = await workingTo(c, "publish", "inReview");
      await sendBack(c.var.db, c.var.actor, c.var.now, inside.item.slug, checkedForm(SendingBack, filled));
      return c.redirect(`/kunskap/${inside.item.slug}?klart=tillbaka`, 303);
    },
  })
  .form("/kunskap/:slug/publicera", {
    draw: drawPublishing,
    async send(c, filled) {
      const { inside } = await workingTo(c, "publish", "inReview");
      await publishItem(c.var.db, c.var.actor, c.var.now, inside.item.slug, checkedForm(Publishing, filled));
      return c.redirect(`/kunskap/${inside.item.slug}?klart=publicerad`, 303);
    },
  });

async function drawPublishing(c: Page, filled: Filled) {
  const { t, db, actor, now } = c.var;
  const { inside, working } = await workingTo(c, "publish", "inReview");
  const today = dateIn(now());
  const [writer, lookedAt, reviews] = await Promise.all([
    writerOf(db, working.id),
    lookedAtBy(db, working.id),
    reviewsOf(db, inside.item.id),
  ]);
  const wanting = reviews.filter(
    ({ versionNo, verdict }) => versionNo === working.versionNo && verdict === "changesWanted",
  );
  return draw(c, filled, inside, working, {
    heading: t("item_review.publish"),
    lead: t("item_review.publish_lead"),
    press: t("item_review.publish"),
    before: (
      <>
        {publishesAlone(actor, writer, lookedAt.approvers) ? (
          <Notice t={t} tone="warn" heading={t("item_review.alone")}>
            {t("item_review.alone_text")}
          </Notice>
        ) : null}
        {wanting.length > 0 ? (
          <Notice t={t} tone="warn" heading={t("item_review.changes_are_wanted", { count: wanting.length })}>
            <a href={`/kunskap/${inside.item.slug}/granska`}>{t("item_review.see_what_was_said")}</a>
          </Notice>
        ) : null}
      </>
    ),
    children: (
      <DateField
        t={t}
        filled={filled}
        name="reviewDue"
        required
        label={t("item_review.review_due")}
        help={t("item_review.review_due_help")}
        value={proposedReviewDay(today).toString()}
        min={today.add({ days: 1 }).toString()}
      />
    ),
  });
}

/** The item, for those who write, review or publish it: others do not see how it came about. */
async function itemToFollow(c: Page): Promise<ItemInside> {
  const inside = await itemAsked(c);
  const { can } = inside;
  if (!can.write && !can.review && !can.publish && !can.retire) throw new Refusal("forbidden", "item.may_not.write");
  return inside;
}

type Working = { readonly inside: ItemInside; readonly working: VersionFacts };

async function workingTo(c: Page, deed: keyof ItemInside["can"], state: "draft" | "inReview"): Promise<Working> {
  const inside = await itemTo(c, deed);
  const { working } = inside;
  if (working?.state !== state) throw new Refusal("conflict", "item_review.is_not_so_far");
  return { inside, working };
}

/** Those who write may ask more people, and those who publish. */
async function askable(c: Page): Promise<Working> {
  const inside = await itemAsked(c);
  if (!inside.can.write && !inside.can.publish) throw new Refusal("forbidden", "item.may_not.write");
  const { working } = inside;
  if (working?.state !== "inReview") throw new Refusal("conflict", "item_review.not_in_review");
  return { inside, working };
}

async function reviewers({ var: { db, actor, now } }: Page, { item }: ItemInside, working: VersionFacts) {
  const writer = await writerOf(db, working.id);
  const choices = await reviewersFor(db, item.organisationId, writer, dateIn(now()));
  return choices.filter(({ id }) => id !== actor.personId);
}

type Drawn = {
  readonly heading: string;
  readonly lead: string;
  readonly press: string;
  readonly before?: Child;
  readonly children: Child;
};

function draw(
  c: Page,
  filled: Filled,
  { item, version }: ItemInside,
  read: VersionFacts | undefined,
  { children, ...drawn }: Drawn,
) {
  return c.render(
    <FormPage
      t={c.var.t}
      filled={filled}
      kicker={<a href={`/kunskap/${item.slug}`}>{(read ?? version).title}</a>}
      back={`/kunskap/${item.slug}/granska`}
      hidden={
        read
          ? {
              versionNo: textIn(filled, "versionNo", String(read.versionNo)),
              rowVersion: textIn(filled, "rowVersion", String(read.rowVersion)),
            }
          : {}
      }
      {...drawn}
    >
      {children}
    </FormPage>,
    { title: `${drawn.heading}: ${version.title}`, current: "/kunskap" },
  );
}
