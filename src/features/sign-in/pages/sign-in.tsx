import type { Context } from "hono";
import { goOn } from "#features/sign-in/pages/onward.ts";
import { askDevice, signInWithPasskey } from "#features/sign-in/passkeys/pages/passkey-sign-in.tsx";
import { drawKept, leadThrough } from "#features/sign-in/providers/pages/through.tsx";
import { anyProvider, providerFor } from "#features/sign-in/providers/queries.ts";
import { LinkWish, ownAddress, PasswordSignIn, SecondFactor } from "#features/sign-in/sign-in.ts";
import { addressToSignIn } from "#features/sign-in/queries.ts";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { CodeField, PasswordField } from "#features/sign-in/parts/secret-fields.tsx";
import { codeTries, linkWishes, passwordTries } from "#features/sign-in/sign-in-limits.ts";
import { pass } from "#platform/sign-in/session.ts";
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

/**
 * Signing in: by a mailed link, which is the usual way, through one's organisation where it wants that, or by a
 * password; then an app's code for those who want one.
 *
 * No answer tells whether an address has an account: the words are the same, and the mail is posted after the answer,
 * so that its time is too. Opening the mailed link only shows a page; its button signs in.
 */
export const signInPages = pages("open")
  .form("/logga-in", {
    draw: drawLinkForm,
    send: async (c, filled) => {
      const { email, till, link } = checkedForm(LinkWish, filled);
      await c.var.limits.count(linkWishes, { address: networkAddress(c), target: email });
      const { authentication, afterwards, db, now } = c.var;
      const provider = await providerFor(db, email, dateIn(now()));
      if (provider && (provider.onlyWay || !link)) return leadThrough(c, provider, { email, till: ownAddress(till) });
      afterwards.start(async () => {
        const { email: theirs, to } = await addressToSignIn(db, email);
        const body = { email: theirs, metadata: { till: ownAddress(till), to } };
        await authentication.api.signInMagicLink({ body, headers: new Headers() });
      });
      return drawSent(c, email);
    },
  })
  .form("/logga-in/passnyckel", { draw: drawLinkForm, send: signInWithPasskey })
  .post("/logga-in/passnyckel/fraga", askDevice)
  .form("/logga-in/losenord", {
    draw: drawPasswordForm,
    send: async (c, filled) => {
      const { email, password, till } = checkedForm(PasswordSignIn, filled);
      await c.var.limits.count(passwordTries, { address: networkAddress(c), target: email });
      const provider = await providerFor(c.var.db, email, dateIn(c.var.now()));
      if (provider?.onlyWay)
        throw new Refusal("forbidden", "sign_in.through.kept", { organisation: provider.organisation });
      const { headers } = c.req.raw;
      const theirs = await addressToSignIn(c.var.db, email);
      const answer = await c.var.authentication.api.signInEmail({
        body: { email: theirs.email, password },
        headers,
        asResponse: true,
      });
      const outcome = await pass(c, answer);
      if (outcome === "elsewhere") return drawKept(c);
      if (outcome === "no") throw new Refusal("invalid", "sign_in.password.wrong");
      return goOn(c, outcome, till);
    },
  })
  .form("/logga-in/kod", {
    draw: drawCodeForm,
    send: async (c, filled) => {
      const { code, till } = checkedForm(SecondFactor, filled);
      await c.var.limits.count(codeTries, { address: networkAddress(c) });
      const { headers } = c.req.raw;
      const { api } = c.var.authentication;
      const answer = /^\d{6}$/.test(code)
        ? await api.verifyTOTP({ body: { code }, headers, asResponse: true })
        : await api.verifyBackupCode({ body: { code }, headers, asResponse: true });
      if ((await pass(c, answer)) !== "in")
        throw new Refusal("invalid", "sign_in.code.wrong", {}, [{ path: "code", code: "sign_in.code.wrong" }]);
      return c.redirect(ownAddress(till), 303);
    },
  })
  .post("/logga-ut", async (c) => {
    await pass(c, await c.var.authentication.api.signOut({ headers: c.req.raw.headers, asResponse: true }));
    return c.redirect("/", 303);
  });

/** What stands behind the mailed link. */
export const mailedSignInPages = pages("mailedLink")
  .get("/logga-in/lank/:token", (c) => {
    const { t } = c.var;
    return c.render(
      <>
        <PageHeading heading={t("sign_in.link.title")} lead={t("sign_in.link.lead")} />
        <Form t={t} action={c.req.path} hidden={{ till: ownAddress(c.req.query("till")) }}>
          <FormEnd>
            <Button>{t("sign_in.link.press")}</Button>
          </FormEnd>
        </Form>
      </>,
      { title: t("sign_in.link.press"), kind: "public", secret: true },
    );
  })
  .post("/logga-in/lank/:token", async (c) => {
    const token = c.req.param("token") ?? "";
    const { till } = await c.req.parseBody();
    const { headers } = c.req.raw;
    const answer = await c.var.authentication.api.magicLinkVerify({ query: { token }, headers, asResponse: true });
    const outcome = await pass(c, answer);
    if (outcome === "elsewhere") return drawKept(c);
    return outcome === "no" ? drawSpent(c) : goOn(c, outcome, typeof till === "string" ? till : undefined);
  });

function tillOf(c: Page, filled: Filled): string {
  const { till } = filled.values;
  return ownAddress(typeof till === "string" ? till : c.req.query("till"));
}

async function drawLinkForm(c: Page, filled: Filled) {
  const { t, db, now } = c.var;
  const till = tillOf(c, filled);
  const through = await anyProvider(db, dateIn(now()));
  return c.render(
    <>
      <PageHeading heading={t("sign_in.title")} lead={t(through ? "sign_in.lead_through" : "sign_in.lead")} />
      <Form t={t} action="/logga-in" filled={filled} hidden={{ till }}>
        <TextField
          t={t}
          filled={filled}
          name="email"
          type="email"
          autocomplete="email"
          required
          label={t("sign_in.email")}
          help={t("sign_in.email_help")}
        />
        <FormEnd>
          <Button>{t(through ? "sign_in.go_on" : "sign_in.send_link")}</Button>
          <a href={`/logga-in/losenord?till=${encodeURIComponent(till)}`}>{t("sign_in.with_password")}</a>
        </FormEnd>
      </Form>
      <passkey-form data-ask="/logga-in/passnyckel/fraga" data-deed="get" hidden>
        <Form t={t} action="/logga-in/passnyckel" hidden={{ till, response: "", failure: "" }} tight>
          <Button quiet>{t("sign_in.passkey.sign_in")}</Button>
        </Form>
      </passkey-form>
    </>,
    { title: t("sign_in.title"), kind: "public", secret: true },
  );
}

function drawSent(c: Page, email: string) {
  const { t } = c.var;
  return c.render(
    <>
      <PageHeading heading={t("sign_in.sent.title")} lead={t("sign_in.sent.lead", { email })} />
      <section class="stack">
        <h2>{t("sign_in.sent.nothing")}</h2>
        <p>{t("sign_in.sent.nothing_text")}</p>
      </section>
    </>,
    { title: t("sign_in.sent.title"), kind: "public", secret: true },
  );
}

function drawSpent(c: Page) {
  const { t } = c.var;
  c.status(422);
  return c.render(
    <LinkPage
      heading={t("sign_in.link.spent")}
      lead={t("sign_in.link.spent_lead")}
      href="/logga-in"
      way={t("sign_in.link.new")}
    />,
    { title: t("sign_in.link.spent"), kind: "public", secret: true },
  );
}

function drawPasswordForm(c: Page, filled: Filled) {
  const { t } = c.var;
  const till = tillOf(c, filled);
  return c.render(
    <>
      <PageHeading heading={t("sign_in.password.title")} />
      <Form t={t} action="/logga-in/losenord" filled={filled} hidden={{ till }}>
        <TextField
          t={t}
          filled={filled}
          name="email"
          type="email"
          autocomplete="username"
          required
          label={t("sign_in.email")}
        />
        <PasswordField t={t} filled={filled} name="password" width="full" label={t("sign_in.password.password")} />
        <FormEnd>
          <Button>{t("sign_in.password.press")}</Button>
          <a href={`/logga-in?till=${encodeURIComponent(till)}`}>{t("sign_in.with_link")}</a>
        </FormEnd>
      </Form>
    </>,
    { title: t("sign_in.password.title"), kind: "public", secret: true },
  );
}

function drawCodeForm(c: Page, filled: Filled) {
  const { t } = c.var;
  return c.render(
    <>
      <PageHeading heading={t("sign_in.code.title")} lead={t("sign_in.code.lead")} />
      <Form t={t} action="/logga-in/kod" filled={filled} hidden={{ till: tillOf(c, filled) }}>
        <CodeField t={t} filled={filled} help={t("sign_in.code.help")} />
        <FormEnd>
          <Button>{t("sign_in.code.press")}</Button>
        </FormEnd>
      </Form>
    </>,
    { title: t("sign_in.code.title"), kind: "public", secret: true },
  );
}
