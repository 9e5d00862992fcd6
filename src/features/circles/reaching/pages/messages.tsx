import type { Context } from "hono";
import { newId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, emptyForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { mailLook } from "#features/organisations/looks/look.ts";
import { lookOf } from "#features/organisations/looks/queries.ts";
import { sendMessage } from "#features/circles/reaching/mailing/commands.ts";
import {
  audiences,
  type Message,
  Message as MessageSchema,
  MailingId,
} from "#features/circles/reaching/mailing/mailing.ts";
import { messageMail } from "#features/circles/reaching/mailing/mailing-mail.tsx";
import {
  groupSizes,
  mailingOf,
  mailingsOf,
  receiversOf,
  roundToReach,
} from "#features/circles/reaching/mailing/queries.ts";
import { MailingHistory, OneMailing } from "#features/circles/reaching/parts/mailing-history.tsx";
import { MailingPreview } from "#features/circles/reaching/parts/mailing-preview.tsx";
import { MessageForm } from "#features/circles/reaching/parts/message-form.tsx";
import { organiserName } from "#features/circles/registration/queries.ts";
import { RegistrationId } from "#features/circles/registration/registration.ts";
import { RoundPartHeading } from "#features/circles/registration/parts/round-part-heading.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** What has been written in a round, and writing more: first the text, then how it will look, then it goes. */
export const messagePages = pages("signedIn")
  .get("/planera/:slug/meddelanden", async (c) => {
    const { t } = c.var;
    const { round, applied, can } = await roundAsked(c);
    const mailings = await mailingsOf(c.var.db, round.id);
    const title = t("reaching.messages.title");
    return c.render(
      <>
        <RoundPartHeading
          t={t}
          round={round}
          current="messages"
          heading={title}
          lead={t("reaching.messages.lead")}
          applied={applied}
          done={doneWords(c)}
        />
        <MailingHistory t={t} slug={round.slug} mailings={mailings} mayWrite={can.write} now={c.var.now()} />
      </>,
      { title: `${title} – ${round.title}`, current: "/planera" },
    );
  })
  .form("/planera/:slug/meddelanden/nytt", {
    draw: (c, filled) => drawForm(c, filled),
    send: async (c, filled) => {
      const { steg, ...values } = filled.values;
      const written = { ...filled, values };
      if (steg === "andra") return drawForm(c, written);
      const { round } = await roundToWrite(c);
      const message = checkedForm(MessageSchema, written);
      if (steg !== "skicka") return drawPreview(c, message);
      const { id, receivers } = await sendMessage(c.var.db, c.var.actor, c.var.now, round.id, message);
      return c.redirect(`/planera/${round.slug}/meddelanden/${id}?skickat=${receivers}`, 303);
    },
  })
  .get("/planera/:slug/meddelanden/:id", async (c) => {
    const { t } = c.var;
    const { round } = await roundAsked(c);
    const id = MailingId.safeParse(c.req.param("id"));
    const mailing = id.success ? await mailingOf(c.var.db, round.id, id.data) : undefined;
    if (!mailing) throw new Refusal("not_found", "web.not_found");
    return c.render(<OneMailing t={t} round={round} mailing={mailing} done={doneWords(c)} now={c.var.now()} />, {
      title: `${mailing.subject} – ${round.title}`,
      current: "/planera",
    });
  });

async function roundAsked(c: Page) {
  const found = await roundToReach(c.var.db, c.var.actor, c.req.param("slug") ?? "", c.var.now());
  if (!found) throw new Refusal("not_found", "registration.no_such_round");
  return found;
}

async function roundToWrite(c: Page) {
  const found = await roundAsked(c);
  if (!found.can.write) throw new Refusal("forbidden", "registration.not_yours");
  return found;
}

function doneWords(c: Page): string | undefined {
  const [sent, invited] = [Number(c.req.query("skickat")), Number(c.req.query("inbjudna"))];
  if (Number.isInteger(invited) && invited > 0) return c.var.t("reaching.dispatch.sent", { count: invited });
  return Number.isInteger(sent) && sent > 0 ? c.var.t("reaching.messages.sent", { count: sent }) : undefined;
}

async function drawForm(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const { round } = await roundToWrite(c);
  const person = RegistrationId.safeParse(filled.values["registrationId"] ?? c.req.query("person"));
  const [one] = person.success ? await receiversOf(db, round.id, "person", person.data) : [];
  const asked = audiences.find((each) => each === c.req.query("till"));
  return c.render(
    <>
      <PageHeading
        kicker={<a href={`/planera/${round.slug}/meddelanden`}>{round.title}</a>}
        heading={one ? t("reaching.message.to_person", { name: one.name }) : t("reaching.message.title")}
        lead={t("reaching.message.lead")}
      />
      <MessageForm t={t} round={round} filled={filled} one={one} asked={asked} sizes={await groupSizes(db, round.id)} />
    </>,
    { title: `${t("reaching.message.title")} – ${round.title}`, current: "/planera" },
  );
}

async function drawPreview(c: Page, written: Message) {
  const { t, db } = c.var;
  const { round } = await roundToWrite(c);
  const message = { ...written, id: written.id ?? newId<"round_mailing">() };
  const receivers = await receiversOf(db, round.id, message.to, message.registrationId);
  if (receivers.length === 0) throw new Refusal("invalid", "reaching.message.nobody");
  const contact = round.contacts.find(({ email }) => email?.toLowerCase() === message.replyTo);
  const said = { ...message, replyToName: contact?.name ?? message.replyTo, replyToAddress: message.replyTo };
  const look = mailLook(await lookOf(db, round.organisationId), c.var.config.baseUrl);
  const organiser = await organiserName(db, round.organisationId);
  const mail = messageMail(t, said, { title: round.title, organiser }, { to: message.replyTo, ...look });
  const calls = receivers.filter(({ email }) => email === null).length;
  return c.render(
    <>
      <PageHeading
        kicker={<a href={`/planera/${round.slug}/meddelanden`}>{round.title}</a>}
        heading={t("reaching.message.preview")}
        lead={t("reaching.message.preview_lead", { count: receivers.length })}
      />
      <MailingPreview
        t={t}
        filled={emptyForm}
        mail={mail}
        to={
          message.to === "person"
            ? (receivers[0]?.name ?? "")
            : `${t(`reaching.audience.${message.to}`)}, ${t("reaching.audience.number", { count: receivers.length })}`
        }
        note={calls > 0 ? t("reaching.message.calls", { count: calls }) : undefined}
        hidden={Object.fromEntries(Object.entries(message).flatMap(([name, value]) => (value ? [[name, value]] : [])))}
        send={t("reaching.message.send", { count: receivers.length })}
      />
    </>,
    { title: `${t("reaching.message.preview")} – ${round.title}`, current: "/planera" },
  );
}
