import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Submission, SubmissionFile } from "#features/circles/assignment/queries.ts";
import { sayFileSize } from "#features/circles/material/parts/file-size.ts";
import { dot } from "#ui/dot.ts";
import { sayMoment } from "#ui/swedish-dates.ts";

type WrittenTextProps = { t: Translate; at: string; submission: Submission; today: Temporal.PlainDate };

/** What somebody has written with the files beside it, when it came in, and what was said about it. */
export function WrittenText({ t, at, submission, today }: WrittenTextProps) {
  const { body, files, handedInAt, late, feedback, answeredAt } = submission;
  return (
    <>
      {handedInAt ? (
        <p class="muted">
          {t("assignment.handed_in_at", { at: sayMoment(t.language, handedInAt, { today }) })}
          {late ? ` (${t("assignment.state.late").toLocaleLowerCase("sv")})` : null}
        </p>
      ) : null}
      <Paragraphs text={body} />
      <FileList t={t} at={at} files={files} />
      {feedback && answeredAt ? (
        <>
          <h3>{t("assignment.answered_on", { at: sayMoment(t.language, answeredAt, { today }) })}</h3>
          <Paragraphs text={feedback} />
        </>
      ) : null}
    </>
  );
}

/** The files beside a text, each with what it is, so that nobody on a phone opens a large one unawares. */
export function FileList({ t, at, files }: { t: Translate; at: string; files: readonly SubmissionFile[] }): Child {
  if (files.length === 0) return null;
  return (
    <ul aria-label={t("assignment.files")}>
      {files.map(({ id, name, type, size }) => (
        <li>
          <a href={`${at}/filer/${id}/fil`}>{name}</a>
          <span class="muted">
            {dot}
            {type.toUpperCase()}, {sayFileSize(t, size)}
          </span>
        </li>
      ))}
    </ul>
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
