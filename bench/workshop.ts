import { setTimeout as wait } from "node:timers/promises";
import { sql } from "kysely";
import { p95, percentile, rounded, tell } from "./figures.ts";
import { Participant } from "./participant.ts";
import { counted as analysed, lookInto, withDataFolder } from "./rush-ground.ts";
import { freePort, memoryOf, type ServerProcess, startServer } from "./server-process.ts";
import { administratorIn } from "./signed-in.ts";
import { workshopChannel } from "../src/features/workshops/workshop/leading/commands.ts";
import type { Database } from "../src/platform/database/database.ts";
import { notify } from "../src/platform/database/notices.ts";
import { given } from "../test/given.ts";
import { givenWorkshops } from "../test/given-workshops.ts";

const runs = 3;
/** How long anybody waits for what shall come. */
const patience = 60_000;

type Run = {
  readonly joined: number;
  readonly joining_s: number;
  readonly question_p95_ms: number;
  readonly answers: number;
  readonly sent_again: number;
  readonly refused: number;
  readonly lost: number;
  readonly doubled: number;
  readonly p50_ms: number;
  readonly p95_ms: number;
  readonly most_ms: number;
  readonly screen_p95_ms: number;
};

/**
 * A whole room answers at once: everybody comes in from one network with a connection and a stream of their own, a
 * question is put, all answer it in the same moment, and the screen counts. Lost and doubled are counted in the database.
 * At last the server is stopped and started again, and it is seen how soon the room is back. Rate limits are on.
 */
export function workshop(options: readonly string[]) {
  const participants = Number(options[options.indexOf("--participants") + 1] ?? 600) || 600;
  return withDataFolder(async (dataDir) => {
    const port = String(await freePort());
    let server = await startServer(dataDir, { PORT: port });
    const { db, ownerAddress, close } = await lookInto(dataDir);
    try {
      const cookie = await administratorIn(dataDir, server.url);
      const done: Run[] = [];
      // What runs for the first time in a new process is not what is measured.
      await once(server, db, cookie, 30);
      await analysed(ownerAddress);
      for (let run = 1; run < runs; run += 1) done.push((await once(server, db, cookie, participants)).run);
      const last = await once(server, db, cookie, participants, { stays: true });
      done.push(last.run);

      const started = performance.now();
      const memory = memoryOf(server.pid);
      await server.stop();
      tell(`stopped in ${rounded((performance.now() - started) / 1_000)} s`);
      server = await startServer(dataDir, { PORT: port });
      const back = await within(
        patience,
        () => last.room.filter(({ isThere }) => isThere).length >= participants * 0.95,
      );
      const backSeconds = (performance.now() - started) / 1_000;
      tell(`95 % of the room back ${rounded(backSeconds)} s after the server was told to stop`);
      for (const one of last.room) one.leave();

      for (const name of ["joining_s", "question_p95_ms", "p50_ms", "p95_ms", "most_ms", "screen_p95_ms"] as const)
        tell(`${name}: ${spread(done.map((run) => run[name]))}`);
      const sum = (name: "lost" | "doubled" | "refused") => done.reduce((total, run) => total + run[name], 0);
      const median = (name: keyof Run) =>
        percentile(
          done.map((run) => run[name]),
          0.5,
        );
      return {
        participants,
        answers: Math.min(...done.map(({ answers }) => answers)),
        lost: sum("lost"),
        doubled: sum("doubled"),
        refused: sum("refused"),
        p95_ms: median("p95_ms"),
        screen_p95_ms: median("screen_p95_ms"),
        question_p95_ms: median("question_p95_ms"),
        joined: Math.min(...done.map(({ joined }) => joined)),
        joining_s: median("joining_s"),
        back_s: back ? rounded(backSeconds) : null,
        rss_mb: memory.now,
        runs: done.length,
      };
    } finally {
      await close();
      await server.stop();
    }
  });
}

async function once(server: ServerProcess, db: Database, cookie: string, participants: number, { stays = false } = {}) {
  const workshops = givenWorkshops(db);
  const organisation = await given(db).organisation();
  const room = await workshops.workshop(organisation, { state: "open", device: "person" });
  const question = await workshops.question(room.id, "open", "Vad behöver vi veta innan vi inför något nytt?");

  const screen = new Participant(server.url, cookie);
  const seen: { readonly count: number; readonly at: number }[] = [];
  // As the screen's own script: what is new is fetched as the page it stands on, not oftener than every 300 ms.
  let looking: Promise<void> | undefined;
  const counted = () => (screen.heard?.told as { answers: number } | undefined)?.answers ?? 0;
  const look = async () => {
    const count = counted();
    const { status } = await screen.ask("GET", `/workshop/${room.slug}/skarm`);
    if (status !== 200) throw new Error(`The screen answered ${status}`);
    seen.push({ count, at: performance.now() });
    await wait(300);
    looking = undefined;
    if (counted() > count) looking = look();
  };
  screen.watch(`/workshop/${room.slug}/handelser`, () => void (looking ??= look()));

  const started = performance.now();
  const people = Array.from({ length: participants }, () => new Participant(server.url));
  const joined = await Promise.all(people.map((one) => one.join(room.code).catch(() => false)));
  for (const one of people) one.watch(`/delta/${room.code}/handelser`);
  await within(patience, () => people.every(({ heard }) => heard !== undefined));
  const joining = (performance.now() - started) / 1_000;

  const asked = performance.now();
  const roundId = await workshops.round(room.id, question.id, { opened_at: Temporal.Now.instant() });
  await sql`update workshop set room_version = room_version + 1 where id = ${room.id}`.execute(db);
  await notify(db, workshopChannel, room.id);
  await within(patience, () => people.every(({ heard }) => JSON.stringify(heard?.told).includes(roundId)));
  const questions = people.map(({ heard }) => (heard?.at ?? Number.NaN) - asked);

  let sentAgain = 0;
  const answers = await Promise.all(
    people.map(async (one, number) => {
      const startedAt = performance.now();
      const values = { round: roundId, mark: `${number}`, text: `Svar nummer ${number}: vad kostar det?` };
      let reply = await one.ask("POST", `/delta/${room.code}/svar`, values).catch(() => undefined);
      // A connection that had rested too long: sent again under the same mark, as the page's own script does.
      for (let again = 0; again < 5 && reply === undefined; again += 1) {
        sentAgain += 1;
        reply = await one.ask("POST", `/delta/${room.code}/svar`, values).catch(() => undefined);
      }
      return { number, startedAt, endedAt: performance.now(), status: reply?.status ?? 0 };
    }),
  );
  const accepted = answers.filter(({ status }) => status === 200);
  await within(patience, () => (seen.at(-1)?.count ?? 0) >= accepted.length);

  const { rows } = await sql<{ text: string }>`
    select text from workshop_answer where round_id = ${roundId} and hidden_at is null`.execute(db);
  const texts = new Set(rows.map(({ text }) => text));
  const lost = accepted.filter(({ number }) => !texts.has(`Svar nummer ${number}: vad kostar det?`)).length;
  // The first to be answered are the first to be counted: when so many are shown, theirs is among them.
  const shown = accepted
    .toSorted((a, b) => a.endedAt - b.endedAt)
    .map(({ startedAt }, at) => (seen.find(({ count }) => count > at)?.at ?? Number.NaN) - startedAt);
  const times = accepted.map(({ startedAt, endedAt }) => endedAt - startedAt);
  screen.leave();
  if (!stays) for (const one of people) one.leave();
  // The server notices that they have gone before the next room is filled.
  await wait(500);
  const run: Run = {
    joined: joined.filter(Boolean).length,
    joining_s: rounded(joining, 2),
    question_p95_ms: rounded(p95(questions)),
    answers: accepted.length,
    sent_again: sentAgain,
    refused: participants - accepted.length,
    lost,
    doubled: rows.length - texts.size,
    p50_ms: rounded(percentile(times, 0.5)),
    p95_ms: rounded(p95(times)),
    most_ms: rounded(Math.max(...times)),
    screen_p95_ms: rounded(p95(shown)),
  };
  tell(JSON.stringify(run));
  return { run, room: people };
}

/** Waits until something has come about; whether it did in time. */
async function within(milliseconds: number, isSo: () => boolean): Promise<boolean> {
  const until = performance.now() + milliseconds;
  while (!isSo()) {
    if (performance.now() > until) return false;
    await wait(5);
  }
  return true;
}

function spread(values: readonly number[]): string {
  return `median ${percentile(values, 0.5)} (${Math.min(...values)} to ${Math.max(...values)})`;
}
