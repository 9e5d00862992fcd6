// Writes src/platform/database/schema.ts from a database that was migrated a moment ago and is thrown away after.
// `npm run db:types -- --check` writes nothing and fails if the file says something else than the migrations do.
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { format, type FormatConfig } from "oxfmt";
import { stopEmbeddedServer } from "#platform/database/embedded-server.ts";
import { withOwner } from "#platform/database/open.ts";
import { packageRoot } from "#platform/package-root.ts";
import { StartProblem } from "#platform/start-problem.ts";
import { cloned, serverWithTemplate } from "../test/template.ts";
import { type Column, schemaColumns } from "./schema-columns.ts";
import { schemaText } from "./schema-text.ts";

const file = join(packageRoot, "src/platform/database/schema.ts");

try {
  const columns = await readColumns();
  const written = await formatted(schemaText(columns));
  if (!process.argv.includes("--check")) writeFileSync(file, written);
  else if (readFileSync(file, "utf8") !== written) {
    throw new StartProblem("src/platform/database/schema.ts does not agree with the migrations: run npm run db:types.");
  }
} catch (problem) {
  if (!(problem instanceof StartProblem)) throw problem;
  process.stderr.write(`${problem.message}\n`);
  process.exitCode = 1;
}

async function readColumns(): Promise<Column[]> {
  const folder = join(packageRoot, ".tmp", `types-${process.pid}`);
  try {
    const server = await serverWithTemplate(folder);
    const address = await cloned(server, "types");
    const columns = await withOwner(address, schemaColumns);
    await server.leave();
    return columns;
  } finally {
    await stopEmbeddedServer(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function formatted(text: string): Promise<string> {
  const { code, errors } = await format(file, text, formatOptions());
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  return code;
}

/** The project's own, so that the file is as `npm run format` would leave it. */
function formatOptions(): FormatConfig {
  const text = readFileSync(join(packageRoot, ".oxfmtrc.json"), "utf8");
  const { $schema: _, ignorePatterns: __, ...options } = JSON.parse(text) as FormatConfig & Unread;
  return options;
}

type Unread = { $schema: string; ignorePatterns: string[] };
