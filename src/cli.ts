import { Command, CommanderError } from "commander";
import { registerAccess } from "#command-line/access.ts";
import { registerAudit } from "#command-line/audit.ts";
import { registerBackup } from "#command-line/backup.ts";
import { registerCall } from "#command-line/call.ts";
import { registerOrganisation } from "#command-line/organisations.ts";
import { registerParse } from "#command-line/parse.ts";
import { registerPerson } from "#command-line/merging.ts";
import { registerToken, registerUser } from "#command-line/people.ts";
import { registerProvider } from "#command-line/providers.ts";
import { registerRegistration } from "#command-line/registrations.ts";
import { registerRound } from "#command-line/rounds.ts";
import { registerServer } from "#command-line/server.ts";
import { Refusal } from "#kernel/refusal.ts";
import { StartProblem } from "#platform/start-problem.ts";

/** Failed: said in one sentence. Used wrongly: said with how to use it. */
const failed = 1;
const wrongUse = 2;

const program = new Command("sammanvagt")
  .description("Sammanvägt: knowledge from research, professionals and service users, weighed together")
  .showHelpAfterError("(--help tells how)")
  .exitOverride();

for (const register of [
  registerServer,
  registerUser,
  registerToken,
  registerPerson,
  registerAccess,
  registerAudit,
  registerOrganisation,
  registerBackup,
  registerParse,
  registerRound,
  registerRegistration,
  registerProvider,
  registerCall,
]) {
  register(program);
}

try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = await told(error);
}

async function told(error: unknown): Promise<number> {
  // What is wrong with the use has been said already, and so has the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : wrongUse;
  if (error instanceof StartProblem) console.error(error.message);
  else if (error instanceof Refusal) {
    const { sentenceOf } = await import("#command-line/sentences.ts");
    console.error(sentenceOf(error));
  } else {
    console.error(
      `A fault of ours: ${error instanceof Error ? error.message : String(error)}. LOG_LEVEL=debug tells more.`,
    );
    if (process.env["LOG_LEVEL"] === "debug") console.error(error);
  }
  return failed;
}
