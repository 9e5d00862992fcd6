import { type Command, InvalidArgumentError } from "commander";
import { answer, type Terminal } from "#command-line/terminal.ts";
import { operationList, throughApi } from "#command-line/api-call.ts";
import { jsonIn } from "#command-line/reading.ts";

type Wish = {
  as: string;
  param: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  body?: string;
};

/** call: every operation of the API, by its name, as somebody. */
export function registerCall(program: Command, terminal: Terminal): void {
  program
    .command("call")
    .description("carry out an operation of the API as somebody, and print its answer as JSON")
    .argument("<operation>", "its name: the command operations tells them all")
    .requiredOption("--as <email>", "as whom")
    .option("--param <name=value>", "a part of its address", pairs, {})
    .option("--query <name=value>", "a part of its question", pairs, {})
    .option("--body <file>", "a file of JSON, or - for what comes in")
    .action(async (operation: string, { as, param, query, body }: Wish) => {
      const sent = body === undefined ? undefined : await jsonIn(terminal, body);
      const said = await throughApi(terminal, as, (call) => call(operation, { params: param, query, body: sent }));
      if (said !== undefined) terminal.print(JSON.stringify(said, null, 2));
    });

  program
    .command("operations")
    .description("name every operation of the API")
    .option("--json", "for a machine to read")
    .action(async ({ json }: { json?: boolean }) => {
      const operations = await operationList();
      answer(terminal, operations, json, () => operations.map(({ name, summary }) => `${name}\t${summary}`));
    });
}

function pairs(written: string, known: Readonly<Record<string, string>>): Record<string, string> {
  const at = written.indexOf("=");
  if (at < 1) throw new InvalidArgumentError("It is written name=value.");
  return { ...known, [written.slice(0, at)]: written.slice(at + 1) };
}
