import type { Translate } from "#kernel/messages.ts";
import type { Said } from "#features/circles/question/answer.ts";
import type { QuestionKind } from "#features/circles/question/question.ts";
import { Tag, Tags } from "#ui/tag.tsx";
import { Unknown } from "#ui/unknown.tsx";

/** What was answered, drawn for the kind of question it answers. */
export function SaidWords({ t, kind, said }: { t: Translate; kind: QuestionKind; said: Said }) {
  if (kind === "text") return <blockquote class="as-written">{said.body}</blockquote>;
  if (kind === "level") {
    return (
      <>
        <p>
          {said.level === null ? (
            <Unknown>{t("question.level.unknown")}</Unknown>
          ) : (
            <Tag>{levelWord(t, said.level)}</Tag>
          )}
        </p>
        <Told t={t} label="question.answer.what_is" text={said.body} />
        <Told t={t} label="question.answer.gap" text={said.gap} />
      </>
    );
  }
  return (
    <>
      <p>
        <Tags>
          {said.restsOn.map((ground) => (
            <Tag tone={tones[ground]}>{t(`question.ground.${ground}`)}</Tag>
          ))}
        </Tags>
      </p>
      <Told t={t} label="question.why" text={said.body} />
    </>
  );
}

const tones = {
  research: "research",
  profession: "profession",
  serviceUser: "user",
  tradition: "plain",
  unknown: "open",
} as const;

type ToldProps = {
  t: Translate;
  label: "question.answer.what_is" | "question.answer.gap" | "question.why";
  text: string | null;
};

function Told({ t, label, text }: ToldProps) {
  return text === null ? null : (
    <div>
      <p class="muted">{t(label)}</p>
      <blockquote class="as-written">{text}</blockquote>
    </div>
  );
}

const words = ["question.level.0", "question.level.1", "question.level.2", "question.level.3"] as const;

/** A step in words. */
export function levelWord(t: Translate, level: number): string {
  return t(words[level] ?? "question.level.unknown");
}

/** All steps in words, the lowest first. */
export function levelWords(t: Translate): string[] {
  return words.map((word) => t(word));
}
