import type { Translate } from "#kernel/messages.ts";
import type { NoteSection, OtherText } from "#features/circles/notes/queries.ts";
import { Button } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { Form } from "#ui/form.tsx";
import { sayMoment } from "#ui/swedish-dates.ts";

type TextComparisonProps = {
  t: Translate;
  section: NoteSection;
  others: readonly OtherText[];
  /** Where an earlier text is taken away, for those who may. */
  removal: string | undefined;
};

/** What stands in the notes beside every text that waits to be compared with it; earlier texts under them. */
export function TextComparison({ t, section, others, removal }: TextComparisonProps) {
  const waiting = others.filter(({ isSettled }) => !isSettled);
  const earlier = others.filter(({ isSettled }) => isSettled);
  return (
    <>
      {others.length === 0 ? <p class="muted">{t("notes.compare.none")}</p> : null}
      {waiting.length > 0 ? (
        <div class="side-by-side">
          <figure>
            <figcaption>{t("notes.compare.in_notes")}</figcaption>
            <blockquote class="as-written">{section.body}</blockquote>
          </figure>
          {waiting.map((text) => (
            <Text t={t} text={text} />
          ))}
        </div>
      ) : null}
      {earlier.length > 0 ? (
        <Details summary={t("notes.other_texts")}>
          {earlier.map((text) => (
            <>
              <Text t={t} text={text} />
              {removal ? (
                <Form t={t} action={`${removal}/${text.id}/bort`} tight>
                  <Button plain small label={t("notes.compare.remove_text", { start: text.body.slice(0, 60) })}>
                    {t("notes.compare.remove")}
                  </Button>
                </Form>
              ) : null}
            </>
          ))}
        </Details>
      ) : null}
    </>
  );
}

function Text({ t, text: { name, body, writtenAt } }: { t: Translate; text: OtherText }) {
  return (
    <figure>
      <figcaption>
        {t("notes.compare.beside", {
          name: name ?? t("notes.compare.somebody"),
          moment: sayMoment(t.language, writtenAt),
        })}
      </figcaption>
      <blockquote class="as-written">{body}</blockquote>
    </figure>
  );
}
