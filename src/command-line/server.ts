import type { Command } from "commander";
import { configFrom } from "#config.ts";
import { loadDemo } from "#first-content.ts";
import { openInstallation } from "#installation.ts";
import { serve } from "#main.ts";
import { migrationStatus } from "#platform/database/open.ts";

/** serve, migrate and demo load: what npm start does, whole and in parts. */
export function registerServer(program: Command): void {
  program
    .command("serve")
    .description("start everything: database, background jobs, web")
    .action(async () => {
      const config = configFrom(process.env);
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
      const config = configFrom(process.env);
      if (!status) {
        const installation = await openInstallation(config, "command");
        const { migrated } = installation.opened;
        await installation.close();
        console.log(json ? JSON.stringify(migrated) : migrated.length ? migrated.join("\n") : "Already up to date.");
        return;
      }
      const states = await migrationStatus(config);
      if (json) console.log(JSON.stringify(states));
      else
        for (const { name, ranAt, problem } of states)
          console.log(`${problem ?? (ranAt ? "done" : "waiting")}\t${name}`);
      if (states.some(({ problem }) => problem)) process.exitCode = 1;
    });

  const demo = program.command("demo").description("invented people and circles to try things out on");
  demo
    .command("load")
    .description("add the demo content to an installation without circles")
    .action(async () => {
      const installation = await openInstallation(configFrom(process.env), "command");
      try {
        for (const line of await loadDemo(installation)) console.log(line);
      } finally {
        await installation.close();
      }
    });
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
