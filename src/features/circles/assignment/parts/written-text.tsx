import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Submission } from "#features/circles/assignment/queries.ts";
import { sayMoment } from "#ui/swedish-dates.ts";

type WrittenTextProps = { t: Translate; submission: Submission; today: Temporal.PlainDate };

/** What somebody has written, when it came in, and what was said about it. */
export function WrittenText({ t, submission, today }: WrittenTextProps) {
  const { body, handedInAt, late, feedback, answeredAt } = submission;
  return (
    <>
      {handedInAt ? (
        <p class="muted">
          {t("assignment.handed_in_at", { at: sayMoment(t.language, handedInAt, { today }) })}
          {late ? ` (${t("assignment.state.late").toLocaleLowerCase("sv")})` : null}
        </p>
      ) : null}
      <Paragraphs text={body} />
      {feedback && answeredAt ? (
        <>
          <h3>{t("assignment.answered_on", { at: sayMoment(t.language, answeredAt, { today }) })}</h3>
          <Paragraphs text={feedback} />
        </>
      ) : null}
    </>
  );
}

/** Text as it was typed: an empty line parts one paragraph from the next. */
export function Paragraphs({ text }: { text: string }): Child {
  return text
    .split(/\r?\n\s*\n/u)
    .filter((paragraph) => paragraph.trim() !== "")
    .map((paragraph) => (
      <p>
        {paragraph.split(/\r?\n/u).map((line, index) => (
          <>
            {index > 0 ? <br /> : null}
            {line}
          </>
        ))}
      </p>
    ));
}
