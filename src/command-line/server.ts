import type { Command } from "commander";
import { answer, withInstallation } from "#command-line/acting.ts";
import { configFrom } from "#config.ts";

/** serve, migrate and demo load: what npm start does, whole and in parts. */
export function registerServer(program: Command): void {
  program
    .command("serve")
    .description("start everything: database, background jobs, web")
    .action(async () => {
      const config = configFrom(process.env);
      const { serve } = await import("#main.ts");
      const { stop, demo } = await serve(config);
      console.log(`Sammanvägt is at ${config.baseUrl}`);
      for (const line of demo) console.log(line);
      const end = once(async () => {
        await stop();
        process.exit(0);
      });
      for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void end());
    });

  program
    .command("migrate")
    .description("bring the database up to date")
    .option("--status", "tell which migrations have run, and change nothing")
    .option("--json", "for a machine to read")
    .action(async ({ status, json }: { status?: boolean; json?: boolean }) => {
      if (!status) {
        const migrated = await withInstallation(async ({ opened }) => opened.migrated);
        answer(migrated, json, () => (migrated.length > 0 ? migrated : ["Already up to date."]));
        return;
      }
      const { migrationStatus } = await import("#platform/database/open.ts");
      const states = await migrationStatus(configFrom(process.env));
      answer(states, json, () =>
        states.map(({ name, ranAt, problem }) => `${problem ?? (ranAt ? "done" : "waiting")}\t${name}`),
      );
      if (states.some(({ problem }) => problem)) process.exitCode = 1;
    });

  const demo = program.command("demo").description("invented people and circles to try things out on");
  demo
    .command("load")
    .description("add the demo content to an installation without circles")
    .option("--json", "for a machine to read")
    .action(async ({ json }: { json?: boolean }) => {
      const { loadDemo } = await import("#first-content.ts");
      const lines = await withInstallation(loadDemo);
      answer(lines, json, () => lines);
    });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
