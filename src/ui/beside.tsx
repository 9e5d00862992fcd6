import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { dot } from "#ui/dot.ts";

type BesideProps = {
  t: Translate;
  /** The words the value was read from; nothing when the text does not say. */
  words?: string | undefined;
  /** Where the words stand: "rad 12". */
  where?: Child;
  /** What is doubtful about it, in a sentence. */
  doubt?: Child;
  /** The field. */
  children?: Child;
};

/** A field beside the words its value was read from, so that a person can see whether it was read right. */
export function Beside({ t, words, where, doubt, children }: BesideProps) {
  return (
    <div class={doubt ? "read doubtful" : "read"}>
      <div class="read-field">{children}</div>
      <div class="read-from">
        {words ? (
          <figure>
            <figcaption>
              {t("ui.read_from")}
              {where ? (
                <>
                  {dot}
                  {where}
                </>
              ) : null}
            </figcaption>
            <blockquote>{words}</blockquote>
          </figure>
        ) : (
          <p class="unknown">{t("ui.read_from.nothing")}</p>
        )}
        {doubt ? <p class="doubt">{doubt}</p> : null}
      </div>
    </div>
  );
}
