import { inspect } from "node:util";
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
import { registerSearch } from "#command-line/search.ts";
import { registerServer } from "#command-line/server.ts";
import { AnsweredNo, type Terminal } from "#command-line/terminal.ts";
import { Refusal } from "#kernel/refusal.ts";
import { StartProblem } from "#platform/start-problem.ts";

const done = 0;
/** Failed: said in one sentence. Used wrongly: said with how to use it. */
const failed = 1;
const wrongUse = 2;

const groups = [
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
  registerSearch,
  registerCall,
];

/** Carries out one command, and gives the number that a process ends with. */
export async function runCommand(words: readonly string[], terminal: Terminal): Promise<number> {
  const program = new Command("sammanvagt")
    .description("Sammanvägt: knowledge from research, professionals and service users, weighed together")
    .showHelpAfterError("(--help tells how)")
    .exitOverride()
    .configureOutput({
      writeOut: (text) => terminal.print(withoutLastBreak(text)),
      writeErr: (text) => terminal.warn(withoutLastBreak(text)),
    });
  for (const register of groups) register(program, terminal);
  try {
    await program.parseAsync(words, { from: "user" });
    return done;
  } catch (error) {
    return told(error, terminal);
  }
}

async function told(error: unknown, terminal: Terminal): Promise<number> {
  // What is wrong with the use has been said already, and so has the help that was asked for.
  if (error instanceof CommanderError) return error.exitCode === 0 ? done : wrongUse;
  if (error instanceof AnsweredNo) return failed;
  if (error instanceof StartProblem) terminal.warn(error.message);
  else if (error instanceof Refusal) {
    const { sentenceOf } = await import("#command-line/sentences.ts");
    terminal.warn(sentenceOf(error));
  } else {
    terminal.warn(
      `A fault of ours: ${error instanceof Error ? error.message : String(error)}. LOG_LEVEL=debug tells more.`,
    );
    if (terminal.env["LOG_LEVEL"] === "debug") terminal.warn(inspect(error));
  }
  return failed;
}

const withoutLastBreak = (text: string) => text.replace(/\n$/, "");
