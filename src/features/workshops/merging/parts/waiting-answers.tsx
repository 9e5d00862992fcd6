import type { Translate } from "#kernel/messages.ts";
import { proposalField } from "#features/workshops/merging/parts/merge-form.ts";
import { type Alike, mostCompared } from "#features/workshops/merging/near-duplicates.ts";
import type { WorkshopAnswerId } from "#features/workshops/merging/merging.ts";
import { DimensionField } from "#features/workshops/merging/parts/dimension-field.tsx";
import { answerOption } from "#features/workshops/merging/parts/raw-answers.tsx";
import type { MergedQuestion, RawAnswer } from "#features/workshops/merging/queries.ts";
import type { WorkshopQuestion } from "#features/workshops/workshop/queries.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Sheet } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { Checks, Select, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form } from "#ui/form.tsx";

type ProposalsProps = {
  t: Translate;
  /** The address of the page, without a place on it: a browser that is sent to a place does not go to what is wrong. */
  at: string;
  filled: Filled;
  proposals: readonly Alike<WorkshopAnswerId>[];
  waiting: readonly RawAnswer[];
};

/** Answers that are alike, each group a form of its own with all of them ticked: a person says what belongs together. */
export function Proposals({ t, at: address, filled, proposals, waiting }: ProposalsProps) {
  if (proposals.length === 0) return null;
  const sent = filled.values["proposal"];
  return (
    <section class="stack" aria-labelledby="forslag">
      <h2 id="forslag">{t("merging.proposals")}</h2>
      <p>
        {t("merging.proposals_text")}{" "}
        {waiting.length > mostCompared ? t("merging.proposals_first", { count: mostCompared }) : null}
      </p>
      {proposals.map(({ ids }, at) => {
        const number = at + 1;
        const answers = waiting.filter(({ id }) => ids.includes(id));
        const own = sent === String(number) ? filled : { values: {}, problems: [] };
        const legend = t("merging.proposal", { number, count: answers.length });
        return (
          <Sheet>
            <Form t={t} action={address} filled={own} hidden={{ proposal: String(number) }} label={legend}>
              <Checks
                t={t}
                filled={own}
                name={proposalField(number, "answers")}
                label={legend}
                options={answers.map((answer) => answerOption(t, answer))}
                value={ids}
                required
              />
              <TextField
                t={t}
                filled={own}
                name={proposalField(number, "text")}
                label={t("merging.field.text")}
                help={t("merging.field.text_help")}
              />
              <DimensionField t={t} filled={own} name={proposalField(number, "dimension")} />
              <Buttons>
                <Button quiet name="deed" value="gather" label={`${t("merging.gather")}: ${legend}`}>
                  {t("merging.gather")}
                </Button>
              </Buttons>
            </Form>
          </Sheet>
        );
      })}
    </section>
  );
}

type WaitingProps = {
  t: Translate;
  at: string;
  filled: Filled;
  waiting: readonly RawAnswer[];
  asked: readonly WorkshopQuestion[];
  questions: readonly MergedQuestion[];
};

/** All answers that nobody has dealt with, under what they answer, and what can be done with those that are ticked. */
export function WaitingAnswers({ t, at: address, filled, waiting, asked, questions }: WaitingProps) {
  if (waiting.length === 0) return null;
  const own = filled.values["proposal"] === undefined ? filled : { values: {}, problems: [] };
  const byQuestion = asked.flatMap((question) => {
    const answers = waiting.filter(({ questionId }) => questionId === question.id);
    return answers.length > 0 ? [{ question, answers }] : [];
  });
  return (
    <section class="stack" aria-labelledby="vantar">
      <h2 id="vantar">{t("merging.waiting")}</h2>
      <p>{t("merging.waiting_text")}</p>
      <Form t={t} action={address} filled={own} label={t("merging.waiting")}>
        {byQuestion.map(({ question, answers }, at) => (
          <Checks
            t={t}
            filled={own}
            name={`answers.${at}`}
            label={question.text}
            options={answers.map((answer) => answerOption(t, answer))}
            required
          />
        ))}
        <TextField t={t} filled={own} name="text" label={t("merging.field.text")} help={t("merging.field.text_help")} />
        <DimensionField t={t} filled={own} />
        <Buttons>
          <Button name="deed" value="gather">
            {t("merging.gather")}
          </Button>
          <Button quiet name="deed" value="each">
            {t("merging.each")}
          </Button>
        </Buttons>
        <Details summary={t("merging.more_ways")} open={own.problems.length > 0}>
          {questions.length > 0 ? (
            <>
              <Select
                t={t}
                filled={own}
                name="questionId"
                label={t("merging.field.questionId")}
                options={questions.map(({ id, text }) => ({ value: id, label: text }))}
              />
              <Buttons>
                <Button quiet name="deed" value="put">
                  {t("merging.put")}
                </Button>
              </Buttons>
            </>
          ) : null}
          <TextField t={t} filled={own} name="reason" label={t("merging.field.reason")} />
          <Buttons>
            <Button quiet name="deed" value="aside">
              {t("merging.aside")}
            </Button>
          </Buttons>
        </Details>
      </Form>
    </section>
  );
}
