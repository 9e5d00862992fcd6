/** What we use of a package that comes without types. */
declare module "@citation-js/core" {
  export const plugins: {
    readonly input: { chain(input: unknown, options: { forceType: string; generateGraph: boolean }): unknown[] };
    readonly output: { format(name: string, references: readonly unknown[]): string };
  };
}

declare module "@citation-js/plugin-ris" {}
