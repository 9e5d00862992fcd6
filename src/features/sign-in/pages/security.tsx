import type { Context } from "hono";
import { raw } from "#kernel/jsx-runtime.ts";
import { z } from "zod";
import { noteSecurityChange } from "#features/sign-in/commands.ts";
import { NewPassword, PasswordOnly, SecondFactor } from "#features/sign-in/sign-in.ts";
import { CodeField, PasswordField } from "#features/sign-in/parts/secret-fields.tsx";
import { codeTries, passwordTries } from "#features/sign-in/sign-in-limits.ts";
import type { MessageKey, Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import { pass } from "#platform/sign-in/session.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, emptyForm, type Filled } from "#platform/web/form.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { Button } from "#ui/button.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** A person's own password and second factor. */
export const securityPages = pages("signedIn")
  .form("/mina-uppgifter/inloggning", {
    draw: drawSecurity,
    send: async (c, filled) => {
      const { current, password } = checkedForm(NewPassword, filled);
      const { api } = c.var.authentication;
      const { headers } = c.req.raw;
      if (await hasPassword(c)) {
        await c.var.limits.count(passwordTries, { address: networkAddress(c), target: c.var.actor.personId });
        const body = { currentPassword: current ?? "", newPassword: password, revokeOtherSessions: true };
        const outcome = await pass(c, await api.changePassword({ body, headers, asResponse: true }));
        if (outcome === "no") throw at("current", "sign_in.security.wrong_current");
      } else {
        await api.setPassword({ body: { newPassword: password }, headers });
        await api.revokeOtherSessions({ headers });
      }
      await noteSecurityChange(c.var.db, c.var.actor, "password_changed");
      return c.redirect("/mina-uppgifter/inloggning?klart=password_saved", 303);
    },
  })
  .form("/mina-uppgifter/inloggning/kod", {
    draw: (c, filled) => drawAsk(c, filled, "sign_in.security.turn_on"),
    send: async (c, filled) => {
      const answer = await withPassword(c, filled, c.var.authentication.api.enableTwoFactor);
      const { totpURI, backupCodes } = Secret.parse(await answer.json());
      return drawScan(c, totpURI, backupCodes);
    },
  })
  .form("/mina-uppgifter/inloggning/kod/bekrafta", {
    draw: drawConfirm,
    send: async (c, filled) => {
      const { code } = checkedForm(SecondFactor, filled);
      await c.var.limits.count(codeTries, { address: networkAddress(c), target: c.var.actor.personId });
      const answer = await c.var.authentication.api.verifyTOTP({
        body: { code },
        headers: c.req.raw.headers,
        asResponse: true,
      });
      if (answer.status >= 400) throw at("code", "sign_in.code.wrong");
      await pass(c, answer);
      await noteSecurityChange(c.var.db, c.var.actor, "code_on");
      return c.redirect("/mina-uppgifter/inloggning?klart=code_on", 303);
    },
  })
  .form("/mina-uppgifter/inloggning/kod/av", {
    draw: (c, filled) => drawAsk(c, filled, "sign_in.security.turn_off"),
    send: async (c, filled) => {
      await pass(c, await withPassword(c, filled, c.var.authentication.api.disableTwoFactor));
      await noteSecurityChange(c.var.db, c.var.actor, "code_off");
      return c.redirect("/mina-uppgifter/inloggning?klart=code_off", 303);
    },
  });

/** What the sign-in library gives when the second factor is turned on. */
const Secret = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });

const done = ["password_saved", "code_on", "code_off"] as const;

function at(path: string, code: MessageKey): Refusal {
  return new Refusal("invalid", code, {}, [{ path, code }]);
}

type Step = (asked: { body: { password: string }; headers: Headers; asResponse: true }) => Promise<Response>;

/** Takes a step that needs the password again. */
async function withPassword(c: Page, filled: Filled, step: Step): Promise<Response> {
  const { password } = checkedForm(PasswordOnly, filled);
  await c.var.limits.count(passwordTries, { address: networkAddress(c), target: c.var.actor.personId });
  const answer = await step({ body: { password }, headers: c.req.raw.headers, asResponse: true });
  if (answer.status >= 400) throw at("password", "sign_in.security.wrong_current");
  return answer;
}

async function hasPassword(c: Page): Promise<boolean> {
  const accounts = await c.var.authentication.api.listUserAccounts({ headers: c.req.raw.headers });
  return accounts.some(({ providerId }) => providerId === "credential");
}

async function drawSecurity(c: Page, filled: Filled) {
  const { t } = c.var;
  const password = await hasPassword(c);
  const session = await c.var.authentication.api.getSession({ headers: c.req.raw.headers });
  const codeIsOn = session?.user.twoFactorEnabled === true;
  const just = done.find((one) => one === c.req.query("klart"));
  return c.render(
    <>
      <PageHeading heading={t("sign_in.security.title")} lead={t("sign_in.security.lead")} />
      {just ? <Notice t={t} tone="done" heading={t(`sign_in.security.${just}`)} /> : null}
      <section class="stack">
        <h2>{t("sign_in.security.password")}</h2>
        <p>{t(password ? "sign_in.security.has_password" : "sign_in.security.no_password")}</p>
        <Form t={t} action="/mina-uppgifter/inloggning" filled={filled}>
          {password ? (
            <PasswordField t={t} filled={filled} name="current" label={t("sign_in.security.current")} />
          ) : null}
          <PasswordField
            t={t}
            filled={filled}
            name="password"
            which="new"
            label={t("sign_in.security.new")}
            help={t("sign_in.security.new_help")}
          />
          <FormEnd>
            <Button>{t("sign_in.security.save")}</Button>
          </FormEnd>
        </Form>
      </section>
      <section class="stack">
        <h2>{t("sign_in.security.two_factor")}</h2>
        <p>{t(codeIsOn ? "sign_in.security.two_factor_on" : "sign_in.security.two_factor_text")}</p>
        {password ? (
          <p>
            <a href={codeIsOn ? "/mina-uppgifter/inloggning/kod/av" : "/mina-uppgifter/inloggning/kod"}>
              {t(codeIsOn ? "sign_in.security.turn_off" : "sign_in.security.turn_on")}
            </a>
          </p>
        ) : (
          <p>{t("sign_in.security.two_factor_needs")}</p>
        )}
      </section>
      <section class="stack">
        <h2>{t("sign_in.passkey.title")}</h2>
        <p>{t("sign_in.passkey.lead")}</p>
        <p>
          <a href="/mina-uppgifter/inloggning/passnycklar">{t("sign_in.passkey.see")}</a>
        </p>
      </section>
      <section class="stack">
        <h2>{t("sign_in.keys.title")}</h2>
        <p>{t("sign_in.keys.see_text")}</p>
        <p>
          <a href="/mina-uppgifter/nycklar">{t("sign_in.keys.see")}</a>
        </p>
      </section>
    </>,
    { title: t("sign_in.security.title") },
  );
}

/** Asks for the password before the second factor is turned on or off. */
function drawAsk(c: Page, filled: Filled, action: "sign_in.security.turn_on" | "sign_in.security.turn_off") {
  const { t } = c.var;
  const heading = action === "sign_in.security.turn_on" ? "sign_in.security.on_title" : "sign_in.security.off_title";
  return c.render(
    <>
      <PageHeading
        kicker={<a href="/mina-uppgifter/inloggning">{t("sign_in.security.title")}</a>}
        heading={t(heading)}
        lead={t("sign_in.security.two_factor_text")}
      />
      <Form t={t} filled={filled}>
        <PasswordField t={t} filled={filled} name="password" label={t("sign_in.security.confirm_password")} />
        <FormEnd>
          <Button>{t(action)}</Button>
        </FormEnd>
      </Form>
    </>,
    { title: t(heading) },
  );
}

async function drawScan(c: Page, address: string, spareCodes: readonly string[]) {
  const { t } = c.var;
  const { toString: qrCode } = await import("qrcode");
  const drawing = await qrCode(address, { type: "svg", margin: 2 });
  const key = new URL(address).searchParams.get("secret") ?? "";
  return c.render(
    <>
      <PageHeading heading={t("sign_in.security.scan_title")} lead={t("sign_in.security.scan_lead")} />
      <div class="qr" role="img" aria-label={t("sign_in.security.drawing")}>
        {raw(drawing)}
      </div>
      <p>
        {t("sign_in.security.key")}: <code>{key}</code>
      </p>
      <section class="stack">
        <h2>{t("sign_in.security.spare")}</h2>
        <p>{t("sign_in.security.spare_text")}</p>
        <ul>
          {spareCodes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
      </section>
      <ConfirmForm t={t} filled={emptyForm} />
    </>,
    { title: t("sign_in.security.scan_title"), secret: true },
  );
}

/** After a code that did not match: the app has the key already, and the page that showed it is not drawn again. */
function drawConfirm(c: Page, filled: Filled) {
  const { t } = c.var;
  return c.render(
    <>
      <PageHeading heading={t("sign_in.security.confirm_title")} lead={t("sign_in.security.confirm_lead")} />
      <ConfirmForm t={t} filled={filled} />
    </>,
    { title: t("sign_in.security.confirm_title"), secret: true },
  );
}

function ConfirmForm({ t, filled }: { t: Translate; filled: Filled }) {
  return (
    <Form t={t} action="/mina-uppgifter/inloggning/kod/bekrafta" filled={filled}>
      <CodeField t={t} filled={filled} />
      <FormEnd>
        <Button>{t("sign_in.security.turn_on")}</Button>
        <a href="/mina-uppgifter/inloggning/kod">{t("sign_in.security.again")}</a>
      </FormEnd>
    </Form>
  );
}
