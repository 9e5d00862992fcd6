import MiniSearch from "minisearch";
import type { Client } from "pg";

/** A text to be found, and a question that one of them answers. */
export type Text = { doc_id: string; title: string; text: string };
export type Question = { query_id: string; query: string };

/** What finds texts: for a question their ids, best first, ten at most. */
export type Finder = (question: string) => Promise<string[]> | string[];

const most = 10;

/** MiniSearch as it comes. */
export function miniSearchOver(texts: readonly Text[]): Finder {
  const index = new MiniSearch<Text>({ idField: "doc_id", fields: ["title", "text"] });
  index.addAll(texts);
  return (question) =>
    index
      .search(question)
      .slice(0, most)
      .map(({ id }) => String(id));
}

/** PostgreSQL's own Swedish: stems and stop words, any word of the question, by ts_rank. */
export async function postgresOver(texts: readonly Text[], client: Client): Promise<Finder> {
  await client.query("create temporary table bench_text (doc_id text primary key, words tsvector)");
  for (const { doc_id, title, text } of texts) {
    await client.query("insert into bench_text values ($1, to_tsvector('swedish', $2 || ' ' || $3))", [
      doc_id,
      title,
      text,
    ]);
  }
  await client.query("create index on bench_text using gin (words)");
  return async (question) => {
    const { rows } = await client.query<{ doc_id: string }>(
      `select doc_id from bench_text, (select replace(plainto_tsquery('swedish', $1)::text, '&', '|')::tsquery as asked) question
       where words @@ asked order by ts_rank(words, asked) desc, doc_id limit ${most}`,
      [question],
    );
    return rows.map(({ doc_id }) => doc_id);
  };
}
