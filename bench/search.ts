import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import MiniSearch from "minisearch";
import { p95, percentile, rounded, tell } from "./figures.ts";
import { madeQuestions, type MadeText, madeTexts } from "./swedish-texts.ts";
import type { SearchIndex } from "../src/features/knowledge/searching/search-answer.ts";
import { openSearchIndex } from "../src/features/knowledge/searching/search-index.ts";

const documents = 20_000;
const questions = 1_000;
/** Changed texts that come in while ten people search. */
const changed = 2_000;
const users = 10;
const asksEach = 40;

/**
 * 20,000 made-up Swedish texts put into the index and searched, in this process: how long it takes, what it holds of memory, and how quick an
 * answer is, with its reasons, marks and snippets; against MiniSearch as it comes; and while texts come in and ten people search.
 */
export async function search() {
  const texts = madeTexts(documents);
  const asked = madeQuestions(texts, questions);

  openSearchIndex(); // The dictionary is read once a process, when it starts.
  const before = memory();
  const index = openSearchIndex();
  const indexed = timed(() => {
    for (const text of texts) put(index, text);
  });
  const held = memory() - before;
  const ask = (question: string) => index.search(question, { mayRead: () => true, limit: 10 });
  const times = timesOf(asked, ask);

  const beforePeer = memory();
  const peer = new MiniSearch<MadeText>({ fields: ["title", "body"] });
  const peerIndexed = timed(() => peer.addAll(texts));
  const peerHeld = memory() - beforePeer;
  const peerTimes = timesOf(asked, (question) => peer.search(question).slice(0, 10));

  const together = await whileIndexing(index, texts, asked);
  tell(
    `indexed in ${indexed.toFixed(1)} s, ${held.toFixed(0)} MB; a search takes ${percentile(times, 0.5).toFixed(2)} ms, at the 95th percentile ${p95(times).toFixed(2)} ms; ten people while texts come in: ${p95(together).toFixed(2)} ms`,
  );
  tell(
    `MiniSearch: indexed in ${peerIndexed.toFixed(1)} s, ${peerHeld.toFixed(0)} MB; a search ${percentile(peerTimes, 0.5).toFixed(2)} ms, 95th ${p95(peerTimes).toFixed(2)} ms`,
  );
  return {
    docs: documents,
    index_s: rounded(indexed, 2),
    p50_ms: rounded(percentile(times, 0.5), 2),
    p95_ms: rounded(p95(times), 2),
    memory_mb: rounded(held),
    concurrent_p95_ms: rounded(p95(together), 2),
    peer_index_s: rounded(peerIndexed, 2),
    peer_p50_ms: rounded(percentile(peerTimes, 0.5), 2),
    peer_p95_ms: rounded(p95(peerTimes), 2),
    peer_memory_mb: rounded(peerHeld),
  };
}

const put = (index: SearchIndex, { id, title, body }: MadeText) =>
  index.put({ id, fields: { title, body }, facets: { kind: [`kind-${id.length % 5}`] } });

/** In seconds. */
function timed(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}

function timesOf(asked: readonly string[], ask: (question: string) => unknown): number[] {
  for (const question of asked.slice(0, 100)) ask(question);
  return asked.map((question) => timed(() => ask(question)) * 1000);
}

/** From that somebody asks until the answer is there: with nine others, while texts are replaced one after the other. */
async function whileIndexing(
  index: SearchIndex,
  texts: readonly MadeText[],
  asked: readonly string[],
): Promise<number[]> {
  const times: number[] = [];
  let isDone = false;
  const indexing = async () => {
    for (let number = 0; !isDone; number = (number + 1) % changed) {
      put(index, {
        ...(texts[number] ?? texts[0] ?? { title: "", body: "" }),
        id: `text-${String(number).padStart(6, "0")}`,
      });
      await turn();
    }
  };
  const user = async (number: number) => {
    for (let time = 0; time < asksEach; time++) {
      await wait(20 + ((number * 7 + time * 13) % 60));
      const question = asked[(number * asksEach + time) % asked.length] ?? "";
      const start = performance.now();
      await turn();
      index.search(question, { mayRead: () => true, limit: 10 });
      times.push(performance.now() - start);
    }
  };
  const under = indexing();
  await Promise.all(Array.from({ length: users }, (_, number) => user(number)));
  isDone = true;
  await under;
  return times;
}

/** What lives, in megabytes, once what is dead is gone. */
function memory(): number {
  setFlagsFromString("--expose-gc");
  (runInNewContext("gc") as () => void)();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_000_000;
}
