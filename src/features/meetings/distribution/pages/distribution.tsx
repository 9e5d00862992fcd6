import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled, filledWith } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { sendMinutes } from "#features/meetings/distribution/commands.ts";
import { MinutesReceiverId, NewReceiver, Sending } from "#features/meetings/distribution/distribution.ts";
import { maySendMinutes } from "#features/meetings/distribution/distribution-policy.ts";
import {
  DispatchHistory,
  PartsToSend,
  ReceiverTable,
} from "#features/meetings/distribution/parts/distribution-page.tsx";
import { NotReceiving } from "#features/meetings/distribution/parts/not-receiving.tsx";
import { partName } from "#features/meetings/distribution/parts/minutes-words.ts";
import { dispatchesOf, guestsOf, sendingOf } from "#features/meetings/distribution/queries.ts";
import { addReceiver, removeReceiver, renewReadingLink } from "#features/meetings/distribution/receivers/commands.ts";
import { isNothing } from "#features/meetings/distribution/what-to-send.ts";
import { meetingInside, type MeetingInside } from "#features/meetings/meeting/queries.ts";

import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Checks, TextArea, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

const done = ["tillagd", "borttagen", "lank"] as const;

/** The ways to what is final and to sending it, on the page of a meeting. */
export async function distributionDoor(c: Page, { meeting, bodies }: MeetingInside) {
  const { t } = c.var;
  // There is nothing to send or read before somebody has begun to take notes, and then the meeting is held.
  if (meeting.state !== "held") return null;
  const standings = bodies.map(({ standing }) => standing);
  return (
    <section class="stack">
      <h2>{t("distribution.door")}</h2>
      <p class="muted">{t(maySendMinutes(standings) ? "distribution.door_text" : "distribution.door_read")}</p>
      <Buttons>
        {maySendMinutes(standings) ? (
          <LinkButton href={`/mote/${meeting.slug}/utskick`} quiet>
            {t("distribution.door")}
          </LinkButton>
        ) : null}
        <LinkButton href={`/mote/${meeting.slug}/las`} plain>
          {t("distribution.read")}
        </LinkButton>
      </Buttons>
    </section>
  );
}

/** Sending the minutes of a meeting: what is final, who gets what, who else is to have it, and what has been sent. */
export const distributionPages = pages("signedIn")
  .form("/mote/:slug/utskick", {
    draw: (c, filled) => drawSending(c, filled),
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const slug = c.req.param("slug") ?? "";
      const { receivers } = await sendMinutes(db, actor, now, slug, checkedForm(Sending, filled));
      return c.redirect(`/mote/${encodeURIComponent(slug)}/utskick?skickat=${receivers}`, 303);
    },
  })
  .form("/mote/:slug/utskick/mottagare", {
    async draw(c, filled) {
      const { t, db, now } = c.var;
      const inside = await senderInside(c);
      const { meeting, bodies } = inside;
      const today = dateIn(now());
      const guest = (await guestsOf(db, meeting.id, today)).find(({ id }) => id === c.req.query("narvaro"));
      const known =
        guest && filled.problems.length === 0
          ? filledWith({ name: guest.name, email: guest.email, bodyIds: guest.bodyId ? [guest.bodyId] : [] })
          : filled;
      return c.render(
        <FormPage
          t={t}
          filled={known}
          kicker={<a href={`/mote/${meeting.slug}/utskick`}>{t("distribution.title")}</a>}
          heading={t("distribution.add")}
          lead={t("distribution.add_lead")}
          press={t("distribution.add_press")}
          back={`/mote/${meeting.slug}/utskick`}
        >
          <TextField t={t} filled={known} name="name" label={t("distribution.name")} autocomplete="off" required />
          <TextField
            t={t}
            filled={known}
            name="email"
            type="email"
            label={t("distribution.email")}
            autocomplete="off"
            required
          />
          {bodies.length > 1 ? (
            <Checks
              t={t}
              filled={known}
              name="bodyIds"
              label={t("distribution.whose_parts")}
              help={t("distribution.whose_parts_help")}
              options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
            />
          ) : null}
        </FormPage>,
        { title: `${t("distribution.add")}: ${meeting.title}` },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const slug = c.req.param("slug") ?? "";
      await addReceiver(db, actor, now, slug, checkedForm(NewReceiver, filled));
      return c.redirect(`/mote/${encodeURIComponent(slug)}/utskick?klart=tillagd#mottagare`, 303);
    },
  })
  .post("/mote/:slug/utskick/mottagare/:receiver/bort", async (c) => {
    const { db, actor, now } = c.var;
    const slug = c.req.param("slug") ?? "";
    await removeReceiver(db, actor, now, slug, receiverAsked(c));
    return c.redirect(`/mote/${encodeURIComponent(slug)}/utskick?klart=borttagen#mottagare`, 303);
  })
  .post("/mote/:slug/utskick/mottagare/:receiver/lank", async (c) => {
    const { db, actor, now } = c.var;
    const slug = c.req.param("slug") ?? "";
    await renewReadingLink(db, actor, now, slug, receiverAsked(c));
    return c.redirect(`/mote/${encodeURIComponent(slug)}/utskick?klart=lank#mottagare`, 303);
  });

async function drawSending(c: Page, filled: Filled) {
  const { t, db, now } = c.var;
  const inside = await senderInside(c);
  const { meeting, bodies } = inside;
  const today = dateIn(now());
  const [{ parts, receivers }, dispatches, guests] = await Promise.all([
    sendingOf(db, meeting.id, today),
    dispatchesOf(db, inside),
    guestsOf(db, meeting.id, today),
  ]);
  const address = `/mote/${meeting.slug}/utskick`;
  const waiting = receivers.filter(({ email, unsent }) => email !== null && !isNothing(unsent)).length;
  const notFinal = parts.filter(({ state }) => state !== "final").map(({ bodyId }) => partName(t, bodies, bodyId));
  const isFinal = parts.length > notFinal.length;
  const sent = Number(c.req.query("skickat") ?? "x");
  const word = done.find((each) => each === c.req.query("klart"));
  return c.render(
    <>
      <PageHeading
        kicker={<a href={`/mote/${meeting.slug}`}>{meeting.title}</a>}
        heading={t("distribution.title")}
        lead={t("distribution.lead")}
      />
      {Number.isSafeInteger(sent) && sent >= 0 ? (
        <Notice t={t} tone="done" heading={t("distribution.sent", { count: sent })} />
      ) : null}
      {word ? <Notice t={t} tone="done" heading={t(`distribution.done.${word}`)} /> : null}
      {parts.length === 0 ? (
        <EmptyState heading={t("distribution.none_written")}>{t("distribution.none_written_text")}</EmptyState>
      ) : (
        <PartsToSend t={t} parts={parts} bodies={bodies} today={today} />
      )}
      {isFinal && notFinal.length > 0 ? (
        <Notice
          t={t}
          tone="warn"
          heading={t("distribution.not_final", {
            count: notFinal.length,
            names: new Intl.ListFormat(t.language).format(notFinal),
          })}
        />
      ) : null}
      {isFinal && waiting > 0 ? (
        <Form t={t} filled={filled}>
          <TextArea
            t={t}
            filled={filled}
            name="message"
            label={t("distribution.message")}
            help={t("distribution.message_help")}
            rows={3}
            limit={2_000}
          />
          <Button>{t("distribution.send", { count: waiting })}</Button>
        </Form>
      ) : null}
      {isFinal && waiting === 0 ? (
        <Notice t={t} heading={t("distribution.all_sent")}>
          {t("distribution.all_sent_text")}
        </Notice>
      ) : null}
      <ReceiverTable t={t} receivers={receivers} bodies={bodies} address={address} />
      <NotReceiving t={t} receivers={receivers} guests={guests} address={address} />
      <DispatchHistory t={t} dispatches={dispatches} parts={parts} bodies={bodies} today={today} />
    </>,
    { title: `${t("distribution.title")}: ${meeting.title}` },
  );
}

/** The meeting for those who may send of it. To others inside it the page is not theirs. */
async function senderInside(c: Page): Promise<MeetingInside> {
  const { db, actor, now } = c.var;
  const inside = await meetingInside(db, actor, c.req.param("slug") ?? "", dateIn(now()));
  if (!maySendMinutes(inside.bodies.map(({ standing }) => standing)))
    throw new Refusal("forbidden", "distribution.leaders_send");
  return inside;
}

function receiverAsked(c: Page): MinutesReceiverId {
  const id = MinutesReceiverId.safeParse(c.req.param("receiver"));
  if (!id.success) throw new Refusal("not_found", "distribution.no_such_receiver");
  return id.data;
}
