import mammoth from "mammoth";
import { expect, test } from "vitest";
import { given } from "../../../../../test/given.ts";
import { actorWith, givenRounds, noon } from "../../../../../test/given-rounds.ts";
import { testWeb } from "../../../../../test/web.ts";
import { changeProposal, publishProposal, tellOfProposal, writeProposal } from "#features/circles/proposal/commands.ts";
import { ProposalChange, ProposalStep, ProposalWords } from "#features/circles/proposal/proposal.ts";
import { mayOwnProposals, publishedProposals } from "#features/circles/proposal/published/queries.ts";
import { proposalInRoom, proposalWithId } from "#features/circles/proposal/queries.ts";
import { roundFacts } from "#features/circles/round/queries.ts";

const autumn = noon("2027-10-04");
const { app, db, ownerDb } = await testWeb(autumn);
const rounds = givenRounds(ownerDb);
const unit = await given(ownerDb).organisation({ name: "FoU Länet" });
const ale = await given(ownerDb).organisation({ name: "Ale kommun", slug: "ale-kommun" });
await ownerDb.updateTable("organisation").set({ short_name: "Ale" }).where("id", "=", ale).execute();
const leader = await rounds.planner(unit);
const words = (over: object = {}) =>
  ProposalWords.parse({ title: "En timme", problem: "P", content: "C", owner: "Ale kommun", ...over });

async function circle() {
  const round = await rounds.published(unit, { state: "running" });
  const personId = await rounds.person({ name: "Åsa Berg" });
  await rounds.registration(round.id, { name: "Åsa Berg", email: `${personId}@example.se`, person_id: personId });
  return { round, asa: actorWith([], {}, personId) };
}
const text = async (path: string) => (await app.request(path)).text();

test("an owner is the organisation it is written as; another stands as it is written (R021)", async () => {
  const { round, asa } = await circle();
  const { id } = await writeProposal(db, asa, autumn, round.id, words({ owner: "ALE KOMMUN" }));
  expect(await proposalWithId(db, id)).toMatchObject({ owner: "ALE KOMMUN", ownerSlug: "ale-kommun" });
  const change = (owner: string, version: number) => ProposalChange.parse({ ...words({ owner }), version });
  await changeProposal(db, asa, autumn, id, change("Föreningen Bro", 1));
  expect(await proposalWithId(db, id)).toMatchObject({ owner: "Föreningen Bro", ownerSlug: null });
  await changeProposal(db, asa, autumn, id, change("Ale", 2));
  expect((await proposalInRoom(db, leader, round.slug, id)).proposal.ownerSlug).toBe("ale-kommun");
});

test("to choose among stand where those in the circle work, the organiser and its municipalities, each once", async () => {
  const { round } = await circle();
  const facts = await roundFacts(db, round.id);
  const today = Temporal.PlainDate.from("2027-10-04");
  expect(await mayOwnProposals(db, facts!, ["Mölndals stad", "Mölndals stad"], today)).toEqual([
    "Mölndals stad",
    "FoU Länet",
  ]);
});

test("what is published stands in the list and on the page of its round, and what is not does not", async () => {
  const { round, asa } = await circle();
  await writeProposal(db, asa, autumn, round.id, words({ title: "Hemligt" }));
  const { id } = await writeProposal(db, asa, autumn, round.id, words({ title: "Öppet & <klart>" }));
  await publishProposal(db, leader, autumn, id, true);
  expect((await publishedProposals(db, round.id)).map(({ title }) => title)).toEqual(["Öppet & <klart>"]);
  for (const path of ["/forslag", `/cirklar/${round.slug}`]) {
    const page = await text(path);
    expect(page).toContain("Öppet &amp; &lt;klart&gt;");
    for (const hidden of ["Hemligt", "Åsa Berg"]) expect(page).not.toContain(hidden);
  }
  await publishProposal(db, leader, autumn, id, false);
  expect(await publishedProposals(db, round.id)).toEqual([]);
});

test("anybody may take it as Word, without names and without why it was dropped", async () => {
  const { round, asa } = await circle();
  const { id } = await writeProposal(db, asa, autumn, round.id, words());
  const address = `/cirklar/${round.slug}/forslag/${id}/forslag.docx`;
  expect((await app.request(address)).status).toBe(404);
  await publishProposal(db, leader, autumn, id, true);
  await tellOfProposal(db, asa, autumn, id, ProposalStep.parse({ state: "dropped", reason: "Chefen sa nej" }));
  const file = Buffer.from(await (await app.request(address)).arrayBuffer());
  const { value } = await mammoth.convertToHtml({ buffer: file });
  expect(value).toContain("<h1>En timme</h1>");
  expect(value).toContain("Nedlagt");
  for (const hidden of ["Chefen sa nej", "Åsa Berg"]) expect(value).not.toContain(hidden);
});
