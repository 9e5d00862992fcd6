import type { Clock } from "../src/kernel/clock.ts";
import { loadWorkshopsDemo } from "../src/features/workshops/demo.ts";
import type { Database } from "../src/platform/database/database.ts";
import { givenWorkshops } from "./given-workshops.ts";

type Ground = Parameters<typeof loadWorkshopsDemo>[1];

/** The demo's workshop, which is closed: one of its answers, and a question that nobody has answered. */
export async function demoWorkshop({ db, ownerDb }: { db: Database; ownerDb: Database }, demo: Ground, now: Clock) {
  const { id, slug } = await loadWorkshopsDemo(db, demo, now);
  const unasked = await givenWorkshops(ownerDb).question(id, "scale", "Hur säkra är ni?");
  const answer = await ownerDb
    .selectFrom("workshop_answer")
    .where("workshop_id", "=", id)
    .where("text", "is not", null)
    .orderBy("answer_no")
    .select("id")
    .executeTakeFirstOrThrow();
  return { id, slug, answer, unasked };
}
