/** What a command is given of the process it runs in. Commands know no other, so any number can run side by side. */
export type Terminal = {
  readonly env: NodeJS.ProcessEnv;
  /** What comes in; first opened by who reads it. */
  readonly input: NodeJS.ReadableStream;
  /** Tells a line of the answer. */
  print(line: string): void;
  /** Tells a line beside the answer. */
  warn(line: string): void;
  /** Settles when whoever runs the command asks it to stop. */
  untilStopped(): Promise<void>;
};

/** Prints an answer for a person, or as one line of JSON. */
export function answer(
  terminal: Terminal,
  value: unknown,
  asJson: boolean | undefined,
  lines: () => readonly string[],
): void {
  if (asJson) terminal.print(JSON.stringify(value));
  else for (const line of lines()) terminal.print(line);
}

/** What was asked has been answered in full, and the answer is a no: the command ends as failed, without more words. */
export class AnsweredNo extends Error {}
