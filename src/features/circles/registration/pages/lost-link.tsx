import type { Context } from "hono";
import { z } from "zod";
import { EmailAddress } from "#kernel/email-address.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { mailOwnLinks } from "#features/circles/registration/own/commands.ts";
import { askingForLinks } from "#features/circles/registration/own/own-link.ts";
import { TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { LinkPage } from "#ui/link-page.tsx";

type Page = Context<Environment>;

const Wish = z.strictObject({ email: EmailAddress });

/** A new link to one's own application, for those who have lost the mail. The answer tells nothing about anybody. */
export const lostLinkPages = pages("open")
  .form("/anmalan/min", {
    draw: drawForm,
    send: async (c, filled) => {
      const { email } = checkedForm(Wish, filled);
      await c.var.limits.count(askingForLinks, { address: networkAddress(c), target: email });
      const { db, actor, now } = c.var;
      // Not waited for: how long an answer takes would tell whether somebody has applied.
      c.var.afterwards.start(() => mailOwnLinks(db, actor, email, now));
      return c.redirect("/anmalan/min/skickat", 303);
    },
  })
  .get("/anmalan/min/skickat", (c) => {
    const { t } = c.var;
    return c.render(
      <LinkPage
        heading={t("registration.ask.sent")}
        lead={t("registration.ask.sent_lead")}
        href="/cirklar"
        way={t("registration.page.open_rounds")}
      />,
      { title: t("registration.ask.sent"), kind: "public" },
    );
  });

function drawForm(c: Page, filled: Filled) {
  const { t } = c.var;
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      heading={t("registration.ask.heading")}
      lead={t("registration.ask.lead")}
      press={t("registration.ask.send")}
      back="/cirklar"
      backSays={t("registration.page.open_rounds")}
    >
      <TextField
        t={t}
        filled={filled}
        name="email"
        type="email"
        label={t("registration.ask.email")}
        autocomplete="email"
        width="medium"
        required
      />
    </FormPage>,
    { title: t("registration.ask.heading"), kind: "public" },
  );
}
