import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";
import { fillsFor } from "#features/knowledge/filling/candidate/queries.ts";
import { mayKeepSources } from "#features/knowledge/filling/filling-policy.ts";
import type { HarvestSourceId, Pace } from "#features/knowledge/filling/filling.ts";

/** An archive that is harvested, and how it went. */
export type HarvestSource = {
  readonly id: HarvestSourceId;
  readonly organisationId: OrganisationId;
  readonly organisation: string;
  readonly name: string;
  readonly address: string;
  readonly setSpec: string | null;
  readonly every: Pace;
  readonly isResting: boolean;
  /** Under way now, or broken off and to be gone on with. */
  readonly isUnderWay: boolean;
  readonly restsUntil: Temporal.Instant | null;
  readonly lastEndedAt: Temporal.Instant | null;
  /** What went wrong last, by its name; null: nothing did. */
  readonly lastProblem: string | null;
  /** In the harvest under way, or the last one. */
  readonly records: number;
  readonly skipped: number;
  /** How many of what it has brought wait to be gone through. */
  readonly waiting: number;
  readonly version: number;
};

const columns = sql`s.id, s.organisation_id as "organisationId", o.name as organisation, s.name, s.address,
  s.set_spec as "setSpec", s.every, s.is_resting as "isResting", s.began_at is not null as "isUnderWay",
  s.rests_until as "restsUntil", s.last_ended_at as "lastEndedAt", s.last_problem as "lastProblem", s.records, s.skipped,
  (select count(*)::int from knowledge_candidate c where c.source_id = s.id and c.standing = 'new') as waiting, s.version`;

/** The archives that those organisations harvest whom somebody writes for, by name. */
export async function sourcesListed(db: Reader, actor: Actor): Promise<HarvestSource[]> {
  const { rows } = await sql<HarvestSource>`
    select ${columns} from harvest_source s join organisation o on o.id = s.organisation_id
    where ${fillsFor(actor, "s.organisation_id")}
    order by s.name, s.id limit 500`.execute(db);
  return rows;
}

/**
 * One archive, for those who write for the organisation that harvests it.
 *
 * @throws Refusal `not_found` for everybody else.
 */
export async function sourceInside(
  db: Reader,
  actor: Actor,
  id: HarvestSourceId,
): Promise<{ readonly source: HarvestSource; readonly can: { readonly keep: boolean } }> {
  const { rows } = await sql<HarvestSource>`
    select ${columns} from harvest_source s join organisation o on o.id = s.organisation_id
    where s.id = ${id} and ${fillsFor(actor, "s.organisation_id")}`.execute(db);
  const [source] = rows;
  if (!source) throw new Refusal("not_found", "filling.no_such_source");
  return { source, can: { keep: mayKeepSources(actor, source.organisationId) } };
}
