/**
 * Why the installation cannot start, in one plain sentence that says what to change.
 * Whoever runs the process prints the sentence and exits with 1; it is never a bug and has no stack to show.
 */
export class StartProblem extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = "StartProblem";
  }
}
