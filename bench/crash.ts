import { crowd } from "./crowd.ts";
import { tell } from "./figures.ts";
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
import { startServer } from "./server-process.ts";

const applicants = 1_500;
const connections = 100;
const answersBeforeTheKill = 400;

/**
 * Kills the process and its database in the middle of a rush, as a power cut would, starts again, and looks whether
 * every application that got an answer is there, and no place is given twice when everybody has confirmed.
 */
export function crash() {
  return withDataFolder(async (dataDir) => {
    const environment = { NETWORK_CEILING: "1000000" };
    const first = await startServer(dataDir, environment);
    const before = await lookInto(dataDir);
    const round = await openRound(before.db);
    await before.close();

    const forms = Array.from({ length: applicants }, (_, number) => applicationForm(round.slug, number));
    let killed: Promise<void> | undefined;
    const answers = await crowd(first.url, forms, connections, (count) => {
      if (count === answersBeforeTheKill) killed = first.kill();
    });
    await killed;
    const accepted = answers.flatMap((answer, number) =>
      answer && isAccepted(answer.status) ? [addressOf(number)] : [],
    );
    tell(`Killed after ${accepted.length} answers; ${answers.filter((answer) => !answer).length} got none`);
    if (accepted.length === 0 || accepted.length === applicants)
      throw new Error("The kill did not come in the middle of the rush");

    const started = performance.now();
    const second = await startServer(dataDir, environment);
    const restart = Math.round(performance.now() - started);
    const { db, close } = await lookInto(dataDir);
    try {
      const kept = new Set((await standings(db, round.id)).map(({ email }) => email));
      const lost = accepted.filter((email) => !kept.has(email)).length;
      const confirmed = await confirmAll(second.url, db, kept.size, connections);
      const after = await standings(db, round.id);
      const placed = after.filter(({ state }) => state === "placed");
      const outOfTurn = placed.filter(({ queueNo }) => queueNo > places).length;
      tell(`After ${restart} ms: ${kept.size} applications, ${confirmed} confirmed, ${placed.length} placed`);
      if (lost > 0 || placed.length > places || outOfTurn > 0) process.exitCode = 1;
      return {
        answered: accepted.length,
        kept: kept.size,
        lost,
        confirmed,
        placed: placed.length,
        out_of_turn: outOfTurn,
        restart_ms: restart,
      };
    } finally {
      await close();
      await second.stop();
    }
  });
}
