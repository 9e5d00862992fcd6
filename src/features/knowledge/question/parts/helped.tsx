import type { Translate } from "#kernel/messages.ts";
import { longest } from "#features/knowledge/question/question-words.ts";
import type { QuestionFacts } from "#features/knowledge/question/queries.ts";
import { helpfulnesses } from "#features/knowledge/question/question.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Sheet } from "#ui/columns.tsx";
import { Details } from "#ui/details.tsx";
import { TextArea } from "#ui/fields.tsx";
import { type Filled, unfilled } from "#ui/filled.ts";
import { Form } from "#ui/form.tsx";

type HelpedProps = {
  t: Translate;
  filled?: Filled | undefined;
  action?: string | undefined;
  said?: string | null | undefined;
};

/** Whether the answer helped: one press is enough, and who wants to may say more. */
export function HelpedButtons({ t, filled = unfilled, action, said }: HelpedProps) {
  return (
    <Form t={t} filled={filled} action={action}>
      <Buttons>
        {helpfulnesses.map((each) => (
          <Button name="helped" value={each} quiet>
            {t(`ask.helped.${each}`)}
          </Button>
        ))}
      </Buttons>
      <Details summary={t("ask.helped_why")} open={filled.problems.length > 0}>
        <TextArea
          t={t}
          filled={filled}
          name="said"
          label={t("ask.helped_why")}
          help={t("ask.helped_why_help")}
          value={said}
          rows={3}
          limit={longest.reason}
        />
      </Details>
    </Form>
  );
}

/** The same on the question's own page, where what was said can be changed. */
export function HelpedForm({ t, question }: { t: Translate; question: QuestionFacts }) {
  const { slug, helped, helpedSaid } = question;
  const form = <HelpedButtons t={t} action={`/fragor/${slug}/hjalpte`} said={helpedSaid} />;
  return (
    <Sheet>
      <section aria-labelledby="hjalpte">
        <h2 id="hjalpte">{helped ? t(`ask.helped_said.${helped}`) : t("ask.helped")}</h2>
        {helped ? (
          <>
            {helpedSaid ? <p>{helpedSaid}</p> : null}
            <Details summary={t("ask.helped_change")}>{form}</Details>
          </>
        ) : (
          form
        )}
      </section>
    </Sheet>
  );
}
