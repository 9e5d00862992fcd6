import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import type { Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled, filledFrom } from "#platform/web/form.ts";
import { TakingText } from "#platform/shared-texts/text-answer.ts";
import { pages } from "#platform/web/pages.ts";
import { arrangeNotes, startNotes } from "#features/circles/notes/commands.ts";
import { contribute, removeContribution } from "#features/circles/notes/contribution/commands.ts";
import { Arrangement, Contribution, longestContribution, NoteWriting } from "#features/circles/notes/note.ts";
import { mayArrangeNotes, mayRemoveText } from "#features/circles/notes/notes-policy.ts";
import { noteHeadings } from "#features/circles/notes/parts/note-headings.ts";
import { NoteField } from "#features/circles/notes/parts/note-field.tsx";
import { notesOf, otherTextsOf } from "#features/circles/notes/queries.ts";
import { removeText, takeSection, writeNote } from "#features/circles/notes/writing/commands.ts";
import { sessionAsked } from "#features/circles/room/pages/room.tsx";
import { planItemsOf } from "#features/circles/session-plan/queries.ts";
import { Narrow } from "#ui/columns.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Checkbox, FieldRow, NumberField, OneOfSeveral, TextArea, TextField } from "#ui/fields.tsx";
import { textIn } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { TextComparison } from "#ui/text-comparison.tsx";
import { SomebodyWrites, TextEditor } from "#ui/text-writing.tsx";

type Page = Context<Environment>;
const base = "/cirkel/:slug/traff/:session/anteckningar";

/** The notes of a meeting: begun, arranged, written, compared and added to by those in the circle. */
export const notesPages = pages("signedIn")
  .post(base, async (c) => {
    const { db, actor, t } = c.var;
    const { session } = await sessionAsked(c);
    await startNotes(db, actor, whereOf(c), noteHeadings(t, await planItemsOf(db, session.id)));
    return c.redirect(backTo(c), 303);
  })
  .form(`${base}/rubriker`, { draw: drawArrangement, send: sendArrangement })
  .post(`${base}/bidrag/:contribution/bort`, async (c) => {
    const { db, actor } = c.var;
    const contributionId = c.req.param("contribution") ?? "";
    await removeContribution(db, actor, { ...whereOf(c), contributionId });
    return c.redirect(backTo(c, "borttaget"), 303);
  })
  .form(`${base}/:section`, {
    draw: drawWriting,
    async send(c, filled) {
      await sectionAsked(c);
      const writing = checkedForm(NoteWriting, filled);
      const { fate } = await writeNote(c.var.db, c.var.actor, c.var.now, sectionOf(c), { ...writing, isDone: true });
      return c.redirect(fate === "beside" ? `${addressOf(c)}/jamfor?klart=bredvid` : backTo(c, "sparad"), 303);
    },
  })
  .post(`${base}/:section/skriv`, async (c) => {
    const { db, actor, now } = c.var;
    const { section } = await sectionAsked(c);
    const { takesOver } = checkedForm(TakingText, await filledFrom(c));
    // Somebody writes there: the page of the section says who, and offers to take over.
    if (takesOver || !section.writer || section.writer.id === actor.personId)
      await takeSection(db, actor, now, sectionOf(c), takesOver);
    return c.redirect(addressOf(c), 303);
  })
  .post(`${base}/:section/spara`, async (c) => {
    await sectionAsked(c);
    const writing = checkedForm(NoteWriting, await filledFrom(c));
    return c.json(await writeNote(c.var.db, c.var.actor, c.var.now, sectionOf(c), writing));
  })
  .post(`${base}/:section/texter/:text/bort`, async (c) => {
    await removeText(c.var.db, c.var.actor, { ...sectionOf(c), textId: c.req.param("text") ?? "" });
    return c.redirect(`${addressOf(c)}/jamfor`, 303);
  })
  .form(`${base}/:section/jamfor`, {
    draw: drawComparison,
    async send(c, filled) {
      await sectionAsked(c);
      const writing = checkedForm(NoteWriting, filled);
      const { fate } = await writeNote(c.var.db, c.var.actor, c.var.now, sectionOf(c), { ...writing, isDone: true });
      return c.redirect(fate === "beside" ? `${addressOf(c)}/jamfor?klart=bredvid` : backTo(c, "sparad"), 303);
    },
  })
  .form(`${base}/:section/bidrag`, {
    draw: drawContribution,
    async send(c, filled) {
      const { db, actor, now } = c.var;
      await sectionAsked(c);
      await contribute(db, actor, now, sectionOf(c), checkedForm(Contribution, filled));
      return c.redirect(backTo(c, "bidrag"), 303);
    },
  });

async function drawWriting(c: Page, filled: Filled) {
  const { t, actor } = c.var;
  const { section, round, isClosed } = await sectionAsked(c);
  if (isClosed) throw new Refusal("conflict", "notes.called_off");
  const at = addressOf(c);
  const { writer } = section;
  const isOthers = writer !== undefined && writer.id !== actor.personId;
  return c.render(
    <Narrow>
      <PageHeading kicker={wayBack(c, t)} heading={section.heading} lead={t("ui.writing.device")} />
      <TextEditor t={t} at={at} text={section} personId={actor.personId}>
        {isOthers && filled.problems.length === 0 ? (
          <SomebodyWrites t={t} at={at} name={writer.name} body={section.body} />
        ) : (
          <Form
            t={t}
            filled={filled}
            hidden={{ basedOn: textIn(filled, "basedOn", section.version), hand: textIn(filled, "hand", ""), turn: "" }}
          >
            <NoteField t={t} filled={filled} label={t("ui.writing.text")} value={section.body} />
            <FormEnd>
              <Button>{t("ui.writing.save")}</Button>
              <LinkButton href={backTo(c)} plain>
                {t("ui.cancel")}
              </LinkButton>
            </FormEnd>
          </Form>
        )}
      </TextEditor>
    </Narrow>,
    { title: `${section.heading}: ${round.title}` },
  );
}

async function drawComparison(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const { section, round, isClosed, part } = await sectionAsked(c);
  const others = await otherTextsOf(db, section.id);
  const waiting = others.filter(({ isSettled }) => !isSettled).map(({ id }) => id);
  const shown = filled.values["settles"] ?? waiting;
  return c.render(
    <>
      <PageHeading
        kicker={wayBack(c, t)}
        heading={`${t("ui.compare.title")}: ${section.heading}`}
        lead={t("ui.compare.lead")}
      />
      {c.req.query("klart") === "bredvid" ? <Notice t={t} tone="done" heading={t("ui.compare.kept")} /> : null}
      <TextComparison
        t={t}
        body={section.body}
        others={others}
        removal={!isClosed && mayRemoveText({ part }) ? `${addressOf(c)}/texter` : undefined}
      />
      {isClosed ? null : (
        <Form t={t} filled={filled} hidden={{ basedOn: textIn(filled, "basedOn", section.version), settles: shown }}>
          <NoteField t={t} filled={filled} label={t("ui.compare.text")} value={section.body} />
          <FormEnd>
            <Button>{t("ui.compare.save")}</Button>
            <LinkButton href={backTo(c)} plain>
              {t("ui.cancel")}
            </LinkButton>
          </FormEnd>
        </Form>
      )}
    </>,
    { title: `${t("ui.compare.title")}: ${round.title}` },
  );
}

async function drawContribution(c: Page, filled: Filled) {
  const { t } = c.var;
  const { section, round, isClosed } = await sectionAsked(c);
  if (isClosed) throw new Refusal("conflict", "notes.called_off");
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={wayBack(c, t)}
      heading={t("notes.contribution.title")}
      lead={section.heading}
      hidden={{ key: textIn(filled, "key", randomUUID()) }}
      press={t("notes.contribution.leave")}
      back={backTo(c)}
    >
      <TextArea
        t={t}
        filled={filled}
        name="body"
        label={t("notes.contribution.text")}
        help={t("notes.no_clients")}
        limit={longestContribution}
        required
      />
      <Checkbox
        t={t}
        filled={filled}
        name="isNamed"
        label={t("notes.contribution.named")}
        help={t("notes.contribution.named_help")}
        checked
      />
    </FormPage>,
    { title: `${t("notes.contribution.title")}: ${round.title}` },
  );
}

async function drawArrangement(c: Page, filled: Filled) {
  const { t, db, now } = c.var;
  const room = await arrangementAsked(c);
  const sections = await notesOf(db, room.session.id, now());
  const rows = [...sections.map(({ id, heading }) => ({ id: id as string, heading })), { id: "", heading: "" }];
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={wayBack(c, t)}
      heading={t("notes.arrange.title")}
      lead={t("notes.arrange.lead")}
      press={t("notes.arrange.save")}
      back={backTo(c)}
    >
      {rows.map(({ id, heading }, index) => (
        <OneOfSeveral legend={id ? t("notes.arrange.section", { number: index + 1 }) : t("notes.arrange.new")}>
          {id ? <input type="hidden" name={`sections.${index}.id`} value={id} /> : null}
          <FieldRow>
            <TextField
              t={t}
              filled={filled}
              name={`sections.${index}.heading`}
              label={t("notes.arrange.heading")}
              value={heading}
            />
            <NumberField
              t={t}
              filled={filled}
              name={`sections.${index}.place`}
              label={t("notes.arrange.place")}
              value={index + 1}
            />
          </FieldRow>
        </OneOfSeveral>
      ))}
    </FormPage>,
    { title: `${t("notes.arrange.title")}: ${room.round.title}` },
  );
}

async function sendArrangement(c: Page, filled: Filled) {
  await arrangementAsked(c);
  await arrangeNotes(c.var.db, c.var.actor, whereOf(c), checkedForm(Arrangement, filled));
  return c.redirect(backTo(c, "rubriker"), 303);
}

/** The section a page is about, for those in the circle. */
async function sectionAsked(c: Page) {
  const room = await sessionAsked(c);
  const sections = await notesOf(c.var.db, room.session.id, c.var.now());
  const section = sections.find(({ id }) => id === c.req.param("section"));
  if (!section) throw new Refusal("not_found", "notes.no_such_section");
  return { ...room, section, isClosed: room.session.calledOff || room.round.state === "cancelled" };
}

/** The meeting whose headings are arranged, for those who lead. */
async function arrangementAsked(c: Page) {
  const room = await sessionAsked(c);
  if (!mayArrangeNotes(room)) throw new Refusal("forbidden", "notes.only_leaders_arrange");
  return room;
}

function whereOf(c: Page) {
  return { slug: c.req.param("slug") ?? "", sessionId: c.req.param("session") ?? "" };
}

function sectionOf(c: Page) {
  return { ...whereOf(c), sectionId: c.req.param("section") ?? "" };
}

function addressOf(c: Page): string {
  const { slug, sessionId, sectionId } = sectionOf(c);
  return `/cirkel/${slug}/traff/${sessionId}/anteckningar/${sectionId}`;
}

/** The page of the meeting, at its notes. */
function backTo(c: Page, done?: string): string {
  const { slug, sessionId } = whereOf(c);
  return `/cirkel/${slug}/traff/${sessionId}${done ? `?anteckningar=${done}` : ""}#anteckningar`;
}

function wayBack(c: Page, t: Translate) {
  return <a href={backTo(c)}>{t("notes.heading")}</a>;
}
