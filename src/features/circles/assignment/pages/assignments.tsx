import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { openFiles } from "#platform/files/files.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import {
  AssignmentId,
  AssignmentWish,
  Feedback,
  SubmissionId,
  SubmissionWish,
} from "#features/circles/assignment/assignment.ts";
import { mayGiveAssignments } from "#features/circles/assignment/assignment-policy.ts";
import {
  changeAssignment,
  giveAssignment,
  giveFeedback,
  takeBackAssignment,
  writeSubmission,
} from "#features/circles/assignment/commands.ts";
import { isLate } from "#features/circles/assignment/due.ts";
import { sayLength } from "#features/circles/attendance/parts/time-words.ts";
import { AssignmentFields } from "#features/circles/assignment/parts/assignment-fields.tsx";
import { Everybody, OthersTexts } from "#features/circles/assignment/parts/everybody.tsx";
import { OwnSubmission } from "#features/circles/assignment/parts/own-submission.tsx";
import { Paragraphs, WrittenText } from "#features/circles/assignment/parts/written-text.tsx";
import { assignmentPage, submissionFile, submissionToAnswer } from "#features/circles/assignment/queries.ts";
import { fileAnswer } from "#features/circles/material/parts/file-answer.ts";
import { sessionAsked } from "#features/circles/room/pages/room.tsx";
import { type Room, roomOf } from "#features/circles/room/queries.ts";
import { sessionName } from "#features/circles/round/parts/session-page.tsx";
import { Button } from "#ui/button.tsx";
import { dot } from "#ui/dot.ts";
import { TextArea } from "#ui/fields.tsx";
import { DraftSent, Form } from "#ui/form.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

const at = "/cirkel/:slug/uppgift/:assignment";

/** Assignments between the meetings: given and answered by those who lead, handed in by those who take part. */
export const assignmentPages = pages("signedIn")
  .form("/cirkel/:slug/traff/:session/uppgift", {
    draw: async (c, filled) => {
      const { t, now } = c.var;
      const found = await sessionAsked(c);
      mustLead(found);
      const { round, session } = found;
      const today = dateIn(now());
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={
            <>
              <a href={`/cirkel/${round.slug}`}>{round.title}</a>
              {dot}
              <a href={`/cirkel/${round.slug}/traff/${session.id}`}>{sessionName(t, session, today)}</a>
            </>
          }
          heading={t("assignment.give")}
          lead={t("assignment.give_lead")}
          press={t("assignment.give")}
          back={`/cirkel/${round.slug}/traff/${session.id}`}
          keepDraft={`uppgift-ny-${session.id}`}
        >
          <AssignmentFields
            t={t}
            filled={filled}
            assignment={undefined}
            later={laterThan(found, session.id)}
            today={today}
          />
        </FormPage>,
        { title: t("assignment.give") },
      );
    },
    send: async (c, filled) => {
      const { round, session } = await sessionAsked(c);
      const wish = checkedForm(AssignmentWish, withGiven(filled, session.id));
      const id = await giveAssignment(c.var.db, c.var.actor, c.var.now, round.id, wish);
      return c.redirect(`/cirkel/${round.slug}/uppgift/${id}?klart=uppgift&fran=${session.id}`, 303);
    },
  })
  .form(at, {
    draw: drawAssignment,
    send: async (c, filled) => {
      const { room, assignment } = await assignmentAsked(c);
      const wish = checkedForm(SubmissionWish, filled);
      const { db, actor, now, config } = c.var;
      const file = filled.files["file"];
      const sent = file && {
        files: openFiles(config.dataDir),
        name: file.name,
        bytes: new Uint8Array(await file.arrayBuffer()),
      };
      await writeSubmission(db, actor, now, assignment.id, wish, sent);
      const done = wish.deed === "keep" ? "utkast" : "inlamnat";
      return c.redirect(`/cirkel/${room.round.slug}/uppgift/${assignment.id}?klart=${done}`, 303);
    },
  })
  .get(`${at}/filer/:file/fil`, async (c) => {
    const { db, now, config } = c.var;
    const { assignment = "", file = "" } = c.req.param() as Record<string, string>;
    const found = await submissionFile(db, await roomAsked(c), assignment, file, now());
    const bytes = await openFiles(config.dataDir).read(found.key);
    if (!bytes) throw new Refusal("not_found", "assignment.no_such_file");
    return fileAnswer(c, { ...found, bytes });
  })
  .form(`${at}/andra`, {
    draw: async (c, filled) => {
      const { t, now } = c.var;
      const { room, assignment, isUntouched } = await assignmentAsked(c);
      mustLead(room);
      const back = `/cirkel/${room.round.slug}/uppgift/${assignment.id}`;
      return c.render(
        <>
          <FormPage
            t={t}
            filled={filled}
            kicker={<a href={back}>{assignment.title}</a>}
            heading={t("assignment.change")}
            press={t("assignment.save")}
            back={back}
          >
            <AssignmentFields
              t={t}
              filled={filled}
              assignment={assignment}
              later={laterThan(room, assignment.givenAt)}
              today={dateIn(now())}
            />
          </FormPage>
          {isUntouched ? (
            <Form t={t} action={`${back}/ta-bort`} tight>
              <Button quiet danger>
                {t("assignment.take_back")}
              </Button>
            </Form>
          ) : null}
        </>,
        { title: t("assignment.change") },
      );
    },
    send: async (c, filled) => {
      const { room, assignment } = await assignmentAsked(c);
      const wish = checkedForm(AssignmentWish, withGiven(filled, assignment.givenAt));
      await changeAssignment(c.var.db, c.var.actor, assignment.id, wish);
      return c.redirect(`/cirkel/${room.round.slug}/uppgift/${assignment.id}?klart=uppgift`, 303);
    },
  })
  .post(`${at}/ta-bort`, async (c) => {
    const { room, assignment } = await assignmentAsked(c);
    await takeBackAssignment(c.var.db, c.var.actor, assignment.id);
    return c.redirect(`/cirkel/${room.round.slug}`, 303);
  })
  .form(`${at}/svar/:submission`, {
    draw: async (c, filled) => {
      const { t, now } = c.var;
      const { room, assignment, written } = await answerAsked(c);
      const back = `/cirkel/${room.round.slug}/uppgift/${assignment.id}`;
      const { submission, who } = written;
      const heading = t("assignment.text_of", { name: who.name, title: assignment.title });
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={back}>{assignment.title}</a>}
          heading={who.name}
          lead={`${who.workplace}, ${who.employer}`}
          before={<WrittenText t={t} at={back} submission={{ ...submission, feedback: null }} today={dateIn(now())} />}
          press={t("assignment.save_feedback")}
          back={back}
          keepDraft={`aterkoppling-${submission.id}`}
        >
          <TextArea
            t={t}
            filled={filled}
            name="feedback"
            label={t("assignment.feedback")}
            help={`${t("assignment.answer_lead")} ${t("assignment.no_clients")}`}
            value={submission.feedback}
            limit={5_000}
            rows={8}
            required
          />
        </FormPage>,
        { title: heading },
      );
    },
    send: async (c, filled) => {
      const { room, assignment, written } = await answerAsked(c);
      const { id: submissionId } = written.submission;
      const words = checkedForm(Feedback, filled);
      await giveFeedback(c.var.db, c.var.actor, c.var.now, { id: assignment.id, submissionId }, words);
      return c.redirect(`/cirkel/${room.round.slug}/uppgift/${assignment.id}?aterkoppling=${submissionId}`, 303);
    },
  });

async function drawAssignment(c: Page, filled: Filled) {
  const { t, now } = c.var;
  const { assignment, due, mine, others, can, room } = await assignmentAsked(c);
  const { round, own, part } = room;
  const here = `/cirkel/${round.slug}/uppgift/${assignment.id}`;
  const today = dateIn(now());
  const { klart } = c.req.query();
  const draft = `uppgift-${assignment.id}`;
  const answered = SubmissionId.safeParse(c.req.query("aterkoppling")).data;
  const given = c.req.query("fran");
  return c.render(
    <>
      {klart === "utkast" || klart === "inlamnat" ? <DraftSent name={draft} /> : null}
      {answered ? <DraftSent name={`aterkoppling-${answered}`} /> : null}
      {given ? <DraftSent name={`uppgift-ny-${given}`} /> : null}
      {klart === "utkast" ? <Notice t={t} tone="done" heading={t("assignment.kept")} /> : null}
      {klart === "inlamnat" ? <Notice t={t} tone="done" heading={t("assignment.handed_in")} /> : null}
      {klart === "uppgift" ? <Notice t={t} tone="done" heading={t("assignment.saved")} /> : null}
      <PageHeading
        kicker={<a href={`/cirkel/${round.slug}`}>{round.title}</a>}
        heading={assignment.title}
        lead={due ? t("assignment.due_before", { day: sessionName(t, due, today) }) : t("assignment.due_none")}
      >
        {can.give ? (
          <p>
            <a href={`${here}/andra`}>{t("assignment.change")}</a>
          </p>
        ) : null}
      </PageHeading>
      <Paragraphs text={assignment.task} />
      {assignment.minutes === null ? null : (
        <p class="muted">{t("assignment.takes", { time: sayLength(t, assignment.minutes) })}</p>
      )}
      {own ? (
        <OwnSubmission
          t={t}
          filled={filled}
          at={here}
          draft={draft}
          visibility={assignment.visibility}
          submission={mine}
          mayHandIn={can.handIn}
          isLate={isLate(due, now())}
          today={today}
        />
      ) : null}
      {part === "leads" ? (
        <Everybody t={t} at={here} others={others} />
      ) : (
        <OthersTexts t={t} at={here} visibility={assignment.visibility} others={others} today={today} />
      )}
    </>,
    { title: `${assignment.title}: ${round.title}` },
  );
}

async function roomAsked(c: Page): Promise<Room> {
  const room = await roomOf(c.var.db, c.var.actor, c.req.param("slug") ?? "");
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  return room;
}

async function assignmentAsked(c: Page) {
  const id = AssignmentId.safeParse(c.req.param("assignment")).data ?? "";
  return assignmentPage(c.var.db, await roomAsked(c), id, c.var.now());
}

async function answerAsked(c: Page) {
  const { db, now } = c.var;
  const { assignment = "", submission = "" } = c.req.param() as Record<string, string>;
  return submissionToAnswer(db, await roomAsked(c), assignment, submission, now());
}

function mustLead(room: Room): void {
  if (mayGiveAssignments(room)) return;
  throw room.part === "leads"
    ? new Refusal("conflict", "assignment.over")
    : new Refusal("forbidden", "assignment.leaders_give");
}

/** The meetings after one: those that something given at it may be due before. */
function laterThan({ round: { sessions } }: Room, givenAt: string | null) {
  return sessions.slice(sessions.findIndex(({ id }) => id === givenAt) + 1);
}

/** At which meeting it is given stands in the address, and cannot be typed. */
function withGiven(filled: Filled, givenAt: string | null): Filled {
  return { ...filled, values: { ...filled.values, givenAt: givenAt ?? "" } };
}
