import type { Context } from "hono";
import { z } from "zod";
import { EmailAddress } from "#kernel/email-address.ts";
import { mailOwnDataLink, takeOwnData } from "#features/privacy/own-data/commands.ts";
import { ownDataWishes } from "#features/privacy/own-data/own-data-limits.ts";
import { asFile } from "#features/privacy/own-data/pages/own-data.tsx";
import { OwnDataView } from "#features/privacy/own-data/parts/own-data-view.tsx";
import { identityBehindLink } from "#features/privacy/own-data/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { LinkPage } from "#ui/link-page.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

const Wish = z.strictObject({ email: EmailAddress });
const Way = z.strictObject({ as: z.enum(["page", "file"]) });

/** Where somebody without an account asks for what is held about them. No answer tells whether anything is. */
export const askForDataPages = pages("open").form("/personuppgifter/mina", {
  draw: drawWish,
  send: async (c, filled) => {
    const { email } = checkedForm(Wish, filled);
    const { db, actor, t, now, limits, afterwards, config } = c.var;
    await limits.count(ownDataWishes, { address: networkAddress(c), target: email });
    afterwards.start(() => mailOwnDataLink(db, actor, { email, baseUrl: config.baseUrl, t }, now));
    return c.render(
      <>
        <PageHeading heading={t("own_data.sent.title")} lead={t("own_data.sent.lead", { email })} />
        <p>{t("own_data.sent.nothing")}</p>
      </>,
      { title: t("own_data.sent.title"), kind: "public", secret: true },
    );
  },
});

/** What stands behind the mailed link: opening it shows two buttons, and pressing one shows or gives the data. */
export const mailedDataPages = pages("mailedLink").form("/personuppgifter/mina/:token", {
  draw: async (c, filled) => {
    const whose = await identityBehindLink(c.var.db, tokenOf(c), c.var.now());
    if (!whose) return drawUnknown(c);
    const { t } = c.var;
    return c.render(
      <>
        <PageHeading heading={t("own_data.title")} lead={t("own_data.link.lead", { email: whose.email ?? "" })} />
        <Form t={t} action={c.req.path} filled={filled} hidden={{ as: "page" }} tight>
          <Button>{t("own_data.link.show")}</Button>
        </Form>
        <Form t={t} action={c.req.path} hidden={{ as: "file" }} tight>
          <Button quiet>{t("own_data.as_file")}</Button>
        </Form>
      </>,
      { title: t("own_data.title"), kind: "public", secret: true },
    );
  },
  send: async (c, filled) => {
    const { as } = checkedForm(Way, filled);
    const { t, db, actor, now } = c.var;
    if (!(await identityBehindLink(db, tokenOf(c), now()))) return drawUnknown(c);
    const sections = await takeOwnData(db, actor, tokenOf(c), now);
    if (as === "file") return asFile(c, sections);
    return c.render(
      <>
        <PageHeading heading={t("own_data.title")} lead={t("own_data.lead")} />
        <OwnDataView t={t} sections={sections} />
      </>,
      { title: t("own_data.title"), secret: true },
    );
  },
});

function tokenOf(c: Page): string {
  return c.req.param("token") ?? "";
}

function drawUnknown(c: Page) {
  const { t } = c.var;
  c.status(404);
  return c.render(
    <LinkPage
      heading={t("own_data.link_unknown")}
      lead={t("own_data.link_unknown_text")}
      href="/personuppgifter/mina"
      way={t("own_data.link.new")}
    />,
    { title: t("own_data.link_unknown"), kind: "public", secret: true },
  );
}

function drawWish(c: Page, filled: Filled) {
  const { t } = c.var;
  return c.render(
    <>
      <PageHeading heading={t("own_data.ask.title")} lead={t("own_data.ask.lead")} />
      <Form t={t} action="/personuppgifter/mina" filled={filled}>
        <TextField
          t={t}
          filled={filled}
          name="email"
          type="email"
          autocomplete="email"
          required
          label={t("own_data.ask.email")}
          help={t("own_data.ask.email_help")}
        />
        <FormEnd>
          <Button>{t("own_data.ask.press")}</Button>
        </FormEnd>
      </Form>
    </>,
    { title: t("own_data.ask.title"), kind: "public", secret: true },
  );
}
