// oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role -- a browser forgets that
// something is a table when styles draw it as something else, and then only a role that is written out tells.
import type { Child } from "#kernel/jsx-runtime.ts";

export type Column<Row> = {
  readonly label: string;
  readonly cell: (row: Row) => Child;
  /** Figures: set to the right, all digits as wide. */
  readonly numeric?: boolean | undefined;
  /** What the row is about, its heading on a phone. */
  readonly head?: boolean | undefined;
  /** The label is for those who hear the page, as over a column of buttons. */
  readonly labelHidden?: boolean | undefined;
};

type TableProps<Row> = {
  /** What the table shows: "43 anmälda". */
  caption: Child;
  captionHidden?: boolean | undefined;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  /** Sums, in the order of the columns. */
  foot?: readonly Child[] | undefined;
  /** A row's own address on the page. */
  rowId?: (row: Row) => string;
  /** The columns are weighed against each other, so they stay beside each other on a phone. */
  compared?: boolean | undefined;
  /** What the cells say is understood without their labels: each row is two lines on a phone. For long lists. */
  brief?: boolean | undefined;
};

/**
 * A table that becomes a card for each row on a phone. A cell with nothing in it is drawn as a dash, and left out of
 * the card.
 */
export function Table<Row>({ caption, captionHidden, columns, rows, foot, rowId, compared, brief }: TableProps<Row>) {
  return (
    <table class={compared ? "table compared" : brief ? "table brief" : "table"} role="table">
      <caption class={captionHidden ? "sr-only" : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ label, numeric, labelHidden }) => (
            <th scope="col" role="columnheader" class={numeric ? "numeric" : undefined}>
              {labelHidden ? <span class="sr-only">{label}</span> : label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr role="row" id={rowId?.(row)}>
            {columns.map((column) => (
              <Cell column={column}>{column.cell(row)}</Cell>
            ))}
          </tr>
        ))}
      </tbody>
      {foot ? (
        <tfoot role="rowgroup">
          <tr role="row">
            {columns.map((column, index) => (
              <Cell column={column}>{foot[index]}</Cell>
            ))}
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}

function Cell<Row>({ column, children }: { column: Column<Row>; children?: Child }) {
  const look = column.numeric ? "numeric" : undefined;
  return column.head ? (
    <th scope="row" role="rowheader" class={look}>
      {children}
    </th>
  ) : (
    <td role="cell" class={look} data-label={column.labelHidden ? undefined : column.label}>
      {children}
    </td>
  );
}
