import { newId } from "#kernel/ids.ts";
import type { Tx } from "#platform/database/database.ts";
import { organisationWritten } from "#features/organisations/queries.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";
import type { MeetingId } from "#features/meetings/meeting/meeting.ts";
import { partsOfBodies } from "#features/meetings/meeting/meeting-parts.ts";
import { noteTakersOf } from "#features/meetings/pasting/confirmed.ts";
import type { ConfirmedItem, PastingAnswers } from "#features/meetings/pasting/pasted-minutes.ts";
import type { KnownPerson } from "#features/meetings/pasting/proposal.ts";
import { sql } from "kysely";

type Where = {
  readonly meetingId: MeetingId;
  readonly bodies: readonly BodyFacts[];
  readonly people: readonly KnownPerson[];
  /** Takes names out that are not to be kept. */
  readonly clean: (text: string) => string;
};

type Content = Pick<PastingAnswers, "items" | "noteTakers"> & {
  readonly questions: readonly string[];
  readonly questionsHeading: string;
};

const longestBody = 8_000;
const longestOutcome = 4_000;

/**
 * Lays out the working minutes of each part: the items as they were confirmed, each with its proposed kind, and those who
 * took notes. A body without items has its part all the same, and its page says that nothing is noted. What was asked
 * stands word for word in the first part, as one item. (R182, R216-R218)
 */
export async function insertMinutes(tx: Tx, where: Where, { items, noteTakers, ...asked }: Content): Promise<void> {
  const parts = partsOfBodies(where.bodies);
  const kept = items.filter(({ leaveOut }) => !leaveOut);
  for (const [order, bodyId] of parts.entries()) {
    const partId = newId<"minutes_part">();
    await tx
      .insertInto("minutes_part")
      .values({ id: partId, meeting_id: where.meetingId, body_id: bodyId, state: "working" })
      .execute();
    const takers = noteTakersOf(parts.length > 1 ? bodyId : null, noteTakers, where.people);
    if (takers.length > 0)
      await tx
        .insertInto("minutes_note_taker")
        .values(takers.map((person_id) => ({ part_id: partId, person_id })))
        .execute();
    // Of a body that meets alone everything is in its own part.
    const own = kept.filter((item) => parts.length === 1 || item.bodyId === bodyId);
    const all = order === 0 && asked.questions.length > 0 ? [...own, questionItem(asked)] : own;
    for (const [position, item] of all.entries()) await insertItem(tx, where, { partId, position, item });
  }
}

/** The questions of a text as one item of its own, in the words they were asked in. */
function questionItem({ questions, questionsHeading }: Pick<Content, "questions" | "questionsHeading">): ConfirmedItem {
  const text = questions.map((question) => `- ${question}`).join("\n");
  return {
    bodyId: null,
    heading: questionsHeading,
    text: text.slice(0, longestBody),
    kind: "discussion",
    decidedBy: null,
    decidedOn: null,
    decidedDay: null,
    owner: null,
    dueOn: null,
    deliverables: [],
    reason: null,
    referTo: null,
    leaveOut: false,
  };
}

type Placed = {
  readonly partId: ReturnType<typeof newId<"minutes_part">>;
  readonly position: number;
  readonly item: ConfirmedItem;
};

async function insertItem(tx: Tx, { people, clean }: Where, { partId, position, item }: Placed): Promise<void> {
  const { kind } = item;
  const text = clean(item.text ?? "");
  // What a decision or a commission says is its outcome; anything else is what was talked about.
  const isOutcome = (kind === "decision" || kind === "commission") && text !== "" && text.length <= longestOutcome;
  const id = newId<"minutes_item">();
  await tx
    .insertInto("minutes_item")
    .values({
      id,
      part_id: partId,
      position,
      heading: clean(item.heading).slice(0, 200),
      body: isOutcome ? "" : text,
      kind,
      outcome: isOutcome ? text : null,
      ...(kind === "decision" ? await deciderOf(tx, item) : {}),
      ...(kind === "commission" ? { ...(await ownerOf(tx, item.owner, people)), due_on: item.dueOn } : {}),
      reason: kind === "parked" ? clean(item.reason ?? item.text ?? item.heading).slice(0, 1_000) : null,
      refer_to: kind === "referred" ? item.referTo : null,
    })
    .execute();
  if (kind !== "commission" || item.deliverables.length === 0) return;
  await tx
    .insertInto("minutes_deliverable")
    .values(item.deliverables.map((each, order) => ({ item_id: id, position: order, text: clean(each) })))
    .execute();
}

/** Who decided, when it was somebody else: a body here, or the name as it stands. A day without a year keeps lacking one. */
async function deciderOf(tx: Tx, { decidedBy, decidedOn, decidedDay }: ConfirmedItem) {
  if (decidedBy === null) return {};
  const day = decidedOn === null ? { decided_day: decidedDay } : { decided_on: decidedOn };
  const body = await tx
    .selectFrom("body")
    .where(sql<boolean>`lower(name) = ${decidedBy.toLocaleLowerCase("sv")}`)
    .select("id")
    .executeTakeFirst();
  return body ? { decided_by: body.id, ...day } : { decided_by_name: decidedBy, ...day };
}

/** Who is to do it: somebody who sits there, an organisation of the register, or the name as it stands. */
async function ownerOf(tx: Tx, owner: string | null, people: readonly KnownPerson[]) {
  if (owner === null) return {};
  const said = owner.toLocaleLowerCase("sv");
  const persons = people.filter(({ name }) => name.toLocaleLowerCase("sv") === said);
  if (persons.length === 1) return { owner_person: persons[0]?.id ?? null };
  const organisation = await organisationWritten(tx, owner);
  return organisation ? { owner_organisation: organisation.id } : { owner_name: owner };
}
