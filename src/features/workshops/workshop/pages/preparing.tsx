import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled, filledFrom } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import {
  addQuestion,
  changeQuestion,
  moveQuestion,
  removeQuestion,
} from "#features/workshops/workshop/asking/commands.ts";
import { addressOf, workshopToLead } from "#features/workshops/workshop/pages/asked-workshop.ts";
import { AboutFields } from "#features/workshops/workshop/parts/about-fields.tsx";
import { asQuestion, QuestionFields } from "#features/workshops/workshop/parts/question-fields.tsx";
import { changeWorkshop, writeGroups } from "#features/workshops/workshop/preparing/commands.ts";
import { bodiesToChoose, meetingsToChoose } from "#features/workshops/workshop/preparing/queries.ts";
import type { WorkshopInside } from "#features/workshops/workshop/queries.ts";
import { QuestionKind, WorkshopQuestionId } from "#features/workshops/workshop/workshop.ts";
import { Groups, Moving, NewQuestion, WorkshopChange } from "#features/workshops/workshop/workshop-words.ts";
import { TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;

/** Preparing a workshop: what it is, its groups and its questions. */
export const workshopPreparingPages = pages("signedIn")
  .form("/workshop/:slug/andra", {
    async draw(c, filled) {
      const { t, db, actor, now } = c.var;
      const inside = await workshopToLead(c);
      const today = dateIn(now());
      const [bodies, meetings] = await Promise.all([
        bodiesToChoose(db, actor, today),
        meetingsToChoose(db, actor, today),
      ]);
      const known = new Set(bodies.map(({ id }) => id));
      const { workshop } = inside;
      const theirs = workshop.meetingId && !meetings.some(({ id }) => id === workshop.meetingId);
      return drawAbout(c, filled, inside, {
        heading: t("workshop.change_about"),
        hidden: { version: String(workshop.version) },
        children: (
          <AboutFields
            t={t}
            filled={filled}
            today={today}
            bodies={[...bodies, ...inside.bodies.filter(({ id }) => !known.has(id))]}
            meetings={
              theirs && workshop.meetingId
                ? [...meetings, { id: workshop.meetingId, title: t("workshop.meeting_kept"), day: null }]
                : meetings
            }
            before={workshop}
            chosen={inside.bodies.map(({ id }) => id)}
          />
        ),
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      await workshopToLead(c);
      await changeWorkshop(db, actor, now, slugOf(c), checkedForm(WorkshopChange, filled));
      return c.redirect(`/workshop/${slugOf(c)}?klart=andrad`, 303);
    },
  })
  .form("/workshop/:slug/grupper", {
    async draw(c, filled) {
      const { t } = c.var;
      const inside = await workshopToLead(c);
      const { groups } = inside;
      const typed = Object.keys(filled.values).map((name) => Number(/^groups\.(\d+)\./u.exec(name)?.[1] ?? -1));
      const rows = Math.min(40, Math.max(groups.length + 3, ...typed.map((row) => row + 1)));
      return drawAbout(c, filled, inside, {
        heading: t("workshop.groups_change"),
        lead: t("workshop.groups_lead"),
        hidden: Object.fromEntries(groups.map(({ id }, row) => [`groups.${row}.id`, id])),
        children: Array.from({ length: rows }, (_, row) => (
          <TextField
            t={t}
            filled={filled}
            name={`groups.${row}.name`}
            label={t("workshop.group_numbered", { number: row + 1 })}
            value={groups[row]?.name}
            width="medium"
          />
        )),
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      await workshopToLead(c);
      await writeGroups(db, actor, now, slugOf(c), checkedForm(Groups, withoutEmptyGroups(filled)));
      return c.redirect(`/workshop/${slugOf(c)}?klart=grupper`, 303);
    },
  })
  .form("/workshop/:slug/fragor/ny", {
    async draw(c, filled) {
      const { t } = c.var;
      const inside = await workshopToLead(c);
      const kind = QuestionKind.safeParse(filled.values["kind"] ?? c.req.query("slag")).data ?? "open";
      return drawAbout(c, filled, inside, {
        heading: t("workshop.question_new", { kind: t(`workshop.kind.${kind}`) }),
        lead: t(`workshop.kind_is.${kind}`),
        hidden: { kind },
        children: <QuestionFields t={t} filled={filled} kind={kind} />,
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      await workshopToLead(c);
      const { id } = await addQuestion(db, actor, now, slugOf(c), questionIn(filled));
      return c.redirect(`/workshop/${slugOf(c)}?klart=fraga#fraga-${id}`, 303);
    },
  })
  .form("/workshop/:slug/fragor/:question", {
    async draw(c, filled) {
      const { t } = c.var;
      const inside = await workshopToLead(c);
      const question = inside.questions.find(({ id }) => id === c.req.param("question"));
      if (!question) throw new Refusal("not_found", "workshop.no_such_question");
      return drawAbout(c, filled, inside, {
        heading: t("workshop.question_change"),
        lead: t(`workshop.kind_is.${question.kind}`),
        hidden: { kind: question.kind },
        children: <QuestionFields t={t} filled={filled} kind={question.kind} before={question} />,
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      await workshopToLead(c);
      const id = questionId(c);
      await changeQuestion(db, actor, now, slugOf(c), id, questionIn(filled));
      return c.redirect(`/workshop/${slugOf(c)}?klart=fraga#fraga-${id}`, 303);
    },
  })
  .post("/workshop/:slug/fragor/:question/ta-bort", async (c) => {
    const { db, actor, now } = c.var;
    await removeQuestion(db, actor, now, slugOf(c), questionId(c));
    return c.redirect(`/workshop/${slugOf(c)}#fragor`, 303);
  })
  .post("/workshop/:slug/fragor/:question/flytta", async (c) => {
    const { db, actor, now } = c.var;
    const id = questionId(c);
    await workshopToLead(c);
    await moveQuestion(db, actor, now, slugOf(c), id, checkedForm(Moving, await filledFrom(c)));
    return c.redirect(`/workshop/${slugOf(c)}#fraga-${id}`, 303);
  });

const slugOf = (c: Page) => c.req.param("slug") ?? "";

function questionId(c: Page): WorkshopQuestionId {
  const id = WorkshopQuestionId.safeParse(c.req.param("question")).data;
  if (!id) throw new Refusal("not_found", "workshop.no_such_question");
  return id;
}

/** The form's words as a question: the options stand on a line each. What is wrong with one is said at their field. */
function questionIn(filled: Filled): NewQuestion {
  try {
    return checkedForm(NewQuestion, { ...filled, values: asQuestion(filled.values) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const problems = error.problems.map((problem) =>
      problem.path.startsWith("options.") ? { ...problem, path: "options" } : problem,
    );
    throw new Refusal(error.kind, error.code, error.details, problems);
  }
}

/** A row without a name is no group. */
function withoutEmptyGroups(filled: Filled): Filled {
  const isNamed = (row: string) => String(filled.values[`groups.${row}.name`] ?? "").trim() !== "";
  const values = Object.entries(filled.values).filter(([name]) => {
    const row = /^groups\.(\d+)\./u.exec(name)?.[1];
    return row === undefined || isNamed(row);
  });
  return { ...filled, values: Object.fromEntries(values) };
}

type Drawn = {
  readonly heading: string;
  readonly lead?: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly children: Child;
};

function drawAbout(c: Page, filled: Filled, inside: WorkshopInside, { heading, children, ...rest }: Drawn) {
  const { t } = c.var;
  const back = addressOf(inside);
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={back}>{inside.workshop.title}</a>}
      heading={heading}
      press={t("workshop.save")}
      back={back}
      {...rest}
    >
      {children}
    </FormPage>,
    { title: `${heading}: ${inside.workshop.title}`, current: "/workshoppar" },
  );
}
