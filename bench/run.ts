import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { tell } from "./figures.ts";

/** One benchmark: gives what stands on its line of JSON. */
export type Benchmark = (options: readonly string[]) => Promise<Readonly<Record<string, unknown>>>;

const benchmarks: Readonly<Record<string, () => Promise<Benchmark>>> = {
  rush: async () => (await import("./rush.ts")).rush,
  crash: async () => (await import("./crash.ts")).crash,
  pages: async () => (await import("./pages.ts")).pages,
  meetings: async () => (await import("./meetings.ts")).meetings,
  relevance: async () => (await import("./relevance.ts")).relevance,
  ablation: async () => (await import("./ablation.ts")).ablation,
  search: async () => (await import("./search.ts")).search,
  workshop: async () => (await import("./workshop.ts")).workshop,
};

const [name = "", ...options] = process.argv.slice(2);
const load = benchmarks[name];
if (!load) {
  tell(`Which benchmark? npm run bench -- ${Object.keys(benchmarks).join(" | ")}`);
  process.exit(2);
}
const { status } = spawnSync(process.execPath, [join(import.meta.dirname, "../scripts/build.ts"), "--if-stale"], {
  stdio: ["ignore", 2, 2],
});
if (status !== 0) process.exit(1);
const benchmark = await load();
console.log(JSON.stringify({ name, ...(await benchmark(options)) }));
