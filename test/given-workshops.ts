import { createHash } from "node:crypto";
import type { Insertable } from "kysely";
import { newId, type OrganisationId, type PersonId } from "../src/kernel/ids.ts";
import type { BodyId } from "../src/features/meetings/body/body.ts";
import { mostOf } from "../src/features/workshops/workshop/question-shape.ts";
import type {
  QuestionKind,
  WorkshopGroupId,
  WorkshopId,
  WorkshopQuestionId,
} from "../src/features/workshops/workshop/workshop.ts";
import type { Database } from "../src/platform/database/database.ts";
import type { Schema } from "../src/platform/database/schema.ts";
import { newSecret } from "../src/platform/tokens/secret-token.ts";
import { noon } from "./given-rounds.ts";

type Over<Table extends keyof Schema> = Partial<Insertable<Schema[Table]>>;

const at = noon("2027-03-18")();

// After those that commands have made.
let places = 100;
const place = () => {
  places += 1;
  return places;
};

/** What was answered: a text, a number on a scale, options, or points for each option. */
export type GivenAnswer =
  | { readonly text: string }
  | { readonly number: number }
  | { readonly options: readonly string[] }
  | { readonly points: Readonly<Record<string, number>> };

/**
 * Sentences about workshops:
 *
 *     const room = await workshops.workshop(unit, { state: "open" }, [network]);
 *     const north = await workshops.group(room.id, "Norr");
 *     const asked = await workshops.question(room.id, "open", "Vad behöver vi veta?");
 *     const round = await workshops.round(room.id, asked.id);
 *     await workshops.answer(room.id, asked.id, { text: "Vad kostar det?" }, { round, group: north });
 */
export function givenWorkshops(db: Database) {
  /** An open one has a code; a closed one has been open. */
  const workshop = async (
    organisation_id: OrganisationId,
    over: Over<"workshop"> = {},
    bodies: readonly BodyId[] = [],
  ): Promise<{ id: WorkshopId; slug: string; code: string }> => {
    const id = newId<"workshop">();
    const slug = over.slug ?? `w-${id}`;
    const state = over.state ?? "draft";
    const code = codeOf(id);
    const said = {
      title: "Innan vi inför något nytt",
      device: "group" as const,
      join_code: state === "closed" ? null : code,
      opened_at: state === "draft" ? null : at,
      paused_at: state === "paused" ? at : null,
      closed_at: state === "closed" ? at : null,
      created_at: at,
    };
    await db
      .insertInto("workshop")
      .values({ ...said, organisation_id, ...over, state, id, slug })
      .execute();
    for (const body_id of bodies) await db.insertInto("workshop_body").values({ workshop_id: id, body_id }).execute();
    return { id, slug, code: over.join_code ?? code };
  };

  /** Somebody leads it without holding workshops for the organisation. */
  const leader = async (workshop_id: WorkshopId, person_id: PersonId) => {
    await db.insertInto("workshop_leader").values({ id: newId<"workshop_leader">(), workshop_id, person_id }).execute();
  };

  const group = async (workshop_id: WorkshopId, name: string): Promise<WorkshopGroupId> => {
    const id = newId<"workshop_group">();
    await db.insertInto("workshop_group").values({ id, workshop_id, position: place(), name }).execute();
    return id;
  };

  /** A question with the options there are to choose from, in the order they are written. */
  const question = async (
    workshop_id: WorkshopId,
    kind: QuestionKind,
    text: string,
    options: readonly string[] = [],
    over: Over<"workshop_question"> = {},
  ): Promise<{ id: WorkshopQuestionId; options: string[] }> => {
    const id = newId<"workshop_question">();
    const scale = kind === "scale" ? { scale_low: 1, scale_high: 5 } : {};
    await db
      .insertInto("workshop_question")
      .values({ position: place(), text, most: mostOf(kind, null), ...scale, ...over, id, workshop_id, kind })
      .execute();
    const made = options.map((each, position) => ({
      id: newId<"workshop_option">(),
      question_id: id,
      position,
      text: each,
    }));
    if (made.length > 0) await db.insertInto("workshop_option").values(made).execute();
    return { id, options: made.map((each) => each.id) };
  };

  /** A question is put, and shown on the screen; closed when `closed_at` is said. */
  const round = async (workshop_id: WorkshopId, question_id: WorkshopQuestionId, over: Over<"workshop_round"> = {}) => {
    const id = newId<"workshop_round">();
    await db
      .insertInto("workshop_round")
      .values({ round_no: 1, opened_at: at, ...over, id, workshop_id, question_id })
      .execute();
    await db
      .updateTable("workshop")
      .set({ screen_shows: over.closed_at ? "results" : "question", screen_question: question_id })
      .where("id", "=", workshop_id)
      .execute();
    return id;
  };

  /** A device that has come in, and the secret that it keeps. */
  const device = async (
    workshop_id: WorkshopId,
    group_id: WorkshopGroupId | null = null,
    over: Over<"workshop_device"> = {},
  ) => {
    const id = newId<"workshop_device">();
    const secret = newSecret();
    await db
      .insertInto("workshop_device")
      .values({ joined_at: at, ...over, id, workshop_id, group_id, secret_hash: hashIn(workshop_id, secret) })
      .execute();
    return { id, secret };
  };

  type From = {
    readonly round?: Schema["workshop_round"]["id"] | undefined;
    readonly device?: Schema["workshop_device"]["id"] | undefined;
    readonly group?: WorkshopGroupId | undefined;
    readonly over?: Over<"workshop_answer"> | undefined;
  };

  /** An answer; without a round it was brought in from elsewhere. */
  const answer = async (
    workshop_id: WorkshopId,
    question_id: WorkshopQuestionId,
    given: GivenAnswer,
    { round: round_id, device: device_id, group: group_id, over = {} }: From = {},
  ) => {
    const id = newId<"workshop_answer">();
    const said = {
      text: "text" in given ? given.text : null,
      number: "number" in given ? given.number : null,
      options: "options" in given ? [...given.options] : null,
      points: "points" in given ? JSON.stringify(given.points) : null,
    };
    await db
      .insertInto("workshop_answer")
      .values({
        ...said,
        round_id: round_id ?? null,
        device_id: device_id ?? null,
        group_id: group_id ?? null,
        answered_at: round_id ? at : null,
        ...over,
        id,
        workshop_id,
        question_id,
      } as Insertable<Schema["workshop_answer"]>)
      .execute();
    return id;
  };

  return { workshop, leader, group, question, round, device, answer };
}

/** What is kept of a device's secret is another in each workshop. */
function hashIn(workshopId: WorkshopId, secret: string): Buffer {
  return createHash("sha256").update(`${workshopId}${secret}`, "utf8").digest();
}

const signs = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A code of its own for every workshop, out of the last digits of its id. */
function codeOf(id: string): string {
  const digits = Number.parseInt(id.replaceAll("-", "").slice(-8), 16);
  return Array.from({ length: 6 }, (_, place) => signs[Math.floor(digits / 32 ** place) % 32] ?? "A").join("");
}
