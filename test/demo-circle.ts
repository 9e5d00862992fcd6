import type { Clock } from "../src/kernel/clock.ts";
import type { Actor } from "../src/kernel/actor.ts";
import { newId, type OrganisationId, type PersonId } from "../src/kernel/ids.ts";
import { openFiles } from "../src/platform/files/files.ts";
import { addDispatch } from "../src/features/circles/postal-dispatch/commands.ts";
import { addMaterial } from "../src/features/circles/material/commands.ts";
import type { RoundId, SessionId } from "../src/features/circles/round/round.ts";
import { givenRounds } from "./given-rounds.ts";
import type { testWeb } from "./web.ts";

type Web = Pick<Awaited<ReturnType<typeof testWeb>>, "db" | "ownerDb" | "config">;

type Where = {
  readonly now: Clock;
  readonly leading: Actor;
  readonly unit: { readonly id: OrganisationId };
  readonly first: { readonly id: RoundId };
  readonly session: { readonly id: SessionId };
};

/** One example of everything that an address inside a circle may be about. */
export async function demoCircle(
  { db, ownerDb, config }: Web,
  demo: { readonly participant: { readonly id: PersonId } },
  { now, leading, unit, first, session }: Where,
) {
  const finished = await givenRounds(ownerDb).published(unit.id, {
    state: "completed",
    title: "En cirkel som är slut",
  });
  const certified = await givenRounds(ownerDb).registration(finished.id, { state: "completed" });
  const submission = await ownerDb
    .selectFrom("assignment_submission as s")
    .innerJoin("assignment as a", "a.id", "s.assignment_id")
    .where("a.round_id", "=", first.id)
    .where("s.handed_in_at", "is not", null)
    .selectAll("s")
    .executeTakeFirstOrThrow();
  const proposal = await ownerDb
    .selectFrom("proposal")
    .innerJoin("registration", "registration.id", "proposal.registration_id")
    .where("proposal.round_id", "=", first.id)
    .where("registration.person_id", "=", demo.participant.id)
    .select("proposal.id")
    .executeTakeFirstOrThrow();
  const noteSection = await ownerDb
    .selectFrom("session_note_section")
    .where("session_id", "=", session.id)
    .orderBy("position")
    .selectAll()
    .executeTakeFirstOrThrow();
  const material = await addMaterial(
    db,
    openFiles(config.dataDir),
    leading,
    now,
    { roundId: first.id, sessionId: session.id },
    { title: "Bilder", shown: "before", toRead: true },
    { name: "bilder.txt", bytes: new TextEncoder().encode("Bilder") },
  );
  const posted = await addDispatch(db, leading, now, first.id, {
    contents: "Boken till första träffen",
    sentOn: null,
    isLast: false,
  });
  const linked = await addMaterial(
    db,
    openFiles(config.dataDir),
    leading,
    now,
    { roundId: first.id, sessionId: session.id },
    { title: "En artikel", address: "https://example.se/artikel", shown: "before", toRead: true, hours: 1.5 },
  );
  const submissionFile = newId<"submission_file">();
  const bytes = new TextEncoder().encode("Ett svar");
  await ownerDb
    .insertInto("submission_file")
    .values({
      id: submissionFile,
      submission_id: submission.id,
      file_key: await openFiles(config.dataDir).keep(bytes),
      file_name: "svar.txt",
      file_type: "txt",
      file_size: bytes.byteLength,
      added_at: now(),
    })
    .execute();
  const practice = await ownerDb
    .selectFrom("workplace_answer as a")
    .innerJoin("circle_workplace as w", "w.id", "a.workplace_id")
    .innerJoin("registration as r", "r.round_id", "a.round_id")
    .where("r.person_id", "=", demo.participant.id)
    .whereRef("w.name", "=", "r.workplace")
    .where("a.name", "is not", null)
    .select(["a.id", "a.question_id as questionId", "w.key"])
    .executeTakeFirstOrThrow();
  const inWords = await ownerDb
    .selectFrom("circle_question")
    .where("round_id", "=", first.id)
    .where("kind", "=", "text")
    .select("id")
    .executeTakeFirstOrThrow();
  return {
    practice,
    inWords,
    posted,
    submissionFile,
    linked,
    finished,
    certified,
    submission,
    proposal,
    noteSection,
    material,
  };
}
