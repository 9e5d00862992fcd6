import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { RoundInvitation } from "#features/circles/public/parts/round-invitation.tsx";
import { roundAsSeen } from "#features/circles/public/queries.ts";
import { cancelRound, extendDeadline, publishRound } from "#features/circles/round/commands.ts";
import { roundToEdit } from "#features/circles/round/pages/round-loader.ts";
import { MissingList, OpenList } from "#features/circles/round/parts/remarks.tsx";
import { Cancellation, ExtensionAnswers } from "#features/circles/round/round-sections.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Sheet } from "#ui/columns.tsx";
import { Checkbox, DateField, TextArea } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

/** The steps that the world sees: publishing, giving more time to apply, calling off. */
export const publishingPages = pages("signedIn")
  .form("/planera/:slug/publicera", {
    async draw(c, filled) {
      const { t, db } = c.var;
      const { round, readiness, can } = await roundToEdit(c);
      if (!can.publish) throw new Refusal("conflict", "round.not_now.publish");
      const now = c.var.now();
      const seen = await roundAsSeen(db, round.id, now);
      const open = readiness.odd.length + readiness.toDecide.length;
      return c.render(
        <>
          <PageHeading
            kicker={<a href={`/planera/${round.slug}`}>{round.title}</a>}
            heading={t("round.publish.title")}
            lead={readiness.ready ? t("round.publish.lead") : t("round.not_ready", { count: readiness.missing.length })}
          />
          {readiness.ready ? null : <MissingList t={t} slug={round.slug} readiness={readiness} mayEdit />}
          {open > 0 ? (
            <Notice t={t} tone="warn" heading={t("round.publish.open", { count: open })}>
              <OpenList t={t} slug={round.slug} readiness={readiness} mayEdit />
            </Notice>
          ) : null}
          {readiness.ready ? (
            <Form t={t} filled={filled}>
              <FormEnd>
                <Button>{t("round.publish.do")}</Button>
                <LinkButton href={`/planera/${round.slug}`} plain>
                  {t("round.back")}
                </LinkButton>
              </FormEnd>
            </Form>
          ) : null}
          {seen ? (
            <section aria-label={t("round.publish.preview")}>
              <p class="kicker">{t("round.publish.preview")}</p>
              <Sheet>
                <RoundInvitation t={t} seen={seen} today={dateIn(now)} preview />
              </Sheet>
            </section>
          ) : null}
        </>,
        { title: `${t("round.publish.title")}: ${round.title}`, current: "/planera" },
      );
    },
    async send(c) {
      const { round } = await roundToEdit(c);
      const { slug } = await publishRound(c.var.db, c.var.actor, c.var.now, round.id);
      return c.redirect(`/planera/${slug}?klart=publicerad`, 303);
    },
  })
  .form("/planera/:slug/forlang", {
    async draw(c, filled) {
      const { t } = c.var;
      const { round, can } = await roundToEdit(c);
      if (!can.extend) throw new Refusal("conflict", "round.extend.notOpen");
      const here = `/planera/${round.slug}`;
      const today = dateIn(c.var.now());
      const lead = round.deadline
        ? t("round.extend.lead", { day: sayDate(t.language, round.deadline, { today }) })
        : t("round.extend.lead_open");
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={here}>{round.title}</a>}
          heading={t("round.extend.title")}
          lead={lead}
          press={t("round.extend.do")}
          back={here}
          backSays={t("round.back")}
        >
          <DateField
            t={t}
            filled={filled}
            name="deadline"
            label={t("round.extend.deadline")}
            value={round.deadline?.toString()}
          />
          {round.allocation === "firstCome" ? (
            <Checkbox
              t={t}
              filled={filled}
              name="openUntilFull"
              label={t("round.field.openUntilFull")}
              help={t("round.extend.until_full_help")}
              checked={round.openUntilFull}
            />
          ) : null}
          <TextArea
            t={t}
            filled={filled}
            name="reason"
            label={t("round.extend.reason")}
            help={t("round.extend.reason_help")}
            rows={3}
            limit={500}
            required
          />
        </FormPage>,
        { title: `${t("round.extend.title")}: ${round.title}`, current: "/planera" },
      );
    },
    async send(c, filled) {
      const { round } = await roundToEdit(c);
      await extendDeadline(c.var.db, c.var.actor, c.var.now, round.id, checkedForm(ExtensionAnswers, filled));
      return c.redirect(`/planera/${round.slug}?klart=forlangd`, 303);
    },
  })
  .form("/planera/:slug/stall-in", {
    async draw(c, filled) {
      const { t } = c.var;
      const { round, can, numbers } = await roundToEdit(c);
      if (!can.cancel) throw new Refusal("conflict", "round.not_now.cancel");
      const here = `/planera/${round.slug}`;
      const isFew = round.minimumParticipants !== null && numbers.seated < round.minimumParticipants;
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={here}>{round.title}</a>}
          heading={t("round.cancel.title")}
          lead={t("round.cancel.lead", { applied: numbers.applied + numbers.unconfirmed })}
          press={t("round.cancel.do")}
          danger
          back={here}
          backSays={t("round.back")}
        >
          <TextArea
            t={t}
            filled={filled}
            name="reason"
            label={t("round.cancel.reason")}
            help={t("round.cancel.reason_help")}
            value={isFew ? t("round.cancel.too_few", { minimum: round.minimumParticipants ?? 0 }) : undefined}
            rows={4}
            limit={1_000}
            required
          />
        </FormPage>,
        { title: `${t("round.cancel.title")}: ${round.title}`, current: "/planera" },
      );
    },
    async send(c, filled) {
      const { round } = await roundToEdit(c);
      await cancelRound(c.var.db, c.var.actor, round.id, checkedForm(Cancellation, filled).reason);
      return c.redirect(`/planera/${round.slug}?klart=installd`, 303);
    },
  });
