import type { Context } from "hono";
import { z } from "zod";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checked, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { bringInAnswers } from "#features/workshops/imports/commands.ts";
import { BroughtIn, isInWords } from "#features/workshops/imports/imports.ts";
import { PollPreview, type PreviewedAnswer } from "#features/workshops/imports/parts/poll-preview.tsx";
import { answersIn, type PollChoice, PollFile, proposedChoice } from "#features/workshops/imports/poll-file.ts";
import { marked, marksBroughtIn, pollFromFile, pollFromText } from "#features/workshops/imports/queries.ts";
import { workshopToLead } from "#features/workshops/merging/pages/workshop-asked.ts";
import type { WorkshopInside, WorkshopQuestion } from "#features/workshops/workshop/queries.ts";
import { WorkshopQuestionId } from "#features/workshops/workshop/workshop.ts";
import { Button } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { FileField, Select, TextArea, TextField } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** Answers from a poll made elsewhere: chosen or pasted, looked through, and brought in. Nothing is kept before that. */
export const bringingInPages = pages("signedIn").form("/workshop/:slug/klistra-in", {
  draw: async (c, filled) => {
    const inside = await workshopToLead(c);
    const file = fileSent(filled);
    return file ? drawPreview(c, inside, file, filled) : drawStart(c, inside, filled);
  },
  send: async (c, filled) => {
    const inside = await workshopToLead(c);
    const file = fileSent(filled);
    if (!file) {
      questionMeant(inside, filled);
      return drawPreview(c, inside, await fileRead(filled), withoutRows(filled));
    }
    if (filled.values["deed"] !== "take") return drawPreview(c, inside, file, withoutRows(filled));
    const { db, actor, now } = c.var;
    const { slug } = inside.workshop;
    await bringInAnswers(db, actor, now, slug, await chosenAnswers(c, inside, file, filled));
    return c.redirect(`/workshop/${slug}/sla-ihop?klart=intagna`, 303);
  },
});

function drawStart(c: Page, { workshop, questions }: WorkshopInside, filled: Filled) {
  const { t } = c.var;
  const inWords = questions.filter(isInWords);
  const [only] = inWords.length === 1 ? inWords : [];
  return c.render(
    <Narrow>
      <PageHeading
        kicker={<a href={`/workshop/${workshop.slug}`}>{workshop.title}</a>}
        heading={t("bringing_in.title")}
        lead={t("bringing_in.lead")}
      />
      <p class="muted">{t("bringing_in.no_clients")}</p>
      <Form t={t} filled={filled} files>
        {inWords.length > 0 ? (
          <Select
            t={t}
            filled={filled}
            name="questionId"
            label={t("bringing_in.field.questionId")}
            help={t("bringing_in.field.questionId_help")}
            options={inWords.map(({ id, text }) => ({ value: id, label: text }))}
            value={only?.id}
          />
        ) : null}
        <TextField
          t={t}
          filled={filled}
          name="question"
          label={t("bringing_in.field.question")}
          help={t("bringing_in.field.question_help")}
          required={inWords.length === 0}
        />
        <TextArea
          t={t}
          filled={filled}
          name="text"
          label={t("bringing_in.field.text")}
          help={t("bringing_in.field.text_help")}
          rows={12}
          noKeep
        />
        <FileField
          t={t}
          filled={filled}
          name="file"
          label={t("bringing_in.field.file")}
          help={t("bringing_in.field.file_help")}
          accept=".xlsx,.csv,.txt"
        />
        <FormEnd>
          <Button>{t("bringing_in.read")}</Button>
        </FormEnd>
      </Form>
    </Narrow>,
    { title: `${t("bringing_in.title")}: ${workshop.title}`, current: "/workshoppar" },
  );
}

async function drawPreview(c: Page, inside: WorkshopInside, file: PollFile, filled: Filled) {
  const { t } = c.var;
  const { workshop, groups } = inside;
  const { questionId, question } = questionMeant(inside, filled);
  const choice = choiceIn(file, filled);
  const asked = inside.questions.find(({ id }) => id === questionId);
  return c.render(
    <Narrow>
      <PageHeading
        kicker={<a href={`/workshop/${workshop.slug}`}>{workshop.title}</a>}
        heading={t("bringing_in.preview")}
        lead={t("bringing_in.preview_lead")}
      />
      <p>{t("bringing_in.for_question", { question: asked?.text ?? question ?? "" })}</p>
      <Form
        t={t}
        // What was chosen is in the answers below: the boxes follow the columns, not what was ticked before.
        filled={filled}
        hidden={{
          content: JSON.stringify(file),
          shownSheet: String(choice.sheet),
          ...(questionId === null ? { question: question ?? "" } : { questionId }),
        }}
      >
        <PollPreview
          t={t}
          filled={filled.values["deed"] === "take" ? filled : { values: {}, problems: [] }}
          file={file}
          choice={choice}
          answers={await previewed(c, file, choice, asked)}
          groups={groups.map(({ name }) => name)}
          isAnonymous={workshop.isAnonymous}
        />
      </Form>
      <p>
        <a href={`/workshop/${workshop.slug}/klistra-in`}>{t("bringing_in.again")}</a>
      </p>
    </Narrow>,
    { title: `${t("bringing_in.preview")}: ${workshop.title}`, current: "/workshoppar" },
  );
}

/** The answers of a choice, each with whether it has come in before. */
async function previewed(
  c: Page,
  file: PollFile,
  choice: PollChoice,
  asked: WorkshopQuestion | undefined,
): Promise<readonly PreviewedAnswer[]> {
  const answers = answersIn(file, choice).map((answer, at) => ({ ...answer, at }));
  const before = asked ? await marksBroughtIn(c.var.db, asked.id) : new Set<string>();
  const marks = new Map(marked(answers.filter(({ problem }) => problem === null)).map(({ at, mark }) => [at, mark]));
  return answers.map((answer) => ({ ...answer, isKnown: before.has(marks.get(answer.at) ?? "") }));
}

/** What was ticked, with what is known already: of two with the same words the second is still the second. */
async function chosenAnswers(c: Page, inside: WorkshopInside, file: PollFile, filled: Filled): Promise<BroughtIn> {
  const about = questionMeant(inside, filled);
  const asked = inside.questions.find(({ id }) => id === about.questionId);
  const ticked = new Set([filled.values["rows"] ?? []].flat());
  if (ticked.size === 0) throw new Refusal("invalid", "bringing_in.none_chosen");
  const answers = (await previewed(c, file, choiceIn(file, filled), asked))
    .filter(({ problem, isKnown, at }) => problem === null && (isKnown || ticked.has(String(at))))
    .map(({ text, group }) => ({ text, group }));
  return checked(BroughtIn, { ...about, answers });
}

/** What the answers answer; refuses a form that says neither, or something that is not there. */
function questionMeant({ questions }: WorkshopInside, { values }: Filled) {
  const written = String(values["question"] ?? "").trim();
  const id = WorkshopQuestionId.safeParse(values["questionId"]).data;
  if (id !== undefined && !questions.some((question) => question.id === id && isInWords(question)))
    throw new Refusal("not_found", "workshop.no_such_question");
  const { questionId, question } = checked(BroughtIn, {
    questionId: written === "" ? id : undefined,
    question: written,
    answers: [{ text: "-" }],
  });
  return { questionId, question };
}

async function fileRead({ files, values }: Filled): Promise<PollFile> {
  const file = files["file"];
  if (file) return pollFromFile({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  const text = String(values["text"] ?? "");
  if (text.trim() !== "") return pollFromText(text);
  throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [{ path: "text", code: "bringing_in.text_or_file" }]);
}

/** The file as it was read before, carried in the form: nothing of it is kept here. */
function fileSent({ values }: Filled): PollFile | undefined {
  const { content } = values;
  if (typeof content !== "string") return undefined;
  const carried = z
    .string()
    .transform((text, context) => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        context.addIssue({ code: "custom" });
        return z.NEVER;
      }
    })
    .pipe(PollFile)
    .safeParse(content);
  if (!carried.success) throw new Refusal("not_found", "bringing_in.no_answers");
  return carried.data;
}

const Place = z.coerce.number().int().min(0).max(10_000);

/** The choice of columns as it was sent; another sheet begins from what is proposed of it. */
function choiceIn(file: PollFile, { values }: Filled): PollChoice {
  const { deed, sheet, shownSheet, columns, groupColumn, hasHeader } = values;
  if (deed === undefined || file.isLines) return proposedChoice(file);
  const meant = Place.safeParse(sheet ?? shownSheet).data ?? 0;
  const only = file.sheets[meant];
  if (only && String(meant) !== shownSheet) return { ...proposedChoice({ ...file, sheets: [only] }), sheet: meant };
  return {
    sheet: meant,
    columns: [columns ?? []].flat().flatMap((column) => Place.safeParse(column).data ?? []),
    groupColumn: groupColumn === undefined || groupColumn === "" ? null : (Place.safeParse(groupColumn).data ?? null),
    hasHeader: hasHeader !== undefined,
  };
}

/** What was ticked concerns the columns that were shown: with others all is ticked anew. */
function withoutRows(filled: Filled): Filled {
  const { rows: _, ...values } = filled.values;
  return { ...filled, values };
}
