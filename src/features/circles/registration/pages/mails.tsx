import type { Context } from "hono";
import type { Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { confine } from "#platform/web/security-headers.ts";
import { type MailPreview, mailPreviews } from "#features/circles/registration/mail/preview-mail.tsx";
import { RoundPartHeading } from "#features/circles/registration/parts/round-part-heading.tsx";
import { numbersIn, roundFacts, roundIdOf } from "#features/circles/round/queries.ts";
import { Details } from "#ui/details.tsx";
import { dot } from "#ui/dot.ts";
import { Facts } from "#ui/facts.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Table } from "#ui/table.tsx";

type Page = Context<Environment>;

/** Every mail a round sends in its time, to be read before anybody gets one. Invented names; links lead nowhere. */
export const mailPreviewPages = pages("signedIn")
  .get("/planera/:slug/utskick", async (c) => {
    const { t, db } = c.var;
    const { slug, previews } = await previewsAsked(c);
    const id = await roundIdOf(db, slug);
    const round = id && (await roundFacts(db, id));
    if (!round) throw new Refusal("not_found", "registration.no_such_round");
    const { applied } = await numbersIn(db, round.id, c.var.now());
    return c.render(
      <>
        <RoundPartHeading
          t={t}
          round={round}
          current="mails"
          heading={t("registration.page.mails.heading")}
          lead={t("registration.page.mails.lead")}
          applied={applied}
        />
        <MailTable t={t} slug={slug} previews={previews} />
      </>,
      { title: `${t("registration.page.mails.heading")} – ${round.title}`, current: "/planera" },
    );
  })
  .get("/planera/:slug/utskick/:which", async (c) => {
    const { t } = c.var;
    const { slug, title, previews } = await previewsAsked(c);
    const preview = mailAsked(c, previews);
    return c.render(<OneMail t={t} slug={slug} round={title} preview={preview} />, {
      title: `${nameOf(t, preview)} – ${title}`,
      current: "/planera",
    });
  })
  .get("/planera/:slug/utskick/:which/html", async (c) => {
    const { html } = mailAsked(c, (await previewsAsked(c)).previews);
    // As little as a mail program allows: no script, no form, nothing from anywhere.
    confine(c, "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; frame-ancestors 'self'");
    c.header("Cache-Control", "no-store");
    return c.html(html);
  });

/** The round's mails, for those who may see its roster; to anybody else they are not there. */
async function previewsAsked(c: Page) {
  const around = { t: c.var.t, baseUrl: c.var.config.baseUrl, now: c.var.now() };
  const found = await mailPreviews(c.var.db, c.var.actor, c.req.param("slug") ?? "", around);
  if (!found) throw new Refusal("not_found", "registration.no_such_round");
  return found;
}

function addressOf({ to, kind }: MailPreview): string {
  return `${to}-${kind}`;
}

function mailAsked(c: Page, previews: readonly MailPreview[]): MailPreview {
  const preview = previews.find((each) => addressOf(each) === c.req.param("which"));
  if (!preview) throw new Refusal("not_found", "web.not_found");
  return preview;
}

function nameOf(t: Translate, { kind }: MailPreview): string {
  return t(`registration.page.mails.kind.${kind}`);
}

type TableProps = { t: Translate; slug: string; previews: readonly MailPreview[] };

function MailTable({ t, slug, previews }: TableProps) {
  return (
    <Table
      caption={t("registration.page.mails.count", { count: previews.length })}
      rows={previews}
      columns={[
        {
          label: t("registration.page.mails.mail"),
          head: true,
          cell: (preview) => <a href={`/planera/${slug}/utskick/${addressOf(preview)}`}>{nameOf(t, preview)}</a>,
        },
        { label: t("registration.page.mails.to"), cell: ({ to }) => t(`registration.page.mails.to_${to}`) },
        { label: t("registration.page.mails.when"), cell: ({ kind }) => t(`registration.page.mails.when.${kind}`) },
        { label: t("registration.page.mails.subject"), cell: ({ subject }) => subject },
      ]}
    />
  );
}

type OneMailProps = { t: Translate; slug: string; round: string; preview: MailPreview };

function OneMail({ t, slug, round, preview }: OneMailProps) {
  const { to, kind, subject, text, replyTo, hasCalendar } = preview;
  const name = nameOf(t, preview);
  return (
    <>
      <PageHeading
        kicker={
          <>
            {round}
            {dot}
            <a href={`/planera/${slug}/utskick`}>{t("registration.page.mails.heading")}</a>
          </>
        }
        heading={name}
        lead={t(`registration.page.mails.when.${kind}`)}
      />
      <section class="stack">
        <Facts
          wide
          items={[
            { term: t("registration.page.mails.to"), value: t(`registration.page.mails.to_${to}`) },
            { term: t("registration.page.mails.subject"), value: subject },
            ...(replyTo ? [{ term: t("registration.page.mails.reply_to"), value: replyTo }] : []),
            ...(hasCalendar
              ? [{ term: t("registration.page.mails.attached"), value: t("registration.page.mails.calendar") }]
              : []),
          ]}
        />
        <iframe
          class="mail-frame"
          sandbox=""
          src={`/planera/${slug}/utskick/${addressOf(preview)}/html`}
          title={t("registration.page.mails.frame", { name })}
        />
        <Details summary={t("registration.page.mails.as_text")}>
          <pre class="mail-text">{text}</pre>
        </Details>
      </section>
    </>
  );
}
