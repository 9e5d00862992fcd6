import { loadGlossary } from "../src/features/knowledge/glossary/own/commands.ts";
import type { Clock } from "../src/kernel/clock.ts";
import type { OrganisationId, PersonId } from "../src/kernel/ids.ts";
import type { Database } from "../src/platform/database/database.ts";
import { givenQuestions } from "./given-questions.ts";

type Ground = { readonly organisationId: OrganisationId; readonly leader: { readonly id: PersonId } };

/** Questions that the leader has asked and answers, one open and one answered; and the glossary. */
export async function demoKnowledgeQuestions(
  { db, ownerDb }: { db: Database; ownerDb: Database },
  { organisationId, leader }: Ground,
  now: Clock,
) {
  await loadGlossary(db, now);
  const { question, answered } = givenQuestions(ownerDb);
  const asked_by = leader.id;
  return { open: await question(organisationId, { asked_by }), answered: await answered(organisationId, { asked_by }) };
}
