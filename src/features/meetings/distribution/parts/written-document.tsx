import { Fragment } from "#kernel/jsx-runtime.ts";
import type { DocumentPart, Line, WrittenDocument } from "#platform/documents/document.ts";
import { Facts } from "#ui/facts.tsx";
import { Table } from "#ui/table.tsx";

/** A document on a page: the same words as in its files, under the page's own heading. */
export function DocumentOnPage({ document: { parts } }: { document: WrittenDocument }) {
  return (
    <div class="stack">
      {parts.map((part) => (
        <Part part={part} />
      ))}
    </div>
  );
}

function Part({ part }: { part: DocumentPart }) {
  switch (part.kind) {
    case "heading":
      return part.level === 2 ? <h2>{part.text}</h2> : <h3>{part.text}</h3>;
    case "paragraph":
      return (
        <p>
          <Words line={part.line} />
        </p>
      );
    case "list": {
      const items = part.items.map((item) => (
        <li>
          <Words line={item} />
        </li>
      ));
      return part.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case "facts":
      return <Facts items={part.items.map(({ term, value }) => ({ term, value: <Words line={value} /> }))} />;
    case "table":
      return (
        <Table
          caption={part.caption ?? ""}
          captionHidden={part.caption === undefined}
          rows={part.rows}
          columns={part.columns.map(({ label, numeric }, at) => ({
            label,
            numeric,
            head: at === 0,
            cell: (row: readonly string[]) => row[at],
          }))}
        />
      );
  }
}

function Words({ line }: { line: Line }) {
  return (
    <>
      {line.map((run) =>
        typeof run === "string" ? (
          run.split("\n").map((row, at) => (
            <Fragment>
              {at > 0 ? <br /> : null}
              {row}
            </Fragment>
          ))
        ) : (
          <a href={run.href}>{run.text}</a>
        ),
      )}
    </>
  );
}
