import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { type Candidate, candidateInside } from "#features/knowledge/filling/candidate/queries.ts";
import { CandidateId, HarvestSourceId } from "#features/knowledge/filling/filling.ts";
import { sourceInside } from "#features/knowledge/filling/source/queries.ts";

type Page = Context<Environment>;

/** The right to bring something in anywhere at all: told before what was sent is read. */
export function mustFillSomewhere({ var: { actor } }: Page): void {
  if (!actor.reach.has("knowledge:write") && !actor.reach.has("knowledge:publish"))
    throw new Refusal("forbidden", "filling.not_your_organisation");
}

/** The right to say which archives are harvested, anywhere at all. */
export function mustKeepSourcesSomewhere({ var: { actor } }: Page): void {
  if (!actor.reach.has("knowledge:publish")) throw new Refusal("forbidden", "filling.may_not_keep_sources");
}

/** The candidate an address names, for those who say what becomes of it. */
export async function candidateAsked(c: Page): Promise<Candidate> {
  const id = CandidateId.safeParse(c.req.param("candidate")).data;
  if (id === undefined) throw new Refusal("not_found", "filling.no_such_candidate");
  return (await candidateInside(c.var.db, c.var.actor, id)).candidate;
}

/** The archive an address names. */
export async function sourceAsked(c: Page) {
  const id = HarvestSourceId.safeParse(c.req.param("source")).data;
  if (id === undefined) throw new Refusal("not_found", "filling.no_such_source");
  return sourceInside(c.var.db, c.var.actor, id);
}

/** The archive an address names, for those who keep it. */
export async function sourceToKeep(c: Page) {
  const { source, can } = await sourceAsked(c);
  if (!can.keep) throw new Refusal("forbidden", "filling.may_not_keep_sources");
  return source;
}

/** What has just been done, in words, when the address says so. */
export function doneWords(c: Page): string | undefined {
  const key = `filling.done.${c.req.query("klart") ?? ""}`;
  return c.var.t.knows(key) ? c.var.t(key) : undefined;
}
