import { runCommand } from "#command-line/run.ts";

let isToldToStop = false;

process.exitCode = await runCommand(process.argv.slice(2), {
  env: process.env,
  get input() {
    return process.stdin;
  },
  print: (line) => console.log(line),
  warn: (line) => console.error(line),
  untilStopped: () =>
    new Promise((stop) => {
      for (const signal of ["SIGTERM", "SIGINT"] as const) {
        process.on(signal, () => {
          isToldToStop = true;
          stop();
        });
      }
    }),
});

// Whatever may still stand open is not waited for.
if (isToldToStop) process.exit();
