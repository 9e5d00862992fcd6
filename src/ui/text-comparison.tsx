import type { Translate } from "#kernel/messages.ts";
import { Button } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { Form } from "#ui/form.tsx";
import { sayMoment } from "#ui/swedish-dates.ts";

/** A text beside the one that stands there, or one that stood there before. */
export type OtherText = {
  readonly id: string;
  readonly body: string;
  readonly name: string | null;
  readonly writtenAt: Temporal.Instant;
  readonly isSettled: boolean;
};

type TextComparisonProps = {
  t: Translate;
  /** What stands there now. */
  body: string;
  others: readonly OtherText[];
  /** Where an earlier text is taken away, for those who may. */
  removal: string | undefined;
};

/** What stands there beside every text that waits to be compared with it; earlier texts under them. */
export function TextComparison({ t, body: stands, others, removal }: TextComparisonProps) {
  const waiting = others.filter(({ isSettled }) => !isSettled);
  const earlier = others.filter(({ isSettled }) => isSettled);
  return (
    <>
      {others.length === 0 ? <p class="muted">{t("ui.compare.none")}</p> : null}
      {waiting.length > 0 ? (
        <div class="side-by-side">
          <figure>
            <figcaption>{t("ui.compare.in_notes")}</figcaption>
            <blockquote class="as-written">{stands}</blockquote>
          </figure>
          {waiting.map((text) => (
            <Text t={t} text={text} />
          ))}
        </div>
      ) : null}
      {earlier.length > 0 ? (
        <Details summary={t("ui.compare.earlier")}>
          {earlier.map((text) => (
            <>
              <Text t={t} text={text} />
              {removal ? (
                <Form t={t} action={`${removal}/${text.id}/bort`} tight>
                  <Button plain small label={t("ui.compare.remove_text", { start: text.body.slice(0, 60) })}>
                    {t("ui.compare.remove")}
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
        {t("ui.compare.beside", {
          name: name ?? t("ui.compare.somebody"),
          moment: sayMoment(t.language, writtenAt),
        })}
      </figcaption>
      <blockquote class="as-written">{body}</blockquote>
    </figure>
  );
}
