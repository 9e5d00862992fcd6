import type { Actor } from "#kernel/actor.ts";
import type { Database } from "#platform/database/database.ts";
import { roundFacts } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";
import { arrangeThemes, nameContributors, planSession } from "#features/circles/session-plan/commands.ts";
import { themesOf } from "#features/circles/session-plan/queries.ts";
import { ContributorsWish, SessionPlanWish, ThemesWish } from "#features/circles/session-plan/session-plan.ts";

// Invented, in the manner of a circle's plan. The last theme has no meeting yet.
const missing = "Barns egen delaktighet";
const course = [
  { part: "sinceLast", heading: "Vad har hänt sedan sist", minutes: 30 },
  { part: "assignment", heading: "Uppgiften vi hade", minutes: 40, text: "Två och två. Vad kände ni igen?" },
  { part: "reading", heading: "Föreläsning eller text", minutes: 60, text: "Juridiken kring att dela uppgifter." },
  { heading: "Paus", minutes: 20 },
  { part: "work", heading: "Gemensamt arbete", minutes: 70, text: "Rita ett första möte som alla kan stå för." },
  { part: "next", heading: "Till nästa gång", minutes: 20 },
];
const contributors = [
  { name: "Anna Berg", role: "jurist", organisation: "Länets kommuner", perspective: "law" },
  { name: "Jonas Vik", role: "samordnare", organisation: "Regionen", perspective: "collaboration" },
];

/** What a circle goes through, with one theme that lacks its meeting, and a plan of the second meeting with contributors. */
export async function loadSessionPlanDemo(db: Database, planner: Actor, roundId: RoundId): Promise<void> {
  const sessions = (await roundFacts(db, roundId))?.sessions ?? [];
  const names = sessions.flatMap(({ kind, theme }) => (kind === "regular" && theme ? [theme] : []));
  const themes = ThemesWish.parse({ themes: [...names, missing].map((name) => ({ name })) });
  await arrangeThemes(db, planner, roundId, themes);
  const second = sessions[1];
  if (!second) return;
  const taken = (await themesOf(db, roundId)).filter(({ sessionIds }) => sessionIds.includes(second.id));
  const plan = SessionPlanWish.parse({ themes: taken.map(({ id }) => id), items: course });
  await planSession(db, planner, roundId, second.id, plan);
  await nameContributors(db, planner, roundId, second.id, ContributorsWish.parse({ contributors }));
}
