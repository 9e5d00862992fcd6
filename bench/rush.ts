import { type Answer, crowd } from "./crowd.ts";
import { p95, rounded, tell } from "./figures.ts";
import { rawRush } from "./raw-rush.ts";
import {
  addressOf,
  applicationForm,
  confirmAll,
  isAccepted,
  lookInto,
  openRound,
  places,
  standings,
  withDataFolder,
} from "./rush-ground.ts";
import { memoryOf, startServer } from "./server-process.ts";

const applicants = 2_000;
const connections = 100;

/**
 * 2,000 people apply to one circle with 12 places over HTTP, then all of them confirm. Measured against the same
 * transaction in plain SQL, in the same run, on the same database. Rate limits stay on; only the ceiling of the one
 * network that everybody comes from is raised.
 */
export function rush() {
  return withDataFolder(async (dataDir) => {
    const server = await startServer(dataDir, { NETWORK_CEILING: "1000000" });
    const { db, address, close } = await lookInto(dataDir);
    try {
      const round = await openRound(db);
      tell("Rate limits are on; only the network's ceiling is raised.");
      const forms = Array.from({ length: applicants }, (_, number) => applicationForm(round.slug, number));
      const before = await rawRush(address, applicants / 2, "rusning-i-sql-fore");
      const started = performance.now();
      const answers = await crowd(server.url, forms, connections);
      const seconds = (performance.now() - started) / 1_000;
      const memory = memoryOf(server.pid);

      tell(await heapOf(server.url));
      const accepted = answers.flatMap((answer, number) =>
        answer && isAccepted(answer.status) ? [{ answer, number }] : [],
      );
      const applied = await standings(db, round.id);
      const numbers = new Map(applied.map(({ email, queueNo }) => [email, queueNo]));
      const lost = accepted.filter(({ number }) => !numbers.has(addressOf(number))).length;
      const answered = accepted.flatMap(({ answer, number }) => {
        const queueNo = numbers.get(addressOf(number));
        return queueNo === undefined ? [] : [{ ...answer, queueNo }];
      });
      tell(
        `${accepted.length} of ${applicants} accepted in ${rounded(seconds)} s, ${memory.now} MB (at most ${memory.most} MB)`,
      );

      const confirmed = await confirmAll(server.url, db, accepted.length, connections);
      const standing = await standings(db, round.id);
      const placed = standing.filter(({ state }) => state === "placed");
      tell(`${confirmed} confirmed; placed are the numbers ${placed.map(({ queueNo }) => queueNo).join(", ")}`);

      // Half before and half after, so that a machine whose speed drifts is fair to both.
      const after = await rawRush(address, applicants / 2, "rusning-i-sql-efter");
      const raw = 2 / (1 / before + 1 / after);
      const perSecond = accepted.length / seconds;
      tell(`${rounded(perSecond)} applications/s against ${rounded(raw)} in plain SQL`);
      return {
        applicants,
        accepted: accepted.length,
        placed: placed.length,
        lost,
        order_violations: outOfTurn(answered) + placed.filter(({ queueNo }) => queueNo > places).length,
        confirmed,
        per_s: rounded(perSecond),
        raw_sql_per_s: rounded(raw),
        ratio: rounded(perSecond / raw, 3),
        p95_ms: rounded(p95(accepted.map(({ answer }) => answer.endedAt - answer.startedAt))),
        rss_mb: memoryOf(server.pid).now,
        rss_after_applications_mb: memory.now,
        rss_most_mb: memoryOf(server.pid).most,
        network_ceiling_raised: true,
      };
    } finally {
      await close();
      await server.stop();
    }
  });
}

/** What the process's memory is made of, by its own metrics, in megabytes. */
async function heapOf(url: string): Promise<string> {
  const metrics = await (await fetch(`${url}/metrics`)).text();
  const megabytes = (name: string) =>
    Math.round(Number(new RegExp(`^${name} (\\S+)`, "m").exec(metrics)?.[1] ?? 0) / 2 ** 20);
  const parts = ["heap_size_used", "heap_size_total", "external_memory"].map(
    (name) => `${name} ${megabytes(`nodejs_${name}_bytes`)}`,
  );
  return `${parts.join(", ")} MB`;
}

/** How many got a lower number than somebody who had their answer before these even sent their application. */
function outOfTurn(answers: readonly (Answer & { queueNo: number })[]): number {
  const byStart = answers.toSorted((a, b) => a.startedAt - b.startedAt);
  const byEnd = answers.toSorted((a, b) => a.endedAt - b.endedAt);
  let [ended, highest, violations] = [0, 0, 0];
  for (const { startedAt, queueNo } of byStart) {
    for (let next = byEnd[ended]; next && next.endedAt < startedAt; next = byEnd[(ended += 1)])
      highest = Math.max(highest, next.queueNo);
    if (queueNo < highest) violations += 1;
  }
  return violations;
}
