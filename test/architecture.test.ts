import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { keptDrawingsOutside } from "./architecture/drawings.ts";
import { plainExports, productionPackages } from "./architecture/exports.ts";
import {
  featureBorders,
  layers,
  meetingsWithoutCircles,
  noImportCircles,
  rootedImports,
} from "./architecture/layers.ts";
import { purity } from "./architecture/purity.ts";
import { type Rule, sourceFile } from "./architecture/source-file.ts";
import { oneWayToChange, ownersOf, tableOwnership, writesInCommands } from "./architecture/tables.ts";
import { vocabulary } from "./architecture/vocabulary.ts";

const root = join(import.meta.dirname, "..");
const read = (path: string) => ({ path, text: readFileSync(join(root, path), "utf8") });
const found = (...patterns: string[]) => globSync(patterns, { cwd: root }).toSorted().map(read);

const house = found("{src,client,test,bench,scripts}/**/*.{ts,tsx}", "*.config.ts").map(({ path, text }) =>
  sourceFile(path, text),
);
const migrations = found("migrations/*.sql");
const { dependencies } = JSON.parse(read("package.json").text) as { dependencies: Record<string, string> };

const plantedOwners = new Map([
  ["registration", "circles"],
  ["person", "organisations"],
]);

/** Files that break one rule each, told apart by what breaks it. */
type Planted = Record<string, Record<string, string>>;

const rules: { name: string; rule: Rule; onHouse?: Rule; planted: Planted; allowed: Record<string, string> }[] = [
  {
    name: "arrows point only downwards",
    rule: layers,
    planted: {
      "kernel imports platform": { "src/kernel/a.ts": `import { change } from "#platform/database/change.ts";` },
      "platform imports a feature, as a type": {
        "src/platform/web/a.ts": `import type { Circle } from "#features/circles/circle.ts";`,
      },
      "platform imports ui": { "src/platform/web/a.ts": `import { Frame } from "#ui/frame.tsx";` },
      "ui imports a feature, later": { "src/ui/a.ts": `const a = import("#features/circles/circle.ts");` },
      "a feature imports the composition root": { "src/features/circles/a.ts": `import { start } from "#main.ts";` },
      "the product imports its tests": { "src/ui/a.ts": `import { given } from "../../test/given.ts";` },
      "a folder that is no floor": { "src/extras/a.ts": `export const a = 1;` },
    },
    allowed: {
      "src/main.ts": `import { circlesApi } from "#features/circles/api.ts"; import { config } from "#config.ts";`,
      "src/features/circles/a.ts": `import { Refusal } from "#kernel/refusal.ts"; import { z } from "zod";`,
      "src/ui/a.test.ts": `import { given } from "../../test/given.ts";`,
    },
  },
  {
    name: "a feature uses another's words and questions only",
    rule: featureBorders,
    planted: Object.fromEntries(
      ["commands.ts", "jobs.ts", "api.ts", "demo.ts", "pages/person.tsx", "parts/name.tsx", "invitation-mail.tsx"].map(
        (file) => [
          `another feature's ${file}`,
          { "src/features/circles/commands.ts": `import { a } from "#features/organisations/${file}";` },
        ],
      ),
    ),
    allowed: {
      "src/features/circles/commands.ts": `
        import { personName } from "#features/organisations/queries.ts";
        import { nameOf } from "#features/organisations/people/name.ts";
        import { lockCircle } from "#features/circles/registration/commands.ts";`,
    },
  },
  {
    name: "networks and councils take nothing from circles",
    rule: meetingsWithoutCircles,
    planted: {
      "a word": { "src/features/meetings/a.ts": `import { A } from "#features/circles/round/round.ts";` },
      "a type": { "src/features/meetings/a.ts": `import type { A } from "#features/circles/round/round.ts";` },
      "a question": { "src/features/meetings/queries.ts": `import { a } from "#features/circles/round/queries.ts";` },
      "more of a pasted text than how it is read": {
        "src/features/meetings/pasting/queries.ts": `import { a } from "#features/circles/invitation/file/words.ts";`,
      },
    },
    allowed: {
      "src/features/meetings/a.ts": `import "#kernel/answers.ts"; import "#features/circles/invitation/found.ts";`,
      "src/features/meetings/a.test.ts": `import { a } from "#features/circles/calendar/commands.ts";`,
      "src/features/circles/a.ts": `import { a } from "#features/meetings/calendar/queries.ts";`,
    },
  },
  {
    name: "files are named from the root",
    rule: rootedImports,
    planted: { "a way up": { "src/features/circles/pages/a.tsx": `import { a } from "../circle.ts";` } },
    allowed: {
      "src/ui/a.ts": `import { b } from "./b.ts";`,
      "src/ui/a.test.ts": `import { c } from "../../test/c.ts";`,
    },
  },
  {
    name: "no file needs itself",
    rule: noImportCircles,
    planted: {
      "two files": { "src/ui/a.ts": `import "#ui/b.ts";`, "src/ui/b.ts": `import type { A } from "#ui/a.ts";` },
      "three files, once from beside": {
        "src/ui/a.ts": `import "./b.ts";`,
        "src/ui/b.ts": `import "#ui/c.ts";`,
        "src/ui/c.ts": `import "#ui/a.ts";`,
      },
      "one file": { "src/ui/a.ts": `import "./a.ts";` },
    },
    allowed: {
      "src/ui/a.ts": `import "./b.ts"; import "./c.ts";`,
      "src/ui/b.ts": `import "./c.ts";`,
      "src/ui/c.ts": ``,
    },
  },
  {
    name: "names say what they know",
    rule: vocabulary,
    planted: {
      utils: { "src/features/circles/utils.ts": "" },
      "a service": { "src/features/circles/circle-service.ts": "" },
      "a manager": { "src/features/circles/manager.ts": "" },
      "a types file": { "src/ui/types.ts": "" },
      "a helpers folder": { "src/platform/helpers/date.ts": "" },
      "a barrel's name": { "src/kernel/index.ts": "" },
      "camel case": { "src/kernel/personNumber.ts": "" },
      "a noun that is not in the glossary": { "src/features/stuff/circle.ts": "" },
      "a page outside pages": { "src/features/circles/circle-page.tsx": "" },
      "test material called helpers": { "test/helpers.ts": "" },
    },
    allowed: {
      "src/features/circles/registration/commands.ts": "",
      "src/features/circles/pages/circle.tsx": "",
      "src/features/circles/seat-mail.tsx": "",
      "src/features/circles/manager/manager-word.ts": "",
      "src/features/circles/messages.sv.ts": "",
      "src/features/circles/seat-allocation.test.ts": "",
      "src/features/circles/pages/circle.test.tsx": "",
    },
  },
  {
    name: "a file without a role is pure",
    rule: purity,
    planted: {
      async: { "src/features/circles/seats.ts": `export async function seats() {}` },
      "an async arrow": { "src/features/circles/seats.ts": `export const seats = async () => 1;` },
      await: { "src/features/circles/seats.ts": `export const seats = await import("zod");` },
      "the clock": { "src/features/circles/seats.ts": `export const now = () => Temporal.Now.instant();` },
      "the old clock": { "src/features/circles/seats.ts": `export const now = () => Date.now();` },
      "the oldest clock": { "src/features/circles/seats.ts": `export const now = () => new Date();` },
      "the kernel's clock": { "src/features/circles/seats.ts": `import { systemClock } from "#kernel/clock.ts";` },
      "a new identity": { "src/features/circles/seats.ts": `import { newId } from "#kernel/ids.ts";` },
      dice: { "src/features/circles/seats.ts": `export const draw = () => Math.random();` },
      "the file system": { "src/features/circles/seats.ts": `import { readFileSync } from "node:fs";` },
      "the query builder": { "src/features/circles/seats.ts": `import { sql } from "kysely";` },
      "the database, as a type": {
        "src/features/circles/seats.ts": `import type { Tx } from "#platform/database/database.ts";`,
      },
      "the sentences": { "src/features/circles/seats.ts": `import { sv } from "#features/circles/messages.sv.ts";` },
      translating: { "src/features/circles/seats.ts": `import type { Translate } from "#kernel/messages.ts";` },
      "its own queries": { "src/features/circles/seats.ts": `import { roster } from "#features/circles/queries.ts";` },
      "the environment": { "src/features/circles/seats.ts": `export const port = process.env.PORT;` },
      "something impure, by way of something that looks pure": {
        "src/features/circles/seats.ts": `import { job } from "#platform/jobs/job.ts";`,
        "src/platform/jobs/job.ts": `import { queue } from "#platform/jobs/queue.ts";`,
        "src/platform/jobs/queue.ts": `import { PgBoss } from "pg-boss";`,
      },
    },
    allowed: {
      "src/features/circles/circle-jobs.ts": `import { job } from "#platform/jobs/job.ts"; import { z } from "zod";`,
      "src/platform/jobs/job.ts": `import type { ZodType } from "zod"; export const job = (schema: ZodType) => schema;`,
      "src/features/circles/seats.ts": `import { Refusal } from "#kernel/refusal.ts"; export const on = new Date(2026, 1, 1);`,
      "src/features/circles/commands.ts": `import { sql } from "kysely"; export async function fill() {}`,
      "src/features/circles/seats.test.ts": `import { db } from "../../../test/database.ts"; await db;`,
    },
  },
  {
    name: "a thing has one name and one home",
    rule: plainExports,
    planted: {
      "a default export": { "src/ui/a.ts": `export default 1;` },
      "a barrel": { "src/ui/a.ts": `export * from "#ui/b.ts";` },
      "a name passed on": { "src/ui/a.ts": `export { b } from "#ui/b.ts";` },
      "a type passed on": { "src/ui/a.ts": `export type { B } from "#ui/b.ts";` },
    },
    allowed: { "src/ui/a.ts": `const a = 1; export { a };`, "vite.config.ts": `export default {};` },
  },
  {
    name: "production needs production's packages only",
    rule: productionPackages(["zod", "@hono/zod-openapi"]),
    onHouse: productionPackages(Object.keys(dependencies)),
    planted: {
      "a package for tests": { "src/ui/a.ts": `import fc from "fast-check";` },
      "a package with an owner": { "src/ui/a.ts": `import { a } from "@sparticuz/chromium/b";` },
    },
    allowed: {
      "src/ui/a.ts": `import { z } from "zod/v4"; import { b } from "@hono/zod-openapi"; import "node:fs";`,
      "src/ui/a.test.ts": `import fc from "fast-check";`,
    },
  },
  {
    name: "a table is written by its owner",
    rule: tableOwnership(plantedOwners),
    onHouse: tableOwnership(ownersOf(migrations)),
    planted: {
      "an insert": { "src/features/circles/commands.ts": `tx.insertInto("person").execute();` },
      "an update under another name": {
        "src/features/circles/commands.ts": `tx.updateTable("person as p").execute();`,
      },
      "a delete": { "src/features/circles/commands.ts": `tx.deleteFrom("person").execute();` },
      "plain SQL": { "src/features/circles/commands.ts": "sql`update person set name = ${name}`;" },
      "plain SQL over lines": { "src/features/circles/jobs.ts": "sql`with x as (\n DELETE\n  FROM person) select 1`;" },
      "the platform": { "src/platform/mail/post.ts": `tx.insertInto("registration").execute();` },
      "the composition root": { "src/cli.ts": `db.deleteFrom("registration").execute();` },
    },
    allowed: {
      "src/features/circles/commands.ts": `
        tx.insertInto("registration").execute();
        tx.selectFrom("person").execute();
        sql\`select 1 from person for update person\`;
        sql\`insert into registration (id) select id from person on conflict do update set id = 1\`;`,
    },
  },
  {
    name: "changes stand in commands",
    rule: writesInCommands(plantedOwners),
    onHouse: writesInCommands(ownersOf(migrations)),
    planted: {
      "a query that writes": { "src/features/circles/queries.ts": `db.updateTable("registration").execute();` },
      "a page that writes": { "src/features/circles/pages/a.tsx": `db.deleteFrom("registration").execute();` },
    },
    allowed: { "src/features/circles/registration/commands.ts": `tx.updateTable("registration").execute();` },
  },
  {
    name: "there is one way to change",
    rule: oneWayToChange,
    planted: {
      "a transaction of its own": { "src/features/circles/commands.ts": `db.transaction().execute(async () => 1);` },
    },
    allowed: { "src/platform/database/change.ts": `db.transaction().execute(async () => 1);` },
  },
  {
    name: "a kept drawing shows nothing but what it is found by",
    rule: keptDrawingsOutside,
    planted: {
      "inside a page": {
        "src/features/circles/pages/a.tsx": `const page = (c) => { const a = drawnOnce(() => c.var.actor.name); return a(c.var.t); };`,
      },
      "drawn at once": { "src/features/circles/parts/a.tsx": `export const A = (p) => drawnOnce(() => p.name)(p.t);` },
    },
    allowed: {
      "src/features/circles/parts/a.tsx": `export const a = drawnOnce((t, text) => text); const b = drawnOnce((t) => "");`,
    },
  },
];

const parsed = (files: Record<string, string>) => Object.entries(files).map(([path, text]) => sourceFile(path, text));

test("the house was found: source on every floor, tests and migrations", () => {
  const paths = house.map((file) => file.path);
  for (const floor of ["kernel", "platform", "ui", "features"]) {
    expect(paths.filter((path) => path.startsWith(`src/${floor}/`)).length, floor).toBeGreaterThan(3);
  }
  expect(paths).toContain("src/main.ts");
  expect(paths).toContain("test/architecture.test.ts");
  expect(house.flatMap((file) => file.imports).filter((i) => i.target?.startsWith("src/")).length).toBeGreaterThan(100);
  expect(ownersOf(migrations).size).toBeGreaterThan(10);
});

test("every import of our own names a file that is there", () => {
  const paths = new Set(house.map((file) => file.path));
  const lost = house
    .filter((file) => !file.path.startsWith("test/architecture"))
    .flatMap(({ path, imports }) => imports.map(({ target }) => ({ path, target })))
    .filter(({ target }) => target !== undefined && /\.tsx?$/.test(target) && !paths.has(target));
  expect(lost).toEqual([]);
});

describe.each(rules)("$name", ({ rule, onHouse, planted, allowed }) => {
  test("in our house", () => {
    expect((onHouse ?? rule)(house)).toEqual([]);
  });

  test.each(Object.entries(planted))("caught when planted: %s", (_, files) => {
    expect(rule(parsed(files))).not.toEqual([]);
  });

  test("says nothing about what is allowed", () => {
    expect(rule(parsed(allowed))).toEqual([]);
  });
});

test("a migration that names no owner is refused", () => {
  expect(() => ownersOf([{ path: "migrations/circles.sql", text: "" }])).toThrow("YYYY-MM-DD-owner-words.sql");
});
