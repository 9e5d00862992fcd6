import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { change, markRecorded } from "#platform/database/change.ts";
import type { Database } from "#platform/database/database.ts";
import { enqueue } from "#platform/jobs/enqueue.ts";
import { lockCommission, ownerColumns, recordCommission, tellMatter } from "#features/meetings/commission/commands.ts";
import { isUnderWay } from "#features/meetings/commission/commission-lifecycle.ts";
import type { HandedOn } from "#features/meetings/commission/commission-words.ts";
import { peopleToHandTo } from "#features/meetings/commission/handing-on/queries.ts";
import { commissionHandedOnMailJob, commissionMailJob } from "#features/meetings/matter/matter-jobs.ts";

/**
 * Lets somebody else take over a commission that is under way, with its parts and days as they are. Whoever has it from
 * now on gets a mail, and so does whoever had it, unless they handed it on themselves. (R212)
 */
export function handOnCommission(db: Database, actor: Actor, now: Clock, id: string, words: HandedOn): Promise<void> {
  return change(db, actor, async (tx) => {
    const at = now();
    const { commission, can } = await lockCommission(tx, actor, id, at);
    if (!can.run) throw new Refusal("forbidden", "commission.not_yours_to_run");
    if (!isUnderWay(commission.state)) throw new Refusal("conflict", "commission.not_under_way");
    const { ownerPerson, ownerOrganisation, owner } = commission;
    if (words.ownerPerson !== null && words.ownerPerson !== ownerPerson) {
      const people = await peopleToHandTo(tx, commission, dateIn(at));
      if (!people.some((person) => person.id === words.ownerPerson))
        throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
          { path: "ownerPerson", code: "commission.not_among_them" },
        ]);
    }
    const next = await ownerColumns(tx, words);
    const name = ownerPerson === null && ownerOrganisation === null ? owner : null;
    const isSame =
      next.ownerPerson === ownerPerson && next.ownerOrganisation === ownerOrganisation && next.ownerName === name;
    if (isSame) return markRecorded(tx);

    const version = commission.version + 1;
    await tx
      .updateTable("commission")
      .set({
        owner_person: next.ownerPerson,
        owner_organisation: next.ownerOrganisation,
        owner_name: next.ownerName,
        version,
      })
      .where("id", "=", commission.id)
      .execute();
    // Who it went from and to is not told there: everybody who follows the matter reads it.
    await tellMatter(tx, actor, at, commission, { what: "handedOn", text: commission.title });
    if (next.ownerPerson !== null)
      await enqueue(tx, commissionMailJob, { commissionId: commission.id, personId: next.ownerPerson, version });
    if (ownerPerson !== null && ownerPerson !== actor.personId)
      await enqueue(tx, commissionHandedOnMailJob, { commissionId: commission.id, personId: ownerPerson, version });
    await recordCommission(tx, actor, commission, "meetings.commission_handed_on", {
      from: ownerPerson ?? ownerOrganisation,
      to: next.ownerPerson ?? next.ownerOrganisation,
    });
  });
}
