import { randomUUID } from "node:crypto";
import { type Actor, linkHolder } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { Database } from "#platform/database/database.ts";
import { givePerspective, openPerspectiveLink } from "#features/appraisals/perspective/commands.ts";
import { NewPerspectiveLink, Said } from "#features/appraisals/perspective/perspective-words.ts";

/** Asks staff and service users about a demo appraisal, each by a link of their own, and lets some of them say what they think. */
export async function giveDemoPerspectives(db: Database, actor: Actor, now: Clock, slug: string): Promise<void> {
  const openUntil = dateIn(now()).add({ days: 20 }).toString();
  for (const { question, audience, said } of asked) {
    const link = NewPerspectiveLink.parse({ audience, question, openUntil });
    const { secret } = await openPerspectiveLink(db, actor, now, slug, link);
    for (const each of said)
      await givePerspective(db, linkHolder, now, secret, Said.parse({ ...each, mark: randomUUID() }));
  }
}

const asked = [
  {
    audience: "staff",
    question: "Hur skulle det påverka ditt arbete om vi bjöd in familjens nätverk tidigt?",
    said: [
      { stance: "for", text: "Vi får höra allt på en gång. I dag ringer vi runt i två veckor." },
      { stance: "unsure", text: "Det blir kvällar. Vem täcker upp på dagen efter?" },
      { stance: "against", text: "Vi är för få ledare. Då blir det som i Heby." },
    ],
  },
  {
    audience: "serviceUsers",
    question: "Vad tycker du om att få bjuda in släkt och vänner till ett möte med oss?",
    said: [
      { stance: "for", text: "Skönt att slippa förklara samma sak för var och en." },
      { text: "Det beror på vem som frågar dem. Jag vill göra det själv." },
    ],
  },
] as const;
