import type { Command } from "commander";
import { actingAs } from "#command-line/acting.ts";
import { bytesIn } from "#command-line/reading.ts";
import { answer, type Terminal } from "#command-line/terminal.ts";

type Wish = { as: string; preview?: boolean; json?: boolean };

/** organisation import: a CSV file of organisations or memberships, looked through or taken in. */
export function registerOrganisation(program: Command, terminal: Terminal): void {
  const organisation = program.command("organisation").description("the register of organisations");
  organisation
    .command("import")
    .description("take in the right rows of a CSV file of organisations or memberships, in one go")
    .argument("<file>", "the file, in UTF-8, UTF-16 or Latin-1, or - for what comes in")
    .requiredOption("--as <email>", "as whom")
    .option("--preview", "tell what each row would do, and take in nothing")
    .option("--json", "for a machine to read")
    .action(async (file: string, wish: Wish) => {
      const bytes = await bytesIn(terminal, file);
      await (wish.preview ? preview(terminal, bytes, wish) : takeIn(terminal, bytes, wish));
    });
}

async function preview(terminal: Terminal, bytes: Uint8Array, { as, json }: Wish): Promise<void> {
  const { importPlan } = await import("#features/organisations/imports/queries.ts");
  const rows = await actingAs(terminal, as, async ({ db, translate }, actor) => {
    const plan = await importPlan(db, actor, bytes);
    return plan.rows.map(({ line, shown, outcome, problems }) => ({
      line,
      shown,
      outcome,
      problems: problems.map(({ path, code, values }) => `${path} ${translate.en(code, values)}`.trim()),
    }));
  });
  answer(terminal, { rows }, json, () =>
    rows.map(({ line, shown, outcome, problems }) => [line, outcome, shown, ...problems].join("\t")),
  );
}

async function takeIn(terminal: Terminal, bytes: Uint8Array, { as, json }: Wish): Promise<void> {
  const { importFile } = await import("#features/organisations/imports/commands.ts");
  const done = await actingAs(terminal, as, ({ db }, actor) => importFile(db, actor, bytes));
  answer(terminal, done, json, () => [`added ${done.added}, changed ${done.changed}, wrong ${done.wrong}`]);
}
