import type { Command } from "commander";
import { answer, type Terminal } from "#command-line/terminal.ts";
import { throughApi } from "#command-line/api-call.ts";

type As = { as: string; json?: boolean };
type Named = { id: string; name: string; email: string | null };
type Pair = { one: Named; other: Named; speaksFor: string[]; speaksAgainst: string[] };

/** person: two entries that may be one person, by the same operations as the API. */
export function registerPerson(program: Command, terminal: Terminal): void {
  const person = program.command("person").description("people who may be here twice");
  const command = (name: string, description: string) =>
    person
      .command(name)
      .description(description)
      .requiredOption("--as <email>", "as whom")
      .option("--json", "for a machine to read");

  command("duplicates", "list pairs that may be the same person, the likeliest first").action(({ as, json }: As) =>
    throughApi(terminal, as, async (call) => {
      const found = (await call("listDuplicates", { query: { limit: "100" } })) as { count: number; pairs: Pair[] };
      const told = ({ id, name, email }: Named) => [id, name, email ?? "–"];
      answer(terminal, found, json, () =>
        found.pairs.map(({ one, other, speaksFor }) => [...told(one), ...told(other), speaksFor.join(",")].join("\t")),
      );
    }),
  );

  command("merge", "make two entries one person, and print the id by which it is undone")
    .argument("<from>", "the id of the one that goes in")
    .argument("<to>", "the id of the one that is kept")
    .action((from: string, to: string, { as, json }: As) =>
      throughApi(terminal, as, async (call) => {
        const said = (await call("mergePeople", { body: { from, to } })) as { mergeId: string };
        answer(terminal, said, json, () => [said.mergeId]);
      }),
    );

  command("undo-merge", "undo a merge within thirty days, and print what could not be put back")
    .argument("<merge>", "its id")
    .action((mergeId: string, { as, json }: As) =>
      throughApi(terminal, as, async (call) => {
        const said = (await call("undoMerge", { params: { mergeId } })) as {
          leftBehind: { kind: string; why: string; count: number }[];
        };
        answer(terminal, said, json, () => said.leftBehind.map(({ kind, why, count }) => `${count}\t${kind}\t${why}`));
      }),
    );

  command("keep-apart", "say of two entries that they are two people")
    .argument("<one>", "an id")
    .argument("<other>", "another id")
    .action((one: string, other: string, { as, json }: As) =>
      throughApi(terminal, as, async (call) => {
        await call("keepPeopleApart", { body: { one, other } });
        answer(terminal, { one, other }, json, () => []);
      }),
    );
}
