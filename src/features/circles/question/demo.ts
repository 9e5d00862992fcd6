import type { Actor } from "#kernel/actor.ts";
import { type Clock, dateIn } from "#kernel/clock.ts";
import type { PersonId } from "#kernel/ids.ts";
import type { Database } from "#platform/database/database.ts";
import { AnswerWords } from "#features/circles/question/answer.ts";
import { writeAnswer } from "#features/circles/question/answering/commands.ts";
import { chooseQuestions } from "#features/circles/question/commands.ts";
import { sv } from "#features/circles/question/messages.sv.ts";
import type { Wordings } from "#features/circles/question/parts/wordings.ts";
import { prerequisites, QuestionChoice, standardQuestions } from "#features/circles/question/question.ts";
import { questionsOf } from "#features/circles/question/queries.ts";
import { workplacesIn } from "#features/circles/question/workplace.ts";
import { participantsOf } from "#features/circles/room/queries.ts";
import { roundFacts } from "#features/circles/round/queries.ts";
import type { RoundId } from "#features/circles/round/round.ts";

type Ground = {
  readonly planner: Actor;
  /** The one whose workplace answers first. */
  readonly participant: { readonly id: PersonId };
  readonly roundId: RoundId;
};

const wordings: Wordings = {
  question: (key) => sv[`question.standard.${key}`],
  theme: (key) => sv[`question.standard_theme.${standardQuestions[key].theme}`],
  invitation: sv["question.guiding_theme"],
};

/**
 * Both sets and some single questions in a circle, answered by its first workplaces. In a circle whose meetings have
 * begun it was judged at the first of them as well, so that one sees how it has grown.
 */
export async function loadQuestionDemo(
  db: Database,
  { planner, participant, roundId }: Ground,
  now: Clock,
): Promise<void> {
  const choice = { sets: ["readiness", "practice"], standard: ["everyday", "participation", "research"] };
  await chooseQuestions(db, planner, roundId, QuestionChoice.parse(choice), wordings);
  const questions = await questionsOf(db, roundId);
  const people = await participantsOf(db, roundId);
  const own = people.filter(({ personId }) => personId === participant.id);
  const others = people.filter((each) => !own.includes(each));
  const answering = [...workplacesIn(own, []), ...workplacesIn(others, [])].slice(0, levels.length);
  const atFirst = clockOn((await roundFacts(db, roundId))?.sessions[0]?.date ?? null);
  const hasBegun = atFirst !== undefined && Temporal.PlainDate.compare(dateIn(atFirst()), dateIn(now())) < 0;

  for (const [index, { key }] of answering.entries()) {
    const answer = async (standard: string, at: Clock, words: object) => {
      const question = questions.find((each) => each.standard === standard);
      if (!question) return;
      const where = { roundId, questionId: question.id, workplace: key };
      await writeAnswer(db, planner, at, where, AnswerWords.parse({ version: 0, ...words }));
    };
    for (const [place, prerequisite] of prerequisites.entries()) {
      const level = levels[index]?.[place];
      if (level === undefined) continue;
      const gap = level === 0 ? missing : undefined;
      if (hasBegun) await answer(prerequisite, atFirst, { level: Math.max(0, level - 1) });
      await answer(prerequisite, now, { level, gap, version: hasBegun ? 1 : 0 });
    }
    await answer("participation", now, { body: participation[index] });
    for (const way of ways[index] ?? []) await answer("practice", now, way);
  }
}

function clockOn(day: Temporal.PlainDate | null): Clock | undefined {
  return day ? () => day.toZonedDateTime("Europe/Stockholm").toInstant() : undefined;
}

// Invented, in the manner of what workplaces write. One judges nothing yet about two of the six.
const levels = [
  [1, 0, 2, 1, 3, 2],
  [2, 1, 2, 0, 2, 2],
  [1, 2, 3, 1],
];
const missing = "Det finns ingen tid avsatt. Vi behöver en timme i månaden i schemat, och någon som håller i den.";
const participation = [
  "Vi frågar familjerna efter varje avslutad kontakt, men ingen sammanställer svaren.",
  "Ungdomarna är med i ett råd två gånger per år. Det vi hör där når sällan dem som planerar.",
  "Vi har inget ordnat sätt att fråga.",
];
const ways = [
  [
    {
      name: "Första mötet hemma hos familjen",
      restsOn: ["profession", "serviceUser"],
      body: "Familjerna säger att det är lättare att berätta där.",
    },
    { name: "Utredningsmöte varje torsdag", restsOn: ["tradition"], body: "Det låg på torsdagar när vi kom hit." },
  ],
  [
    {
      name: "Föräldragrupp i åtta veckor",
      restsOn: ["research"],
      body: "Programmet har en manual, och vi följer den.",
    },
  ],
  [{ name: "Samverkansmöte en gång i månaden", restsOn: ["unknown"] }],
];
