import { defineConfig } from "vitest/config";

export default defineConfig({
  oxc: { jsx: { runtime: "automatic", importSource: "#kernel", development: false } },
  test: {
    include: ["src/**/*.test.{ts,tsx}", "test/**/*.test.{ts,tsx}"],
    globalSetup: "test/global-setup.ts",
    pool: "forks",
    // Each file has a database of its own, and a browser or a server process when it needs one.
    maxWorkers: 2,
    // One after the other in the same process, which has loaded the product already.
    isolate: false,
    // A machine that is shared may be ten times as slow: only what hangs is to be stopped.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Dates are shown in Swedish time whatever the machine's zone: one as unlike it as possible tells.
    env: { TZ: "Pacific/Auckland" },
  },
});
