import type { Context } from "hono";
import { noteSecurityChange } from "#features/sign-in/commands.ts";
import { removePasskey, renamePasskey } from "#features/sign-in/passkeys/commands.ts";
import { NewPasskey, PasskeyId, PasskeyName } from "#features/sign-in/passkeys/passkey.ts";
import { passkeysOf, type ShownPasskey } from "#features/sign-in/passkeys/queries.ts";
import { passkeyTries } from "#features/sign-in/sign-in-limits.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import { pass } from "#platform/sign-in/session.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { Button } from "#ui/button.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";

type Page = Context<Environment>;
const here = "/mina-uppgifter/inloggning/passnycklar";
const done = ["tillagd", "borttagen", "namn"] as const;

/** A person's own passkeys. */
export const passkeyPages = pages("signedIn")
  .form(here, {
    draw: drawPasskeys,
    send: async (c, filled) => {
      const { name, response, failure } = checkedForm(NewPasskey, filled);
      if (!response) throw new Refusal("invalid", `sign_in.passkey.${failure ?? "unavailable"}`);
      const answer = await c.var.authentication.api.verifyPasskeyRegistration({
        body: { response, name },
        headers: c.req.raw.headers,
        asResponse: true,
      });
      if (answer.status >= 400) throw new Refusal("invalid", "sign_in.passkey.unavailable");
      await noteSecurityChange(c.var.db, c.var.actor, "passkey_added");
      return c.redirect(`${here}?klart=tillagd`, 303);
    },
  })
  .post(`${here}/fraga`, async (c) => {
    await c.var.limits.count(passkeyTries, { address: networkAddress(c), target: c.var.actor.personId });
    const answer = await c.var.authentication.api.generatePasskeyRegistrationOptions({
      headers: c.req.raw.headers,
      asResponse: true,
    });
    // A session of more than a day may belong to whoever found the device open.
    if (answer.status >= 400) throw new Refusal("forbidden", "sign_in.passkey.stale");
    await pass(c, answer.clone());
    return c.json((await answer.json()) as object);
  })
  .form(`${here}/:id`, {
    draw: async (c, filled) => {
      const { t } = c.var;
      const { id, name } = await ownPasskey(c);
      return c.render(
        <>
          <PageHeading kicker={<a href={here}>{t("sign_in.passkey.title")}</a>} heading={t("sign_in.passkey.rename")} />
          <Form t={t} action={`${here}/${id}`} filled={filled}>
            <TextField t={t} filled={filled} name="name" required label={t("sign_in.passkey.name")} value={name} />
            <FormEnd>
              <Button>{t("sign_in.passkey.save")}</Button>
              <a href={here}>{t("ui.cancel")}</a>
            </FormEnd>
          </Form>
        </>,
        { title: t("sign_in.passkey.rename") },
      );
    },
    send: async (c, filled) => {
      const { id } = await ownPasskey(c);
      await renamePasskey(c.var.db, c.var.actor, id, checkedForm(PasskeyName, filled));
      return c.redirect(`${here}?klart=namn`, 303);
    },
  })
  .post(`${here}/:id/ta-bort`, async (c) => {
    const { id } = await ownPasskey(c);
    await removePasskey(c.var.db, c.var.actor, id);
    return c.redirect(`${here}?klart=borttagen`, 303);
  });

async function ownPasskey(c: Page): Promise<ShownPasskey> {
  const id = PasskeyId.safeParse(c.req.param("id")).data;
  const own = await ownPasskeys(c);
  const passkey = own.find((each) => each.id === id);
  if (!passkey) throw new Refusal("not_found", "sign_in.passkey.no_such");
  return passkey;
}

async function ownPasskeys(c: Page): Promise<ShownPasskey[]> {
  const { db, actor } = c.var;
  return actor.personId ? passkeysOf(db, actor.personId) : [];
}

async function drawPasskeys(c: Page, filled: Filled) {
  const { t } = c.var;
  const passkeys = await ownPasskeys(c);
  const just = done.find((one) => one === c.req.query("klart"));
  return c.render(
    <>
      <PageHeading
        kicker={<a href="/mina-uppgifter/inloggning">{t("sign_in.security.title")}</a>}
        heading={t("sign_in.passkey.title")}
        lead={t("sign_in.passkey.lead")}
      />
      {just ? <Notice t={t} tone="done" heading={t(`sign_in.passkey.done.${just}`)} /> : null}
      {passkeys.length > 0 ? (
        <Table caption={t("sign_in.passkey.caption")} rows={passkeys} columns={columnsOf(t, dateIn(c.var.now()))} />
      ) : (
        <p>{t("sign_in.passkey.none")}</p>
      )}
      <section class="stack">
        <h2>{t("sign_in.passkey.add")}</h2>
        <noscript>
          <p>{t("sign_in.passkey.needs_script")}</p>
        </noscript>
        <passkey-form data-ask={`${here}/fraga`} data-deed="create" hidden>
          <Form t={t} action={here} filled={filled} hidden={{ response: "", failure: "" }}>
            <TextField
              t={t}
              filled={filled}
              name="name"
              required
              width="medium"
              label={t("sign_in.passkey.name")}
              help={t("sign_in.passkey.name_help")}
            />
            <FormEnd>
              <Button>{t("sign_in.passkey.add_press")}</Button>
            </FormEnd>
          </Form>
        </passkey-form>
      </section>
    </>,
    { title: t("sign_in.passkey.title") },
  );
}

function columnsOf(t: Translate, today: Temporal.PlainDate): Column<ShownPasskey>[] {
  return [
    { label: t("sign_in.passkey.name"), head: true, cell: ({ name }) => name },
    {
      label: t("sign_in.passkey.added"),
      cell: ({ createdAt }) => (createdAt ? sayDate(t.language, dateIn(createdAt), { today, weekday: false }) : null),
    },
    {
      label: t("sign_in.passkey.rename"),
      labelHidden: true,
      cell: ({ id, name }) => (
        <a href={`${here}/${id}`} aria-label={t("sign_in.passkey.rename_label", { name })}>
          {t("sign_in.passkey.rename")}
        </a>
      ),
    },
    {
      label: t("sign_in.passkey.remove"),
      labelHidden: true,
      cell: ({ id, name }) => (
        <Form t={t} action={`${here}/${id}/ta-bort`} tight>
          <Button quiet small danger label={t("sign_in.passkey.remove_label", { name })}>
            {t("sign_in.passkey.remove")}
          </Button>
        </Form>
      ),
    },
  ];
}
