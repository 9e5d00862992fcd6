import { sql } from "kysely";
import type { Reader } from "#platform/database/database.ts";
import type { OwnSection, Whose } from "#features/privacy/own-data/own-data.ts";

/**
 * What is held about somebody as an applicant, a member of a team or a manager. An applicant gets the manager they
 * named themselves; a manager gets what they answered and about which round, not who had applied; nobody gets who
 * decided, which stands in the trail of whoever did.
 */
export async function ownData(db: Reader, whose: Whose): Promise<readonly OwnSection[]> {
  return [
    { section: "registrations", rows: await registrations(db, whose) },
    { section: "teams", rows: await teams(db, whose) },
    { section: "managerAnswers", rows: await managerAnswers(db, whose) },
  ];
}

function registrations(db: Reader, { personId, email }: Whose) {
  return db
    .selectFrom("registration as r")
    .innerJoin("round as c", "c.id", "r.round_id")
    .leftJoin("registration_extra as x", "x.registration_id", "r.id")
    .leftJoin("manager_consultation as m", "m.registration_id", "r.id")
    .leftJoin("selection_decision as d", (join) =>
      // What is decided is told to nobody before the notices are sent.
      join.onRef("d.registration_id", "=", "r.id").on("c.notices_sent_at", "is not", null),
    )
    .where((eb) => eb.or([eb("r.person_id", "=", personId ?? null), eb("r.email", "=", email ?? null)]))
    .orderBy("r.applied_at")
    .select(["c.title as round", "r.state", "r.applied_at as appliedAt", "r.confirmed_at as confirmedAt"])
    .select(["r.name", "r.email", "r.phone", "r.workplace", "r.employer", "r.sector", "r.profession"])
    .select(["r.age_group as ageGroup", "r.motivation", "r.theme_proposal as themeProposal"])
    .select(["r.hours_accepted as hoursAccepted", "r.language"])
    .select(["x.diet", "x.adaptation", "x.postal_address as postalAddress", "x.delete_after as erasedOn"])
    .select(["m.manager_name as managerName", "m.manager_email as managerEmail", "m.state as managerAnswer"])
    .select(["m.question as managerQuestion", "d.outcome as decision"])
    .select((eb) => eb.fn.coalesce("d.reason", "r.ineligible_reason").as("reason"))
    .select([
      sql<
        string | null
      >`(select string_agg(e.text || ': ' || case when a.meets then '✓' else '–' end, '; ' order by e.position)
        from eligibility_answer a join eligibility_rule e on e.id = a.rule_id where a.registration_id = r.id)`.as(
        "meets",
      ),
      sql<string | null>`(select string_agg(concat_ws(' ', s.date, a.state), '; ' order by s.position)
        from attendance a join session s on s.id = a.session_id where a.registration_id = r.id)`.as("attendance"),
      sql<string | null>`(select string_agg(concat_ws(' ', (n.changed_at at time zone 'Europe/Stockholm')::date::text,
          coalesce((v.seen_at at time zone 'Europe/Stockholm')::date::text, '–')), '; ' order by n.changed_at)
        from change_notice_reader v join change_notice n on n.id = v.notice_id where v.registration_id = r.id)`.as(
        "changesSeen",
      ),
      sql<Temporal.Instant | null>`(select max(w.offered_at) from waitlist_offer w where w.registration_id = r.id)`.as(
        "offeredAt",
      ),
      sql<string | null>`(select w.answer from waitlist_offer w where w.registration_id = r.id
        order by w.offered_at desc limit 1)`.as("offerAnswer"),
    ])
    .execute();
}

function teams(db: Reader, { email }: Whose) {
  return db
    .selectFrom("team_member as t")
    .innerJoin("registration as r", "r.id", "t.registration_id")
    .innerJoin("round as c", "c.id", "r.round_id")
    .where("t.email", "=", email ?? null)
    .orderBy("r.applied_at")
    .select(["c.title as round", "t.name", "t.email", "t.title", "r.employer", "r.applied_at as appliedAt"])
    .execute();
}

function managerAnswers(db: Reader, { email }: Whose) {
  return db
    .selectFrom("manager_consultation as m")
    .innerJoin("registration as r", "r.id", "m.registration_id")
    .innerJoin("round as c", "c.id", "r.round_id")
    .where("m.manager_email", "=", email ?? null)
    .orderBy("m.asked_at")
    .select(["c.title as round", "m.manager_name as name", "m.manager_email as email", "m.state as managerAnswer"])
    .select(["m.question as managerQuestion", "m.asked_at as at", "m.answered_at as answeredAt"])
    .execute();
}
