import type { Translate } from "#kernel/messages.ts";
import type { Fidelity } from "#features/appraisals/introduction/introduction.ts";
import type { ComponentFollowed } from "#features/appraisals/introduction/queries.ts";
import { sayDate } from "#ui/swedish-dates.ts";

type FidelityPictureProps = { t: Translate; followed: readonly ComponentFollowed[]; today: Temporal.PlainDate };

/** How high each stands in the picture: as intended at the top. What nobody knew stands between, as an open ring. */
const heights: Readonly<Record<Fidelity, number>> = { asIntended: 8, partly: 24, notDone: 40, notKnown: 24 };

/**
 * Whether each core component is used as intended, over time: a line for each that rises and falls, with the latest and
 * what was before in words beside it.
 */
export function FidelityPicture({ t, followed, today }: FidelityPictureProps) {
  const said = (day: Temporal.PlainDate) => sayDate(t.language, day, { weekday: false, today });
  const days = followed.flatMap(({ checks }) => checks.map(({ checkedOn }) => checkedOn));
  const [first] = days.toSorted(Temporal.PlainDate.compare);
  const last = days.toSorted(Temporal.PlainDate.compare).at(-1);
  const span = first && last ? first.until(last, { largestUnit: "days" }).days : 0;
  const place = (day: Temporal.PlainDate) =>
    first && span > 0 ? `${4 + (92 * first.until(day, { largestUnit: "days" }).days) / span}%` : "50%";
  return (
    <table class="fidelity">
      <caption>
        {first && last && span > 0
          ? t("introduction.fidelity_caption", { from: said(first), to: said(last) })
          : t("introduction.fidelity_caption_once")}
      </caption>
      <thead>
        <tr>
          <th scope="col">{t("introduction.component")}</th>
          <th scope="col">{t("introduction.fidelity_latest")}</th>
          <th scope="col">{t("introduction.fidelity_before")}</th>
        </tr>
      </thead>
      <tbody>
        {followed.map(({ component, checks }) => {
          const latest = checks.at(-1);
          const before = checks.slice(0, -1).toReversed();
          const known = checks.filter(({ fidelity }) => fidelity !== "notKnown");
          return (
            <tr>
              <th scope="row">
                {component.text}
                {component.endedOn ? <span class="note">{t("introduction.component_ended")}</span> : null}
                <svg width="100%" height="48" aria-hidden="true" focusable="false">
                  {[heights.asIntended, heights.partly, heights.notDone].map((y) => (
                    <line class="level" x1="0" x2="100%" y1={String(y)} y2={String(y)} />
                  ))}
                  {known.slice(1).map((check, index) => {
                    const from = known[index] ?? check;
                    return (
                      <line
                        class="way"
                        x1={place(from.checkedOn)}
                        y1={String(heights[from.fidelity])}
                        x2={place(check.checkedOn)}
                        y2={String(heights[check.fidelity])}
                      />
                    );
                  })}
                  {checks.map(({ checkedOn, fidelity }) => (
                    <circle class={fidelity} cx={place(checkedOn)} cy={String(heights[fidelity])} r="6" />
                  ))}
                </svg>
              </th>
              <td data-label={t("introduction.fidelity_latest")}>
                {latest ? (
                  <>
                    <strong>{t(`introduction.fidelity.${latest.fidelity}`)}</strong>
                    <span class="note">{said(latest.checkedOn)}</span>
                    {latest.note ? <span class="note">{latest.note}</span> : null}
                  </>
                ) : (
                  t("introduction.never_checked")
                )}
              </td>
              <td data-label={t("introduction.fidelity_before")}>
                {before.length === 0 ? (
                  "–"
                ) : (
                  <ul>
                    {before.slice(0, mostBefore).map(({ checkedOn, fidelity }) => (
                      <li>
                        {t("introduction.fidelity_on", {
                          fidelity: t(`introduction.fidelity.${fidelity}`),
                          day: said(checkedOn),
                        })}
                      </li>
                    ))}
                    {before.length > mostBefore ? (
                      <li>{t("introduction.fidelity_more", { count: before.length - mostBefore })}</li>
                    ) : null}
                  </ul>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

const mostBefore = 4;
