import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";

export type Bar = { readonly label: string; readonly count: number; readonly chosen?: number | undefined };

type BalanceBarsProps = {
  t: Translate;
  /** What the figures are: "Anmälda och valda per kommun". */
  caption: Child;
  bars: readonly Bar[];
  /** What the groups are: "Kommun". */
  groups?: string | undefined;
  /** What is counted: "Anmälda". */
  counted?: string | undefined;
  /** What is chosen among them: "Valda". */
  chosen?: string | undefined;
  /** How a figure is written, when it may be large or not whole. */
  say?: ((figure: number) => string) | undefined;
};

/** How something is spread over groups, and how what is chosen is spread: bars, with the figures beside them. */
export function BalanceBars({ t, caption, bars, groups, counted, chosen, say = String }: BalanceBarsProps) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const choosing = bars.some((bar) => bar.chosen !== undefined);
  return (
    <table class="bars">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{groups ?? t("ui.bars.name")}</th>
          <th scope="col" class="numeric">
            {counted ?? t("ui.bars.count")}
          </th>
          {choosing ? (
            <th scope="col" class="numeric">
              {chosen ?? t("ui.bars.chosen")}
            </th>
          ) : null}
        </tr>
      </thead>
      <tbody>
        {bars.map((bar) => (
          <tr>
            <th scope="row">
              {bar.label}
              <svg class="bar" width="100%" height="10" aria-hidden="true" focusable="false">
                <rect class="all" width={share(bar.count, most)} height="10" rx="5" />
                {bar.chosen ? <rect class="chosen" width={share(bar.chosen, most)} height="10" rx="5" /> : null}
              </svg>
            </th>
            <td class="numeric">{say(bar.count)}</td>
            {choosing ? <td class="numeric">{say(bar.chosen ?? 0)}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const share = (part: number, whole: number) => `${Math.round((100 * part) / whole)}%`;
