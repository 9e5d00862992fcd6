import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { Database } from "#platform/database/database.ts";
import { writeAnswer } from "#features/appraisals/answers/commands.ts";
import { AnswerWish } from "#features/appraisals/answers/answer-words.ts";
import { answeredChecklist } from "#features/appraisals/answers/queries.ts";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import type { Dimension } from "#features/workshops/checklist/dimensions.ts";

type Said = { readonly standing?: string; readonly text: string; readonly ownerName: string; readonly source?: string };

/** What is answered in a demo appraisal, question by question of a checklist by what each is about. */
export type DemoAnswers = { readonly [Each in Dimension]?: Said };

/** Answers questions of a demo appraisal, as somebody who writes it. */
export async function answerDemoQuestions(
  db: Database,
  actor: Actor,
  now: Clock,
  slug: string,
  answers: DemoAnswers,
): Promise<void> {
  const today = dateIn(now());
  const { questions } = await answeredChecklist(db, await appraisalInside(db, actor, slug, today));
  for (const { id, dimension } of questions) {
    const said = dimension && answers[dimension];
    if (!said) continue;
    const standing = said.standing ?? "answered";
    const knownBy = standing === "unknown" ? today.add({ days: 90 }).toString() : undefined;
    const wish = AnswerWish.parse({ ...said, standing, knownBy, answeredOn: today.toString(), version: 0 });
    await writeAnswer(db, actor, now, slug, id, wish);
  }
}

/** The short form of somebody who decided to try: seven answers, and one that nobody knows. */
export const triedAnswers: DemoAnswers = {
  purpose: {
    text: "Barn placeras utan att släkt och vänner har fått frågan. Det hände i fjorton av tjugo utredningar vi läste.",
    ownerName: "Gruppledaren för utredning",
    source: "Läsning av tjugo avslutade utredningar",
  },
  targetGroup: {
    text: "Familjer med barn och unga där oron är ny, ungefär 30 om året. Inte vid pågående våld i familjen.",
    ownerName: "Gruppledaren för utredning",
    source: "Verksamhetssystemet, ett år",
  },
  userBenefit: {
    standing: "unknown",
    text: "Vi hoppas att familjen känner sig mer delaktig, men ingen har frågat dem som varit med.",
    ownerName: "Enhetschefen",
  },
  evidence: {
    text: "Två studier med små grupper pekar åt samma håll. Tillförlitligheten är låg.",
    ownerName: "FoU-enheten",
    source: "Källan Forskning i den här metodbedömningen",
  },
  harmRisk: {
    text: "Gamla konflikter i släkten kan bli värre. Ledarna talar med var och en före mötet.",
    ownerName: "Två av dem som leder möten",
    source: "Samtal med Enköping och Heby",
  },
  cost: {
    text: "Åtta timmar för varje familj, och två utbildningsdagar för två ledare.",
    ownerName: "Ekonomen",
    source: "Metodregistret och lönekostnaden",
  },
  replaces: {
    text: "Enskilda första möten med varje förälder. De tar ungefär fem timmar för varje familj i dag.",
    ownerName: "Enhetschefen",
    source: "Tidmätning under två veckor",
  },
  followUp: {
    text: "Antal placeringar före och efter sex månader, och om de fyra delarna av metoden görs som tänkt.",
    ownerName: "Gruppledaren för utredning",
    source: "Beslutet om att pröva",
  },
};
