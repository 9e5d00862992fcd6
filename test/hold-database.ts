// Opens the database of a data folder and stays until told to go: `hold-database.ts DATA_DIR server|command`.
// Tests start it to be several processes at once, and to kill some of them.
import { openDatabase } from "#platform/database/open.ts";
import { StartProblem } from "#platform/start-problem.ts";

const [dataDir = "", as] = process.argv.slice(2);
try {
  const database = await openDatabase(
    { dataDir, databaseUrl: undefined, databaseWebUrl: undefined },
    as === "server" ? "server" : "command",
  );
  process.stdout.write(`open ${database.migrated.length}\n`);
  process.once("SIGTERM", () => void database.close().then(() => process.exit(0)));
  setInterval(() => undefined, 60_000);
} catch (problem) {
  if (!(problem instanceof StartProblem)) throw problem;
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 1;
}
