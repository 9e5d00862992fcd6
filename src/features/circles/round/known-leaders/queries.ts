import { sql } from "kysely";
import type { Actor, Grant } from "#kernel/actor.ts";
import type { PersonId } from "#kernel/ids.ts";
import type { Reader } from "#platform/database/database.ts";
import { maySpellTheSame } from "#features/organisations/people/name-spelling.ts";
import type { LeaderId } from "#features/circles/round/known-leaders/known-leader.ts";

export type UnknownLeader = {
  readonly id: LeaderId;
  readonly name: string;
  readonly title: string;
  readonly slug: string;
  readonly people: readonly { readonly id: PersonId; readonly name: string; readonly email: string | null }[];
};

const needed = ["circles:manage", "people:manage"] as const satisfies readonly Grant[];

/**
 * Leaders who were only written by name, and who may be somebody known where the round is held: of the rounds and people
 * that the actor looks after. (R033)
 */
export async function leadersToKnow(db: Reader, actor: Actor, only?: LeaderId): Promise<UnknownLeader[]> {
  const reaches = needed.map((grant) => actor.reach.get(grant));
  if (reaches.some((reach) => reach === undefined)) return [];
  const isMine = sql.join(
    reaches.map((reach) =>
      reach?.everywhere ? sql`true` : sql`round.organisation_id = any (${[...(reach?.organisations ?? [])]}::uuid[])`,
    ),
    sql` and `,
  );
  const { rows } = await sql<UnknownLeader>`
    select l.id, l.name, round.title, round.slug, jsonb_agg(distinct jsonb_build_object('id', p.id, 'name', p.name, 'email', p.email)) as people
    from round_leader l
    join round on round.id = l.round_id
    join role_assignment r on r.organisation_id = round.organisation_id or r.round_id = round.id
    join person p on p.id = r.person_id and p.erased_at is null
    where l.person_id is null and not l.nobody_known and ${isMine} ${only ? sql`and l.id = ${only}` : sql``}
    group by l.id, round.id
    order by round.title, l.position`.execute(db);
  return rows
    .map((leader) => ({ ...leader, people: leader.people.filter(({ name }) => maySpellTheSame(name, leader.name)) }))
    .filter(({ people }) => people.length > 0);
}
