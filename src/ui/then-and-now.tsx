import type { Child } from "#kernel/jsx-runtime.ts";

/** Something that was at one step and is at another; a step nobody knows is `null`. */
export type Stretch = { readonly label: Child; readonly was: number | null; readonly now: number | null };

type ThenAndNowProps = {
  /** What the table is about: "Tid för reflektion". */
  caption: Child;
  captionHidden?: boolean | undefined;
  /** What each row is: "Arbetsplats". */
  rowLabel: string;
  thenLabel: string;
  nowLabel: string;
  /** What the steps are called, the lowest first. */
  steps: readonly string[];
  /** What to say where a step is not known. */
  unknown: string;
  rows: readonly Stretch[];
};

/** How far something had come and how far it has come, on a line of steps, with the steps in words beside it. */
export function ThenAndNow(props: ThenAndNowProps) {
  const { caption, captionHidden, rowLabel, thenLabel, nowLabel, steps, unknown, rows } = props;
  const place = (step: number) => `${4 + (92 * step) / Math.max(1, steps.length - 1)}%`;
  return (
    <table class="then-and-now">
      <caption class={captionHidden ? "sr-only" : undefined}>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{rowLabel}</th>
          <th scope="col">{thenLabel}</th>
          <th scope="col">{nowLabel}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ label, was, now }) => (
          <tr>
            <th scope="row">
              {label}
              <svg width="100%" height="16" aria-hidden="true" focusable="false">
                <line class="way" x1={place(0)} x2={place(steps.length - 1)} y1="8" y2="8" />
                {steps.map((_, step) => (
                  <circle class="step" cx={place(step)} cy="8" r="2" />
                ))}
                {was !== null && now !== null ? (
                  <line class="grown" x1={place(was)} x2={place(now)} y1="8" y2="8" />
                ) : null}
                {was === null ? null : <circle class="then" cx={place(was)} cy="8" r="6" />}
                {now === null ? null : <circle class="now" cx={place(now)} cy="8" r={was === now ? "3" : "6"} />}
              </svg>
            </th>
            <td>{was === null ? "–" : steps[was]}</td>
            <td>{now === null ? unknown : steps[now]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
