import type { Context } from "hono";
import { z } from "zod";
import { dateIn } from "#kernel/clock.ts";
import { Hindrance, pageCameFrom } from "#features/site/accessibility/accessibility-report.ts";
import { reportHindrance } from "#features/site/accessibility/commands.ts";
import { reports } from "#features/site/accessibility/report-limits.ts";
import { retention } from "#features/privacy/retention.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { TextArea, TextField } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Page = Context<Environment>;

/** The form where anybody tells what hindered them, without an account. */
export const reportingPages = pages("open")
  .form("/tillganglighet/rapportera", {
    draw: drawForm,
    send: async (c, filled) => {
      const told = checkedForm(Hindrance, filled);
      const { db, actor, t, now, limits } = c.var;
      await limits.count(reports, { address: networkAddress(c) });
      const received = await reportHindrance(db, actor, told, t.language, now);
      const way = new URLSearchParams({ senast: received.answerBy.toString(), svar: received.answered ? "ja" : "nej" });
      return c.redirect(`/tillganglighet/rapportera/tack?${way.toString()}`, 303);
    },
  })
  .get("/tillganglighet/rapportera/tack", (c) => {
    const { t } = c.var;
    const { senast, svar } = Receipt.parse(c.req.query());
    const day = senast && sayDate(t.language, Temporal.PlainDate.from(senast), { today: dateIn(c.var.now()) });
    return c.render(
      <>
        <PageHeading heading={t("accessibility.thanks.title")} lead={t("accessibility.thanks.lead")} />
        <p>
          {svar === "ja" && day ? t("accessibility.thanks.answered", { day }) : t("accessibility.thanks.not_answered")}
        </p>
        <p>
          <LinkButton href="/tillganglighet" quiet>
            {t("accessibility.thanks.back")}
          </LinkButton>
        </p>
      </>,
      { title: t("accessibility.thanks.title"), kind: "public" },
    );
  });

/** What the receipt tells. What cannot be read is as if it had not been said. */
const Receipt = z.object({
  senast: z.iso.date().optional().catch(undefined),
  svar: z.enum(["ja", "nej"]).optional().catch(undefined),
});

function drawForm(c: Page, filled: Filled) {
  const { t } = c.var;
  const page = c.req.query("sida") ?? pageCameFrom(c.req.header("referer"), new URL(c.req.url).origin);
  const organisation = filled.values["organisation"] ?? c.req.query("hos");
  return c.render(
    <>
      <PageHeading heading={t("accessibility.form.title")} lead={t("accessibility.form.lead")} />
      <Form
        t={t}
        action="/tillganglighet/rapportera"
        filled={filled}
        hidden={typeof organisation === "string" ? { organisation } : {}}
      >
        <TextArea
          t={t}
          filled={filled}
          name="hindrance"
          required
          limit={4_000}
          label={t("accessibility.form.hindrance")}
          help={t("accessibility.form.hindrance_help")}
        />
        <TextField
          t={t}
          filled={filled}
          name="page"
          label={t("accessibility.form.page")}
          help={t("accessibility.form.page_help")}
          value={page}
        />
        <TextField
          t={t}
          filled={filled}
          name="aid"
          label={t("accessibility.form.aid")}
          help={t("accessibility.form.aid_help")}
        />
        <TextField
          t={t}
          filled={filled}
          name="email"
          type="email"
          autocomplete="email"
          label={t("accessibility.form.email")}
          help={t("accessibility.form.email_help", { days: retention.reporterAddress.days })}
        />
        <FormEnd>
          <Button>{t("accessibility.form.press")}</Button>
        </FormEnd>
      </Form>
    </>,
    { title: t("accessibility.form.title"), kind: "public" },
  );
}
