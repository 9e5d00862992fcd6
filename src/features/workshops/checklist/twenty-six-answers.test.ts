import { expect, test } from "vitest";
import { testDatabase } from "../../../../test/database.ts";
import { given, someDay } from "../../../../test/given.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { givenWorkshops } from "../../../../test/given-workshops.ts";
import { NewChecklist, Publishing } from "#features/workshops/checklist/checklist-wish.ts";
import { makeChecklist } from "#features/workshops/checklist/commands.ts";
import { type Dimension, dimensions, dimensionsOfTheRoom } from "#features/workshops/checklist/dimensions.ts";
import { publishDraft } from "#features/workshops/checklist/publishing/commands.ts";
import { checklistInside, roomsWordsOf } from "#features/workshops/checklist/inside/queries.ts";
import { publishedChecklists, checklistVersion } from "#features/workshops/checklist/queries.ts";
import { gatherAnswers } from "#features/workshops/merging/commands.ts";
import { addQuestion } from "#features/workshops/merging/questions/commands.ts";
import { nearDuplicates } from "#features/workshops/merging/near-duplicates.ts";
import { mergingOf } from "#features/workshops/merging/queries.ts";

/** Twenty-six answers of our own wording, each with what it is about; the groups take turns. */
const said: readonly (readonly [Dimension, string])[] = [
  ["cost", "Vad får det här kosta oss?"],
  ["effect", "Vilka resultat brukar det ge?"],
  ["systemImpact", "Märker andra enheter av det?"],
  ["staffImpact", "Hur blir det för personalen?"],
  ["evidence", "Är det utforskat någonstans?"],
  ["leadership", "Vad ska jag som chef bidra med?"],
  ["followUp", "När och hur utvärderar vi?"],
  ["implementation", "I vilken ordning inför vi det?"],
  ["purpose", "Vad vill vi uppnå?"],
  ["userBenefit", "Vad får brukarna ut av det?"],
  ["purpose", "Varför just det här och just nu?"],
  ["currentPractice", "Vad har vi redan på plats?"],
  ["replaces", "Vad lägger vi ner i stället?"],
  ["targetGroup", "Vilka personer är tänkta?"],
  ["timeToEffect", "Hur länge får vi vänta på resultat?"],
  ["adaptation", "Passar det i en liten kommun?"],
  ["harmRisk", "Vad är baksidan?"],
  ["harmRisk", "Vilka risker tar vi?"],
  ["harmRisk", "Finns det risker för barnen?"],
  ["collaboration", "Måste skolan vara med?"],
  ["competence", "Behöver vi gå en kurs?"],
  ["goalAlignment", "Ligger det i linje med målen?"],
  ["rollout", "Börja smått eller ta allt på en gång?"],
  ["testDesign", "Vad menar vi när vi säger att vi provar?"],
  ["responsibility", "Vem håller i det?"],
  ["userBenefit", "Hur får vi veta att brukarna har fått det bättre?"],
];

test("a room's 26 answers come to a checklist of 22 dimensions, and the checklist leads back to all 26, word for word (R182-R208)", async () => {
  const now = noon("2027-03-18");
  const { db, ownerDb } = await testDatabase();
  const { organisation, someone } = given(ownerDb);
  const workshops = givenWorkshops(ownerDb);
  const unit = await organisation();
  const leader = await someone("developmentLeader", { organisation: unit });
  const { id, slug } = await workshops.workshop(unit, { state: "closed" });
  const groups = [];
  for (const name of ["Grupp 1", "Grupp 2", "Grupp 3", "Grupp 4"]) groups.push(await workshops.group(id, name));
  const asked = await workshops.question(id, "open", "Vad behöver en chef ta reda på innan en metod införs?");
  for (const [at, [, text]] of said.entries())
    await workshops.answer(id, asked.id, { text }, { group: groups[at % groups.length] });

  // What is proposed is there to be confirmed: the two about risks are found.
  const { waiting } = await mergingOf(db, id);
  const textOf = new Map(waiting.map((answer) => [answer.id, answer.text]));
  expect(nearDuplicates(waiting).map(({ ids }) => ids.map((each) => textOf.get(each)))).toContainEqual([
    "Vilka risker tar vi?",
    "Finns det risker för barnen?",
  ]);

  // A person says what belongs together.
  for (const dimension of dimensionsOfTheRoom) {
    const texts = said.filter(([about]) => about === dimension).map(([, text]) => text);
    const answers = waiting.filter(({ text }) => texts.includes(text)).map((answer) => answer.id);
    await gatherAnswers(db, leader, now, slug, { answers, text: null, dimension });
  }
  await addQuestion(db, leader, now, slug, { text: "Når det alla lika?", help: null, dimension: "equity" });
  await addQuestion(db, leader, now, slug, { text: "Håller det i lag?", help: null, dimension: "lawAndEthics" });

  const made = await makeChecklist(db, leader, now, slug, NewChecklist.parse({ title: "Inför en ny metod" }));
  const { checklist } = await checklistInside(db, leader, made.slug);
  await publishDraft(db, leader, now, made.slug, Publishing.parse({ version: checklist.version }));
  const listed = (await publishedChecklists(db)).find((each) => each.slug === made.slug);
  expect(listed).toMatchObject({ versionNo: 1, questions: 24, short: 8 });

  const { questions } = await checklistVersion(db, listed!.versionId);
  expect(questions.map(({ dimension }) => dimension)).toEqual(dimensions);
  expect(questions.filter(({ isAddition }) => isAddition).map(({ dimension }) => dimension)).toEqual([
    "equity",
    "lawAndEthics",
  ]);

  const words = await roomsWordsOf(db, leader, listed!.versionId, someDay);
  expect(words).toHaveLength(26);
  const aboutOf = new Map(questions.map((question) => [question.id, question.dimension]));
  const back = new Map(words.map(({ questionId, text }) => [text, aboutOf.get(questionId)]));
  expect(said.map(([, text]) => back.get(text))).toEqual(said.map(([dimension]) => dimension));
  const groupOf = new Map(words.map(({ text, group }) => [text, group]));
  expect(said.map(([, text]) => groupOf.get(text))).toEqual(said.map((_, at) => `Grupp ${(at % 4) + 1}`));
});
