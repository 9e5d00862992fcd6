import { Fragment } from "#kernel/jsx-runtime.ts";
import type { DocumentPart, Line, WrittenDocument } from "#platform/documents/document.ts";
import { MailFacts } from "#platform/mail/mail-parts.tsx";

/** A document as the body of a mail. */
export function DocumentBody({ document: { kicker, title, lead, parts } }: { document: WrittenDocument }) {
  return (
    <>
      {kicker ? <p>{kicker}</p> : null}
      <h1>{title}</h1>
      {lead ? <p>{lead}</p> : null}
      {parts.map((part) => (
        <Part part={part} />
      ))}
    </>
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
      return <MailFacts facts={part.items.map(({ term, value }) => ({ name: term, value: <Words line={value} /> }))} />;
    case "table":
      return (
        <table>
          {part.caption ? <caption>{part.caption}</caption> : null}
          <tr>
            {part.columns.map(({ label }) => (
              <th scope="col">{label}</th>
            ))}
          </tr>
          {part.rows.map((row) => (
            <tr>{row.map((cell, at) => (at === 0 ? <th scope="row">{cell}</th> : <td>{cell}</td>))}</tr>
          ))}
        </table>
      );
  }
}

/** Words as a mail shows them, with their line breaks and links. */
export function Words({ line }: { line: Line }) {
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
