import { sql } from "kysely";
import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { newId, type PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { record } from "#platform/audit/record.ts";
import { change } from "#platform/database/change.ts";
import type { Database, Tx } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { contactsAfter, type Handover, type HandoverId } from "#features/circles/handover/handover.ts";
import { handoverMailJob } from "#features/circles/handover/handover-jobs.ts";
import { draftsAlong, handoversOf, responsibleFor, takersOf, type Taker } from "#features/circles/handover/queries.ts";
import { lockToEdit, settle, writePeople } from "#features/circles/round/editor/commands.ts";
import type { RoundFacts } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

/**
 * Hands a round over to a colleague, with all that is open in it and, if wanted, the contact persons and the drafts of
 * the same series. The colleague leads it from now on and is told what waits; whoever led it by a role in it reads it
 * still, or sees it no more. Of two who hand the same round over at once, the second is told who has it.
 */
export function handOver(
  db: Database,
  actor: Actor,
  now: Clock,
  roundId: RoundId,
  handover: Handover,
): Promise<{ readonly id: HandoverId; readonly to: string }> {
  return change(db, actor, async (tx) => {
    const round = await lockToEdit(tx, actor, roundId);
    const giver = await responsibleFor(tx, roundId);
    const expected = handover.from === "nobody" ? undefined : handover.from;
    if (giver?.id === handover.to) throw new Refusal("conflict", "handover.already_theirs", { name: giver.name });
    if (giver?.id !== expected) {
      const last = (await handoversOf(tx, roundId)).at(-1);
      throw new Refusal("conflict", "handover.taken", { name: last?.to ?? giver?.name ?? "–" });
    }
    const today = dateIn(now());
    const taker = (await takersOf(tx, round, today)).find(({ id }) => id === handover.to);
    if (!taker)
      throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
        { path: "to", code: "handover.no_such_colleague" },
      ]);

    const along = handover.takesDrafts ? await draftsAlong(tx, roundId) : [];
    const ids = [roundId, ...along.map(({ id }) => id)];
    for (const id of ids) await passOn(tx, actor, id, { giver: giver?.id ?? null, taker: taker.id, handover, now });
    const id = newId<"round_handover">();
    const { keepsReading, takesContacts, note } = handover;
    await tx
      .insertInto("round_handover")
      .values({
        id,
        round_id: roundId,
        from_id: giver?.id ?? null,
        to_id: taker.id,
        keeps_reading: keepsReading,
        takes_contacts: takesContacts,
        note,
        handed_by: actor.personId ?? null,
        handed_at: now(),
      })
      .execute();
    if (takesContacts) await replaceContact(tx, actor, round, giver, taker);
    await enqueue(tx, handoverMailJob, { handoverId: id });
    await record(tx, {
      by: actor,
      what: "circles.round_handed_over",
      about: roundId,
      organisationId: round.organisationId,
      before: { responsible: giver?.id ?? null },
      after: { responsible: taker.id, keepsReading, takesContacts, drafts: along.map((draft) => draft.id) },
    });
    return { id, to: taker.name };
  });
}

type Passing = {
  readonly giver: PersonId | null;
  readonly taker: PersonId;
  readonly handover: Handover;
  readonly now: Clock;
};

/** The answer for a round, and the roles in it, go from one to the other. */
async function passOn(tx: Tx, actor: Actor, id: RoundId, { giver, taker, handover, now }: Passing): Promise<void> {
  await tx
    .updateTable("round")
    .set({ responsible_id: taker, updated_at: sql`clock_timestamp()` })
    .where("id", "=", id)
    .execute();
  await sql`select hand_over_round(${id}, ${giver}, ${taker}, ${handover.keepsReading}, ${actor.personId ?? null},
    ${newId()}, ${newId()}, ${dateIn(now())}, ${now()})`.execute(tx);
}

async function replaceContact(
  tx: Tx,
  actor: Actor,
  round: RoundFacts,
  giver: Awaited<ReturnType<typeof responsibleFor>>,
  taker: Taker,
): Promise<void> {
  const contacts = contactsAfter(round.contacts, giver, taker);
  await writePeople(tx, round.id, { leaders: round.leaders, contacts });
  await settle(tx, actor, round, "circles.round_contacts_replaced");
}
