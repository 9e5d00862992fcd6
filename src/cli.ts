import { Command, CommanderError } from "commander";
import { registerServer } from "#command-line/server.ts";
import { StartProblem } from "#platform/start-problem.ts";
import { sentenceOf } from "#command-line/refused.ts";
import { Refusal } from "#kernel/refusal.ts";

/** Failed: said in one sentence. Used wrongly: said with how to use it. */
const failed = 1;
const wrongUse = 2;

const program = new Command("sammanvagt")
  .description("Sammanvägt: knowledge from research, professionals and service users, weighed together")
  .showHelpAfterError("(--help tells how)")
  .exitOverride();

for (const register of [registerServer]) register(program);

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    process.exitCode = error.exitCode === 0 ? 0 : wrongUse;
  } else if (error instanceof StartProblem) {
    console.error(error.message);
    process.exitCode = failed;
  } else if (error instanceof Refusal) {
    console.error(sentenceOf(error));
    process.exitCode = failed;
  } else {
    console.error(error);
    process.exitCode = failed;
  }
}
