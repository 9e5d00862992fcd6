import type { Context } from "hono";
import { keyDays, NewKey } from "#features/sign-in/api-key.ts";
import { grants } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { idOf } from "#kernel/ids.ts";
import type { Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import { createToken, revokeToken } from "#platform/tokens/commands.ts";
import { tokensOf } from "#platform/tokens/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, emptyForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Button } from "#ui/button.tsx";
import { Copy } from "#ui/copy.tsx";
import { Checks, Select, TextField } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

type Page = Context<Environment>;
const here = "/mina-uppgifter/nycklar";
const KeyId = idOf("api_token");

/** A person's own keys to the API. A key is shown once, when it is made. */
export const keyPages = pages("signedIn")
  .form(here, {
    draw: (c, filled) => drawKeys(c, filled),
    send: async (c, filled) => {
      const { name, scopes, days } = checkedForm(NewKey, filled);
      const { db, actor, now } = c.var;
      const expiresAt = now().add({ hours: 24 * days });
      const { secret } = await createToken(db, actor, { name, scopes, expiresAt }, now());
      return drawKeys(c, emptyForm, secret);
    },
  })
  .post(`${here}/:id/aterkalla`, async (c) => {
    const id = KeyId.safeParse(c.req.param("id"));
    if (!id.success) throw new Refusal("not_found", "platform.token.unknown");
    await revokeToken(c.var.db, c.var.actor, id.data, c.var.now());
    return c.redirect(`${here}?klart=aterkallad`, 303);
  });

type Key = Awaited<ReturnType<typeof tokensOf>>[number];

async function drawKeys(c: Page, filled: Filled, secret?: string) {
  const { t, db, person, actor, now } = c.var;
  if (!person) throw new Refusal("forbidden", "platform.token.needs_person");
  const keys = await tokensOf(db, person.id);
  const held = grants.filter((grant) => actor.reach.has(grant));
  return c.render(
    <>
      <PageHeading
        kicker={<a href="/mina-uppgifter/inloggning">{t("sign_in.security.title")}</a>}
        heading={t("sign_in.keys.title")}
        lead={t("sign_in.keys.lead")}
      />
      {secret === undefined ? null : (
        <Notice t={t} tone="done" heading={t("sign_in.keys.made")}>
          <p>{t("sign_in.keys.made_text")}</p>
          <Copy t={t} label={t("sign_in.keys.secret")} text={secret} />
        </Notice>
      )}
      {c.req.query("klart") ? <Notice t={t} tone="done" heading={t("sign_in.keys.revoked_done")} /> : null}
      {keys.length > 0 ? (
        <section class="stack">
          <Table caption={t("sign_in.keys.caption")} rows={keys} columns={columnsOf(t, now())} />
        </section>
      ) : null}
      <section class="stack">
        <h2>{t("sign_in.keys.new")}</h2>
        {held.length > 0 ? (
          <Form t={t} action={here} filled={filled}>
            <TextField
              t={t}
              filled={filled}
              name="name"
              required
              label={t("sign_in.keys.name")}
              help={t("sign_in.keys.name_help")}
            />
            <Checks
              t={t}
              filled={filled}
              name="scopes"
              required
              label={t("sign_in.keys.scopes")}
              options={held.map((grant) => ({
                value: grant,
                label: begun(t(`organisations.grant.${grant}`)),
                help: grant,
              }))}
            />
            <Select
              t={t}
              filled={filled}
              name="days"
              required
              width="medium"
              empty={false}
              label={t("sign_in.keys.days")}
              value="90"
              options={keyDays.map((days) => ({ value: String(days), label: t("sign_in.keys.days_count", { days }) }))}
            />
            <FormEnd>
              <Button>{t("sign_in.keys.make")}</Button>
              <a href="/api/docs">{t("sign_in.keys.document")}</a>
            </FormEnd>
          </Form>
        ) : (
          <p>{t("sign_in.keys.nothing_held")}</p>
        )}
      </section>
    </>,
    { title: t("sign_in.keys.title"), secret: true },
  );
}

function columnsOf(t: Translate, now: Temporal.Instant): Column<Key>[] {
  const today = dateIn(now);
  return [
    { label: t("sign_in.keys.name"), head: true, cell: ({ name }) => name },
    { label: t("sign_in.keys.scopes"), cell: ({ scopes }) => scopes.join(", ") },
    {
      label: t("sign_in.keys.until"),
      cell: ({ expiresAt }) => sayDate(t.language, dateIn(expiresAt), { today, weekday: false }),
    },
    { label: t("sign_in.keys.state"), cell: (key) => <KeyState t={t} standing={standingOf(key, now)} /> },
    {
      label: t("sign_in.keys.revoke"),
      labelHidden: true,
      cell: (key) =>
        standingOf(key, now) === "valid" ? (
          <Form t={t} action={`${here}/${key.id}/aterkalla`} tight>
            <Button quiet small danger label={t("sign_in.keys.revoke_label", { name: key.name })}>
              {t("sign_in.keys.revoke")}
            </Button>
          </Form>
        ) : null,
    },
  ];
}

type Standing = "valid" | "expired" | "revoked";

function standingOf({ revokedAt, expiresAt }: Key, now: Temporal.Instant): Standing {
  if (revokedAt) return "revoked";
  return Temporal.Instant.compare(expiresAt, now) > 0 ? "valid" : "expired";
}

function KeyState({ t, standing }: { t: Translate; standing: Standing }) {
  return <Tag tone={standing === "valid" ? "plain" : "quiet"}>{t(`sign_in.keys.${standing}`)}</Tag>;
}

/** A phrase as the beginning of a line. */
function begun(phrase: string): string {
  return phrase.charAt(0).toLocaleUpperCase("sv") + phrase.slice(1);
}
