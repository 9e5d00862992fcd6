import { rounded, tell } from "./figures.ts";
import { type Finder, miniSearchOver, postgresOver, type Text } from "./peers.ts";
import { judgedSet } from "./judged-set.ts";
import { type Asked, type Quality, qualityOf } from "./quality.ts";
import { withDataFolder } from "./rush-ground.ts";
import { openSearchIndex } from "../src/features/knowledge/searching/search-index.ts";
import { enterEmbeddedServer } from "../src/platform/database/embedded-server.ts";
import { withOwner } from "../src/platform/database/open.ts";

/**
 * How often the text that answers a question is found, and how high up: by the product's search and, in the same run, by MiniSearch as it
 * comes and by PostgreSQL's Swedish. `--docs` and `--queries` are JSON lines, `--qrels` a table of query_id, doc_id and relevance.
 */
export async function relevance(options: readonly string[]) {
  const { texts, asked } = judgedSet(options);
  const ours = await measured("Sammanvägt", oursOver(texts), asked);
  const mini = await measured("MiniSearch", miniSearchOver(texts), asked);
  const postgres = await withPostgres((client) =>
    postgresOver(texts, client).then((find) => measured("PostgreSQL", find, asked)),
  );
  return {
    docs: texts.length,
    queries: asked.length,
    ...named("", ours),
    ...named("minisearch_", mini),
    ...named("postgres_", postgres),
  };
}

function oursOver(texts: readonly Text[]): Finder {
  const index = openSearchIndex();
  for (const { doc_id: id, title, text } of texts) index.put({ id, fields: { title, body: text } });
  return (question) => index.rank(question, { mayRead: () => true, limit: 10 }).map(({ id }) => id);
}

async function measured(name: string, find: Finder, asked: readonly Asked[]): Promise<Quality> {
  const answers: string[][] = [];
  for (const { query } of asked) answers.push(await find(query));
  const quality = qualityOf(asked, answers);
  tell(
    `${name.padEnd(12)} nDCG@10 ${quality.ndcg.toFixed(4)}  MRR@10 ${quality.mrr.toFixed(4)}  recall@10 ${quality.recall.toFixed(4)}  without a hit ${quality.empty.toFixed(4)}`,
  );
  return quality;
}

const named = (peer: string, { ndcg, mrr, recall, empty }: Quality) => ({
  [`${peer}ndcg10`]: rounded(ndcg, 4),
  [`${peer}mrr10`]: rounded(mrr, 4),
  [`${peer}recall10`]: rounded(recall, 4),
  [`${peer}empty`]: rounded(empty, 4),
});

/** A PostgreSQL of its own, gone afterwards. */
function withPostgres<T>(work: (client: Parameters<typeof postgresOver>[1]) => Promise<T>): Promise<T> {
  return withDataFolder(async (dataDir) => {
    const server = await enterEmbeddedServer(dataDir, { as: "command", durable: false });
    try {
      return await withOwner(server.address("postgres"), work);
    } finally {
      await server.leave();
    }
  });
}
