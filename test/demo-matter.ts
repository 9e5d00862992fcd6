import type { PersonId } from "../src/kernel/ids.ts";
import { issueLink } from "../src/platform/links/mailed-link.ts";
import { subjectOf, unfollowPurpose } from "../src/features/meetings/matter/following/queries.ts";
import { givenMeetings } from "./given-meetings.ts";
import { noon } from "./given-rounds.ts";
import type { testWeb } from "./web.ts";

type Web = Pick<Awaited<ReturnType<typeof testWeb>>, "ownerDb">;

/** What stands on the addresses of matters and commissions: those of the demo. */
export async function demoMatter({ ownerDb }: Web, follower: { readonly id: PersonId }) {
  const matterCalled = async (start: string) =>
    ownerDb
      .selectFrom("matter")
      .where("title", "like", `${start}%`)
      .select(["id", "slug", "body_id as bodyId"])
      .executeTakeFirstOrThrow();
  const matter = await matterCalled("Projektledare");
  // Of the demo's, none waits for something to happen.
  const waiting = await givenMeetings(ownerDb).matter(matter.bodyId, {
    title: "Handledning för nya enhetschefer",
    state: "parked",
    reason: "Lagen är inte antagen",
    parked_event: "Lagen är antagen",
  });
  const money = await matterCalled("Gemensam ansökan");
  const application = await ownerDb
    .selectFrom("external_application")
    .where("matter_id", "=", money.id)
    .select("id")
    .executeTakeFirstOrThrow();
  const commission = await ownerDb
    .selectFrom("commission as c")
    .innerJoin("deliverable as d", "d.commission_id", "c.id")
    .where("c.matter_id", "=", matter.id)
    .orderBy("d.position")
    .select(["c.id", "d.id as partId"])
    .executeTakeFirstOrThrow();
  const intake = await ownerDb
    .selectFrom("commission")
    .where("requester", "is not", null)
    .orderBy("created_at")
    .select("id")
    .executeTakeFirstOrThrow();
  const subject = subjectOf({ matterId: matter.id, personId: follower.id });
  const expiresAt = noon("2099-01-01")();
  const unfollow = await ownerDb
    .transaction()
    .execute((tx) => issueLink(tx, { purpose: unfollowPurpose, subject, expiresAt }));
  return { matter, money, waiting, application, commission, intake, unfollow };
}
