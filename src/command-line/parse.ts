import { type Command, InvalidArgumentError, Option } from "commander";
import { pastedText } from "#command-line/reading.ts";
import type { Terminal } from "#command-line/terminal.ts";
import { type Language, languages } from "#kernel/messages.ts";

type Wish = { today?: Temporal.PlainDate; language: Language };

/** parse invitation and parse minutes: what a text says, as JSON. They write nothing and need no database. */
export function registerParse(program: Command, terminal: Terminal): void {
  const parse = program.command("parse").description("read a text and print what it says");
  parse
    .command("invitation")
    .description("read an invitation to a circle and print it as JSON; what the text does not say is null")
    .argument("<file>", "plain text, .docx or .html, or - for plain text that comes in")
    .option("--today <date>", "the day it is read on, which narrows the years it can mean", dateFrom)
    .addOption(new Option("--language <language>", "of warnings and reasons").choices(languages).default("sv"))
    .action(async (file: string, { today, language }: Wish) => {
      const { parseInvitation } = await import("#features/circles/invitation/queries.ts");
      const invitation = parseInvitation(await pastedText(terminal, file), {
        language,
        ...(today ? { today } : {}),
      });
      terminal.print(JSON.stringify(invitation, null, 2));
    });
  parse
    .command("minutes")
    .description("read minutes or notes of a meeting and print them as JSON; what the text does not say is null")
    .argument("<file>", "plain text, .docx or .html, or - for plain text that comes in")
    .addOption(new Option("--language <language>", "of warnings").choices(languages).default("sv"))
    .action(async (file: string, { language }: Pick<Wish, "language">) => {
      const { parseMinutes } = await import("#features/meetings/minutes-reading/queries.ts");
      const minutes = parseMinutes(await pastedText(terminal, file), { language });
      terminal.print(JSON.stringify(minutes, null, 2));
    });
}

function dateFrom(written: string): Temporal.PlainDate {
  try {
    return Temporal.PlainDate.from(written, { overflow: "reject" });
  } catch {
    throw new InvalidArgumentError("A date is written 2027-03-18.");
  }
}
