import { type Insertable, sql } from "kysely";
import { type Id, newId, type OrganisationId, type PersonId } from "../src/kernel/ids.ts";
import type { Database } from "../src/platform/database/database.ts";
import { json } from "../src/platform/database/json.ts";
import type { Schema } from "../src/platform/database/schema.ts";
import { given, someDay } from "./given.ts";
import { givenAppraisalRowsAbout } from "./given-two-people-appraisal.ts";
import { givenKnowledgeRowsAbout } from "./given-two-people-knowledge.ts";
import { givenMeetingRowsAbout } from "./given-two-people-meeting.ts";
import { givenWorkshopRowsAbout } from "./given-two-people-workshop.ts";
import { givenRounds, noon } from "./given-rounds.ts";

type Over<Table extends keyof Schema> = Partial<Insertable<Schema[Table]>>;
export type Who = PersonId | null;

const at = noon("2027-03-18")();

/** A row of each kind that names a person, whoever that is: `put.phone_call({ called_by: who })`. */
export function givenRowsAbout(ownerDb: Database) {
  const rounds = givenRounds(ownerDb);
  const sentences = given(ownerDb);

  const stage = async () => {
    const unit = await sentences.organisation({ name: `FoU ${newId()}` });
    const round = await rounds.published(unit);
    const applicant = await rounds.registration(round.id);
    return { unit, round: round.id, applicant };
  };
  type Stage = Awaited<ReturnType<typeof stage>>;

  const add = async <Table extends keyof Schema>(table: Table, values: Insertable<Schema[Table]>) => {
    await ownerDb.insertInto(table).values(values).execute();
  };

  /** Keyed by the column that names the person. A column that cannot be null is left out when nobody is named. */
  const put: Record<string, (on: Stage, person: Who) => Promise<void>> = {
    ...givenMeetingRowsAbout(ownerDb),
    ...givenWorkshopRowsAbout(ownerDb),
    ...givenAppraisalRowsAbout(ownerDb),
    ...givenKnowledgeRowsAbout(ownerDb),
    "role_assignment.person_id": async ({ unit }, person) =>
      void (person && (await sentences.role(person, "guest", { organisation: unit }, { valid_to: someDay }))),
    "role_assignment.granted_by": async ({ unit }, person) => roleBy(unit, { granted_by: person }),
    "role_assignment.ended_by": async ({ unit }, person) => roleBy(unit, { ended_by: person, valid_to: someDay }),
    "organisation_import.sent_by": (_, sent_by) =>
      add("organisation_import", {
        id: newId(),
        name: "lista.csv",
        hash: "0".repeat(64),
        content: Buffer.from("a"),
        sent_by,
        sent_at: at,
        delete_after: at,
      }),
    "round.created_by": ({ unit }, created_by) => aRound(unit, { created_by }),
    "round.responsible_id": ({ unit }, responsible_id) => aRound(unit, { responsible_id }),
    "round_leader.person_id": ({ round }, person_id) =>
      add("round_leader", { id: newId(), round_id: round, position: nextPosition(), name: "Eva Ek", person_id }),
    "registration.person_id": async ({ round }, person) => applied(round, { person_id: person, state: "withdrawn" }),
    "registration.decided_by": ({ round }, decided_by) => applied(round, { decided_by }),
    "registration.added_by": ({ round }, added_by) => applied(round, { added_by }),
    "selection_decision.decided_by": async ({ round }, decided_by) => {
      const registration_id = await rounds.registration(round);
      await add("selection_decision", {
        registration_id,
        outcome: "place",
        reason: "Spridning",
        decided_by,
        decided_at: at,
      });
    },
    "phone_call.called_by": ({ applicant }, called_by) =>
      add("phone_call", {
        id: newId(),
        registration_id: applicant,
        kind: "placed",
        occasion: newId(),
        left_at: at,
        called_at: at,
        called_by,
      }),
    "round_handover.from_id": ({ round }, from_id) => handover(round, { from_id }),
    "round_handover.to_id": async ({ round }, person) => {
      if (person) await handover(round, { to_id: person });
    },
    "round_handover.handed_by": ({ round }, handed_by) => handover(round, { handed_by }),
    "import_file.sent_by": ({ round }, sent_by) =>
      add("import_file", {
        id: newId(),
        round_id: round,
        name: "svar.csv",
        hash: "a",
        mapping: json({}),
        sent_by,
        sent_at: at,
        delete_after: at,
      }),
    "round_mailing.written_by": ({ round }, written_by) =>
      add("round_mailing", {
        id: newId(),
        round_id: round,
        kind: "invitation",
        subject: "Ny cirkel",
        body: "",
        reply_to_name: "Eva",
        reply_to_address: "eva@example.se",
        receivers: 1,
        written_by,
        written_at: at,
      }),
    "dispatch_contact.added_by": ({ unit }, added_by) =>
      add("dispatch_contact", {
        id: newId(),
        organisation_id: unit,
        name: "Bo",
        email: `${newId()}@example.se`,
        added_by,
        added_at: at,
      }),
    "deadline_change.changed_by": ({ round }, changed_by) =>
      add("deadline_change", {
        id: newId(),
        round_id: round,
        open_until_full: false,
        reason: "Fler ska hinna",
        changed_by,
        changed_at: at,
      }),
    "change_notice.changed_by": ({ round }, changed_by) =>
      add("change_notice", { id: newId(), round_id: round, changed_at: at, changed_by }),
    "assignment_submission.answered_by": async ({ round, applicant }, answered_by) => {
      const assignment_id = newId<"assignment">();
      const given = { title: "Läs", task: "Läs artikeln", visibility: "group" as const, created_at: at };
      await add("assignment", { id: assignment_id, round_id: round, ...given });
      await add("assignment_submission", {
        id: newId(),
        assignment_id,
        registration_id: applicant,
        body: "Läst",
        version: 1,
        saved_at: at,
        handed_in_at: at,
        late: false,
        feedback: "Bra",
        answered_at: at,
        answered_by,
      });
    },
    "session_note_section.saved_by": async ({ round }, saved_by) => void (await noteSection(round, { saved_by })),
    "session_note_section.writer_id": async ({ round }, writer_id) =>
      void (await noteSection(round, { writer_id, writing_until: at })),
    "session_note_text.written_by": async ({ round }, written_by) => {
      const section_id = await noteSection(round, {});
      await add("session_note_text", { id: newId(), section_id, body: "Vi provade.", written_by, written_at: at });
    },
    "session_note_contribution.written_by": async ({ round }, written_by) => {
      const section_id = await noteSection(round, {});
      await add("session_note_contribution", { id: newId(), section_id, body: "Ja.", written_by, written_on: someDay });
    },
    "accessibility_report.answered_by": (_, answered_by) =>
      add("accessibility_report", {
        id: newId(),
        hindrance: "Knappen går inte att nå",
        reported_at: at,
        answer_by: someDay,
        answer: "Rättat",
        answered_at: at,
        answered_by,
      }),
    "sign_in_account.person_id": async (_, person) => {
      if (person)
        await add("sign_in_account", {
          id: newId(),
          person_id: person,
          account_id: newId(),
          provider_id: newId(),
          updated_at: at,
        });
    },
    "sign_in_session.person_id": async (_, person) => {
      if (!person) return;
      const id = newId<"sign_in_session">();
      await add("sign_in_session", { id, person_id: person, token: id, expires_at: at, updated_at: at });
    },
  };

  let position = 100;
  const nextPosition = () => (position += 1);

  async function noteSection(round: Id<"round">, over: Over<"session_note_section">) {
    const id = newId<"session_note_section">();
    const session_id = await rounds.session(round);
    await add("session_note_section", { session_id, position: 0, heading: "Runda", ...over, id });
    return id;
  }
  async function roleBy(unit: OrganisationId, over: Over<"role_assignment">): Promise<void> {
    await sentences.role(await sentences.person(), "guest", { organisation: unit }, over);
  }
  async function aRound(unit: OrganisationId, over: Over<"round">): Promise<void> {
    await rounds.draft(unit, over);
  }
  async function applied(round: Id<"round">, over: Over<"registration">): Promise<void> {
    await rounds.registration(round, over);
  }
  async function handover(round: Id<"round">, over: Over<"round_handover">): Promise<void> {
    const { to_id = await sentences.person(), ...rest } = over;
    const how = { keeps_reading: true, takes_contacts: false, handed_at: at };
    await add("round_handover", { id: newId(), round_id: round, to_id, ...how, ...rest });
  }

  return { stage, put };
}

/** Columns of the database that name a person: by a foreign key, or by what they are called. */
export async function columnsThatNamePeople(ownerDb: Database): Promise<string[]> {
  const { rows } = await sql<{ column: string }>`
    select c.relname || '.' || a.attname as "column"
    from pg_constraint f
    join pg_class c on c.oid = f.conrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any (f.conkey)
    where f.contype = 'f' and f.confrelid = 'public.person'::regclass
    union
    select table_name || '.' || column_name from information_schema.columns
    where table_schema = 'public' and data_type = 'uuid' and column_name = 'person_id'
    order by 1`.execute(ownerDb);
  return rows.map(({ column }) => column);
}

/** Tables that tell of the merge itself, or of what was said and done about it. */
const aboutMerging = [
  "search_change",
  "person_merge",
  "person_distinct",
  "remembered_row",
  "audit_record",
  "audit_seal",
  "mail",
];

/**
 * Every row of every table, by table and key, but for what is written about the merge itself, and of what can be found
 * having changed.
 */
export async function wholeDatabase(ownerDb: Database): Promise<ReadonlyMap<string, Record<string, unknown>>> {
  const { rows: tables } = await sql<{ name: string; key: string[] }>`
    select c.relname as name, array_agg(a.attname::text) as key
    from pg_index i join pg_class c on c.oid = i.indrelid
    join pg_attribute a on a.attrelid = c.oid and a.attnum = any (i.indkey)
    where i.indisprimary and c.relnamespace = 'public'::regnamespace and c.relname <> all (${aboutMerging}::text[])
    group by c.relname`.execute(ownerDb);
  const found = new Map<string, Record<string, unknown>>();
  for (const { name, key } of tables) {
    const { rows } = await sql<{ row: Record<string, unknown> }>`
      select to_jsonb(t) as row from ${sql.table(name)} t`.execute(ownerDb);
    for (const { row } of rows) found.set(`${name} ${key.map((column) => String(row[column])).join(" ")}`, row);
  }
  return found;
}

/** Two at an organisation who may be one person, a merge that can be undone, and a leader written only by name. */
export async function givenTwins(ownerDb: Database, organisation: OrganisationId) {
  const { person, role } = given(ownerDb);
  const colleague = async (over: Over<"person">) => {
    const id = await person(over);
    await role(id, "guest", { organisation });
    return id;
  };
  const phone = "0500-12 34 56";
  const one = await colleague({ name: "Kristina Carlson", title: "Enhetschef", phone });
  const other = await colleague({ name: "Christina Karlsson", title: "Socialsekreterare", phone: "0500-12 34 57" });
  const kept = await colleague({ name: "Josefin Wallin" });
  const gone = await person({ name: "Josefine Vallin", merged_into: kept });
  const mergeId = newId<"person_merge">();
  const merge = { id: mergeId, from_id: gone, to_id: kept, merged_at: noon("2027-02-27")() };
  await ownerDb.insertInto("person_merge").values(merge).execute();
  const round = await givenRounds(ownerDb).draft(organisation, { title: "Ett utkast" });
  const leader = { id: newId<"round_leader">(), round_id: round.id, position: 0, name: "Josefin Vallin" };
  await ownerDb.insertInto("round_leader").values(leader).execute();
  return { one, other, mergeId, kept, gone };
}
