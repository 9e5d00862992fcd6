// oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- a browser forgets that
// something is a table when styles draw it as something else, and then only a role that is written out tells.
import type { Child } from "#kernel/jsx-runtime.ts";

/** One line: from where to where it went, as far as that is known, and the same in words, one for each column. */
export type Movement = {
  readonly label: string;
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly cells: readonly Child[];
};

type BeforeAfterProps = {
  /** What the figures are: "Medelvärden för alla som svarade". */
  caption: Child;
  /** What each line is about: "Påstående". */
  about: string;
  /** What the figures beside the lines are. */
  columns: readonly string[];
  movements: readonly Movement[];
  /** The ends of the scale. */
  least: number;
  most: number;
};

/**
 * How something has moved between two times: an open ring where it was, a filled one where it is, and the figures beside;
 * on a phone under it.
 */
export function BeforeAfter({ caption, about, columns, movements, least, most }: BeforeAfterProps) {
  const at = (value: number) => `${((100 * (value - least)) / (most - least)).toFixed(1)}%`;
  return (
    <table class="bars moves" role="table">
      <caption>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            {about}
          </th>
          {columns.map((column) => (
            <th scope="col" role="columnheader" class="numeric">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {movements.map(({ label, from, to, cells }) => (
          <tr role="row">
            <th scope="row" role="rowheader">
              {label}
              <svg class="bar moved" width="100%" height="14" aria-hidden="true" focusable="false">
                <line class="scale" x1="0" x2="100%" y1="7" y2="7" />
                {from !== undefined && to !== undefined ? (
                  <line class="way" x1={at(from)} x2={at(to)} y1="7" y2="7" />
                ) : null}
                {from === undefined ? null : <circle class="was" cx={at(from)} cy="7" r="5" />}
                {to === undefined ? null : <circle class="is" cx={at(to)} cy="7" r="5.5" />}
              </svg>
            </th>
            {cells.map((cell, index) => (
              <td role="cell" class="numeric" data-label={columns[index]}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
