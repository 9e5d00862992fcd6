import type { Context } from "hono";
import { idOf } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { dateIn } from "#kernel/clock.ts";
import { retryMail } from "#platform/mail/commands.ts";
import { mailOf } from "#platform/mail/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { confine } from "#platform/web/security-headers.ts";
import { Button } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { type FactItem, Facts } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { sayMoment } from "#ui/swedish-dates.ts";
import { Tags } from "#ui/tag.tsx";
import { LinkedText } from "#features/operations/parts/linked-text.tsx";
import { MailStateTag } from "#features/operations/parts/mail-state.tsx";
import { OperationsHeading } from "#features/operations/parts/operations-heading.tsx";

type Page = Context<Environment>;
const MailId = idOf("mail");

/**
 * A mail in its frame: a document of its own that runs nothing, loads nothing but our own images and reaches nothing
 * else of ours. Its links open in a window of their own.
 */
const confined =
  "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

/** One mail: its way, its words as they are, and how it looks to whoever gets it. */
export const outboxMailPages = pages("signedIn")
  .get("/drift/utkorg/:id", async (c) => drawMail(c, await wantedMail(c)))
  .get("/drift/utkorg/:id/utseende", async (c) => {
    const { html } = await wantedMail(c);
    if (html === null) return c.notFound();
    confine(c, confined);
    c.header("Cache-Control", "no-store");
    c.header("Referrer-Policy", "no-referrer");
    return c.html(html.replace("<head>", `<head><base target="_blank">`));
  })
  .get("/drift/utkorg/:id/kalender.ics", async (c) => {
    const { calendarFile } = await wantedMail(c);
    if (calendarFile === null) return c.notFound();
    c.header("Cache-Control", "no-store");
    return c.body(calendarFile, 200, {
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'attachment; filename="kalender.ics"',
    });
  })
  .post("/drift/utkorg/:id/skicka-igen", async (c) => {
    const { id } = await wantedMail(c);
    await retryMail(c.var.db, c.var.actor, id);
    return c.redirect(`/drift/utkorg/${id}?klart=skickas`, 303);
  });

type ShownMail = NonNullable<Awaited<ReturnType<typeof mailOf>>>;

async function wantedMail(c: Page): Promise<ShownMail> {
  const id = MailId.safeParse(c.req.param("id"));
  const mail = id.success ? await mailOf(c.var.db, c.var.actor, id.data) : undefined;
  if (!mail) throw new Refusal("not_found", "platform.mail.unknown");
  return mail;
}

function drawMail(c: Page, mail: ShownMail) {
  const { t, config } = c.var;
  const retries = mail.can.retry && (mail.state === "failed" || config.smtpUrl !== undefined);
  return c.render(
    <>
      <OperationsHeading
        t={t}
        heading={mail.subject}
        from={{ href: "/drift/utkorg", label: t("operations.outbox.title") }}
      >
        <Tags>
          <MailStateTag t={t} state={mail.state} />
        </Tags>
      </OperationsHeading>
      {c.req.query("klart") ? <Notice t={t} tone="done" heading={t("operations.mail.again_done")} /> : null}
      <section class="stack" aria-label={t("operations.mail.facts")}>
        <Facts items={factsOf(c, mail)} wide />
        {retries ? (
          <Form t={t} action={`/drift/utkorg/${mail.id}/skicka-igen`} tight>
            <Button>{t("operations.mail.again")}</Button>
          </Form>
        ) : null}
      </section>
      {mail.text === null ? (
        <p>{t("operations.mail.forgotten")}</p>
      ) : (
        <>
          <section class="stack">
            <h2>{t("operations.mail.text")}</h2>
            <p class="help">{t(mail.state === "sent" ? "operations.mail.sent_links" : "operations.mail.kept_links")}</p>
            <LinkedText text={mail.text} />
          </section>
          <Details summary={t("operations.mail.look")}>
            <iframe
              class="mail-frame"
              src={`/drift/utkorg/${mail.id}/utseende`}
              title={t("operations.mail.frame")}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              loading="lazy"
            ></iframe>
          </Details>
        </>
      )}
    </>,
    { title: mail.subject, current: "/drift", secret: true },
  );
}

function factsOf(c: Page, mail: ShownMail): FactItem[] {
  const { t, now } = c.var;
  const when = (moment: Temporal.Instant) => sayMoment(t.language, moment, { today: dateIn(now()) });
  const facts: (FactItem | undefined)[] = [
    { term: t("operations.mail.to"), value: mail.to },
    mail.replyToAddress
      ? {
          term: t("operations.mail.reply_to"),
          value: [mail.replyToName, mail.replyToAddress].filter(Boolean).join(", "),
        }
      : undefined,
    { term: t("operations.mail.created"), value: when(mail.createdAt) },
    mail.settledAt ? { term: t("operations.mail.settled"), value: when(mail.settledAt) } : undefined,
    mail.attempts > 0 ? { term: t("operations.mail.attempts"), value: mail.attempts } : undefined,
    mail.problem ? { term: t("operations.mail.problem"), value: <code>{mail.problem}</code> } : undefined,
    mail.calendarFile
      ? {
          term: t("operations.mail.calendar"),
          value: <a href={`/drift/utkorg/${mail.id}/kalender.ics`}>{t("operations.mail.calendar_get")}</a>,
        }
      : undefined,
  ];
  return facts.filter((fact) => fact !== undefined);
}
