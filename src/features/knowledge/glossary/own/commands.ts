import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { clockwork } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Reader } from "#platform/database/database.ts";
import { packageRoot } from "#platform/package-root.ts";
import { insertTerm, lockTerms } from "#features/knowledge/glossary/commands.ts";
import { GlossaryFile, type NewTerm } from "#features/knowledge/glossary/glossary.ts";

/**
 * Sees to it that the words that come with the installation are there. Run at every start: a word that a release brings is
 * added, and one that stands already is left as its keepers have written it. Two processes may start at once.
 */
export async function loadGlossary(db: Database, now: Clock): Promise<void> {
  const wanted = await ownTerms();
  if ((await missing(db, wanted)).length === 0) return;
  await change(db, clockwork, async (tx) => {
    await lockTerms(tx);
    const terms = await missing(tx, wanted);
    for (const term of terms) await insertTerm(tx, now(), term);
    await record(tx, {
      by: clockwork,
      what: "knowledge.glossary_loaded",
      about: "glossary",
      after: { terms: terms.length },
    });
  });
}

async function missing(db: Reader, wanted: readonly NewTerm[]): Promise<NewTerm[]> {
  const rows = await db.selectFrom("glossary_term").select("term").execute();
  const known = new Set(rows.map(({ term }) => term));
  return wanted.filter(({ term }) => !known.has(term));
}

async function ownTerms(): Promise<NewTerm[]> {
  const text = await readFile(join(packageRoot, "reference", "glossary.json"), "utf8");
  return GlossaryFile.parse(JSON.parse(text)).map(({ definitions, ...term }) => ({
    ...term,
    definitions: definitions.map((definition) => ({ ...definition, link: null })),
  }));
}
