import type { Command } from "commander";
import { withInstallation } from "#command-line/acting.ts";
import { AnsweredNo, answer, type Terminal } from "#command-line/terminal.ts";
import { configFrom } from "#config.ts";

/** serve, migrate and demo load: what npm start does, whole and in parts. */
export function registerServer(program: Command, terminal: Terminal): void {
  program
    .command("serve")
    .description("start everything: database, background jobs, web")
    .action(async () => {
      const config = configFrom(terminal.env);
      const { serve } = await import("#main.ts");
      const { stop, demo } = await serve(config);
      terminal.print(`Sammanvägt is at ${config.baseUrl}`);
      for (const line of demo) terminal.print(line);
      await terminal.untilStopped();
      await stop();
    });

  program
    .command("migrate")
    .description("bring the database up to date")
    .option("--status", "tell which migrations have run, and change nothing")
    .option("--json", "for a machine to read")
    .action(async ({ status, json }: { status?: boolean; json?: boolean }) => {
      if (!status) {
        const migrated = await withInstallation(terminal, async ({ opened }) => opened.migrated);
        answer(terminal, migrated, json, () => (migrated.length > 0 ? migrated : ["Already up to date."]));
        return;
      }
      const { migrationStatus } = await import("#platform/database/open.ts");
      const states = await migrationStatus(configFrom(terminal.env));
      answer(terminal, states, json, () =>
        states.map(({ name, ranAt, problem }) => `${problem ?? (ranAt ? "done" : "waiting")}\t${name}`),
      );
      if (states.some(({ problem }) => problem)) throw new AnsweredNo();
    });

  const demo = program.command("demo").description("invented people and circles to try things out on");
  demo
    .command("load")
    .description("add the demo content to an installation without circles")
    .option("--json", "for a machine to read")
    .action(async ({ json }: { json?: boolean }) => {
      const { loadDemo } = await import("#first-content.ts");
      const { openSignIn } = await import("#installation-sign-in.ts");
      const lines = await withInstallation(terminal, (installation) =>
        loadDemo(installation, openSignIn(installation)),
      );
      answer(terminal, lines, json, () => lines);
    });
}
