import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { roundToEdit } from "#features/circles/round/pages/round-loader.ts";
import {
  SessionPage,
  sessionName,
  sessionOf,
  sessionsAddress as at,
} from "#features/circles/round/parts/session-page.tsx";
import { SessionFields } from "#features/circles/round/parts/session-fields.tsx";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import { CallingOff, SessionAnswers } from "#features/circles/round/round-sections.ts";
import type { Session } from "#features/circles/round/round.ts";
import { addSessions, changeSession, removeSession } from "#features/circles/round/sessions/commands.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { Confirm } from "#ui/confirm.tsx";
import { TextArea } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayTimes } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";
import { Unknown } from "#ui/unknown.tsx";

type Page = Context<Environment>;

/** When a round meets: all its meetings, and one of them. */
export const sessionPages = pages("signedIn")
  .get("/planera/:slug/traffar", async (c) => {
    const { t } = c.var;
    const { round } = await roundToEdit(c);
    const done = c.req.query("klart");
    return c.render(
      <>
        <PageHeading
          kicker={<a href={`/planera/${round.slug}`}>{round.title}</a>}
          heading={t("round.section.sessions")}
          lead={t("round.section.sessions_lead")}
        />
        {done === "sparad" ? (
          <Notice
            t={t}
            tone="done"
            action={
              round.state === "draft" ? undefined : <a href={`/cirkel/${round.slug}/andringar`}>{t("changes.all")}</a>
            }
          >
            {t("round.done.saved")}
            {round.state === "draft" ? null : ` ${t("changes.after_saving")}`}
          </Notice>
        ) : null}
        <AllSessions t={t} round={round} today={dateIn(c.var.now())} />
      </>,
      { title: `${t("round.section.sessions")}: ${round.title}`, current: "/planera" },
    );
  })
  .form("/planera/:slug/traffar/ny", {
    async draw(c, filled) {
      const { t } = c.var;
      const { round } = await roundToEdit(c);
      return c.render(
        <SessionPage
          t={t}
          filled={filled}
          round={round}
          heading={t("round.session.new")}
          press={t("round.session.add")}
        >
          <SessionFields t={t} filled={filled} all={round.sessions} />
        </SessionPage>,
        { title: t("round.session.new"), current: "/planera" },
      );
    },
    async send(c, filled) {
      const { round } = await roundToEdit(c);
      await addSessions(c.var.db, c.var.actor, round.id, [checkedForm(SessionAnswers, filled)]);
      return c.redirect(`${at(round)}?klart=sparad`, 303);
    },
  })
  .form("/planera/:slug/traffar/:session", {
    async draw(c, filled) {
      const { t } = c.var;
      const { round } = await roundToEdit(c);
      const session = sessionAsked(c, round);
      return c.render(
        <>
          <SessionPage
            t={t}
            filled={filled}
            round={round}
            heading={sessionName(t, session, dateIn(c.var.now()))}
            lead={session.calledOff ? t("round.session.is_off") : undefined}
            press={t(session.calledOff ? "round.session.restore" : "round.save")}
          >
            <SessionFields t={t} filled={filled} session={session} all={round.sessions} />
          </SessionPage>
          {session.calledOff ? null : (
            <Narrow>
              <Remove t={t} round={round} session={session} />
            </Narrow>
          )}
        </>,
        { title: `${sessionName(t, session, dateIn(c.var.now()))}: ${round.title}`, current: "/planera" },
      );
    },
    async send(c, filled) {
      const { round } = await roundToEdit(c);
      const session = sessionAsked(c, round);
      await changeSession(c.var.db, c.var.actor, c.var.now, round.id, session.id, checkedForm(SessionAnswers, filled));
      return c.redirect(`${at(round)}?klart=sparad`, 303);
    },
  })
  .form("/planera/:slug/traffar/:session/stall-in", {
    async draw(c, filled) {
      const { t } = c.var;
      const { round } = await roundToEdit(c);
      const session = sessionAsked(c, round);
      if (session.calledOff || round.state === "draft") throw new Refusal("conflict", "round.session_not_planned");
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={at(round, `/${session.id}`)}>{sessionName(t, session, dateIn(c.var.now()))}</a>}
          heading={t("round.session.call_off")}
          lead={t(session.kind === "followUp" ? "round.session.call_off_follow_up" : "round.session.call_off_text")}
          press={t("round.session.call_off")}
          danger
          back={at(round, `/${session.id}`)}
        >
          <TextArea
            t={t}
            filled={filled}
            name="reason"
            label={t("round.session.call_off_reason")}
            help={t("round.session.call_off_reason_help")}
            rows={3}
            limit={500}
            required={session.kind === "followUp"}
          />
        </FormPage>,
        { title: `${t("round.session.call_off")}: ${round.title}`, current: "/planera" },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { round } = await roundToEdit(c);
      const { reason } = checkedForm(CallingOff, filled);
      await removeSession(db, actor, now, round.id, sessionAsked(c, round).id, reason);
      return c.redirect(`${at(round)}?klart=sparad`, 303);
    },
  })
  .post("/planera/:slug/traffar/:session/bort", async (c) => {
    const { round } = await roundToEdit(c);
    await removeSession(c.var.db, c.var.actor, c.var.now, round.id, sessionAsked(c, round).id);
    return c.redirect(`${at(round)}?klart=sparad`, 303);
  });

function sessionAsked(c: Page, round: RoundFacts): Session {
  return sessionOf(round, c.req.param("session") ?? "");
}

function Remove({ t, round, session }: { t: Translate; round: RoundFacts; session: Session }) {
  if (round.state !== "draft")
    return (
      <LinkButton href={at(round, `/${session.id}/stall-in`)} quiet danger>
        {t("round.session.call_off")}
      </LinkButton>
    );
  return (
    <Confirm t={t} id="ta-bort" danger opener={t("round.session.remove")} question={t("round.session.remove_question")}>
      <Form t={t} action={at(round, `/${session.id}/bort`)} tight>
        <Button danger>{t("round.session.remove")}</Button>
      </Form>
    </Confirm>
  );
}

function AllSessions({ t, round, today }: { t: Translate; round: RoundFacts; today: Temporal.PlainDate }) {
  const columns: Column<Session>[] = [
    {
      label: t("round.field.date"),
      head: true,
      cell: (session) => <a href={at(round, `/${session.id}`)}>{sessionName(t, session, today)}</a>,
    },
    {
      label: t("round.session.hours"),
      cell: ({ starts, ends }) =>
        starts ? sayTimes(t.language, starts, ends) : <Unknown>{t("round.undecided")}</Unknown>,
    },
    { label: t("round.field.sessionTheme"), cell: ({ theme }) => theme ?? "" },
    {
      label: t("round.field.mode"),
      cell: ({ mode }) => (mode ? t(`round.mode.${mode}`) : <Unknown>{t("round.not_stated")}</Unknown>),
    },
    {
      label: t("round.field.venue"),
      cell: ({ mode, venue }) => venue ?? (mode === "digital" ? "" : <Unknown>{t("round.venue.unknown")}</Unknown>),
    },
    { label: t("round.mine.state"), cell: (session) => stateCell(t, session) },
  ];
  return (
    <>
      {round.sessions.length > 0 ? (
        <Table
          caption={t("round.session.count", { count: round.sessions.length })}
          columns={columns}
          rows={round.sessions}
        />
      ) : (
        <p>
          <Unknown>{t("round.session.none")}</Unknown>
        </p>
      )}
      <Buttons>
        <LinkButton href={at(round, "/ny")}>{t("round.session.new")}</LinkButton>
        <LinkButton href={at(round, "/flera")} quiet>
          {t("round.session.several")}
        </LinkButton>
        {round.sessions.length > 0 ? (
          <LinkButton href={at(round, "/plats")} quiet>
            {t("round.venue.title")}
          </LinkButton>
        ) : null}
        {round.sessions.some(({ mode }) => mode === "digital" || mode === "hybrid") ? (
          <LinkButton href={at(round, "/lank")} quiet>
            {t("round.join_link.title")}
          </LinkButton>
        ) : null}
        <LinkButton href={at(round, "/termin")} quiet>
          {t("round.term.title")}
        </LinkButton>
      </Buttons>
    </>
  );
}

function stateCell(t: Translate, { calledOff, provisional, kind }: Session) {
  if (calledOff) return <Tag tone="quiet">{t("round.session.off")}</Tag>;
  if (kind === "regular" && !provisional) return null;
  return (
    <>
      {kind === "regular" ? null : <Tag>{t(`round.sessionKind.${kind}`)}</Tag>}{" "}
      {provisional ? <Tag tone="open">{t("round.field.provisional")}</Tag> : null}
    </>
  );
}
