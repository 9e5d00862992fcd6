import type { Reader } from "#platform/database/database.ts";
import { type Coming, comingIn } from "#features/workshops/answering/queries.ts";
import { resultsOf, type RoundResult } from "#features/workshops/results/queries.ts";
import { type OpenRound, openRoundOf } from "#features/workshops/workshop/leading/queries.ts";
import type { WorkshopInside, WorkshopQuestion } from "#features/workshops/workshop/queries.ts";

/** What the screen at the front of the room shows now. */
export type OnScreen = {
  readonly question: WorkshopQuestion | undefined;
  /** The round that is asked, when what is shown is asked now. */
  readonly open: OpenRound | undefined;
  readonly coming: Coming | undefined;
  /** What was answered the last time the question was put; only where answers are shown. */
  readonly result: RoundResult | undefined;
  /** The question to put next: the first that has not been put. */
  readonly next: WorkshopQuestion | undefined;
};

/** What the screen of a workshop shows: the question that is chosen, and its answers only when they are to be seen. */
export async function onScreen(db: Reader, inside: WorkshopInside): Promise<OnScreen> {
  const { workshop, questions } = inside;
  const question = questions.find(({ id }) => id === workshop.screenQuestion);
  const [open, coming, put, shown] = await Promise.all([
    openRoundOf(db, workshop.id),
    comingIn(db, workshop.id),
    db.selectFrom("workshop_round").where("workshop_id", "=", workshop.id).distinct().select("question_id").execute(),
    workshop.screenShows === "results" && question ? resultsOf(db, inside, { questionId: question.id }) : [],
  ]);
  const wasPut = new Set(put.map(({ question_id }) => question_id));
  const rounds = shown[0]?.rounds ?? [];
  return {
    question,
    open: open?.questionId === question?.id ? open : undefined,
    coming,
    result: rounds.findLast(({ roundNo }) => roundNo !== null) ?? rounds.at(-1),
    next: questions.find(({ id }) => !wasPut.has(id)),
  };
}
