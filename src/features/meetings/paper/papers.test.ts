import { expect, test } from "vitest";
import { openFiles } from "#platform/files/files.ts";
import { addPaper, removePaper } from "#features/meetings/paper/commands.ts";
import { PaperWish } from "#features/meetings/paper/paper.ts";
import { bodiesWithoutPlainPaper, paperFile, papersOf } from "#features/meetings/paper/queries.ts";
import { givenMeetings } from "../../../../test/given-meetings.ts";
import { noon } from "../../../../test/given-rounds.ts";
import { given } from "../../../../test/given.ts";
import { testWeb } from "../../../../test/web.ts";

const { db, ownerDb, config } = await testWeb();
const { organisation, person, actor } = given(ownerDb);
const meetings = givenMeetings(ownerDb);
const files = openFiles(config.dataDir);
const now = noon("2027-03-18");
const file = { name: "underlag.txt", bytes: new TextEncoder().encode("Underlag") };
const link = { title: "Länk", link: "https://example.se/underlag" };

async function joint() {
  const unit = await organisation();
  const [one, other] = [await meetings.body(unit), await meetings.body(unit)];
  const [rut, bo] = [await person({ name: "Rut Åberg" }), await person({ name: "Bo Ek" })];
  await meetings.sits(one, rut, "secretary");
  await meetings.sits(one, bo);
  const { id, slug } = await meetings.meeting(unit, [one, other]);
  const secretary = await actor(rut);
  const lay = (said: object, sent?: typeof file, who = secretary) =>
    addPaper(db, files, who, now, slug, PaperWish.parse(said), sent);
  return { unit, one, other, id, slug, secretary, member: await actor(bo), lay };
}

test("links and files are laid on a meeting, those for all first, and taken away", async () => {
  const { id, slug, one, secretary, lay } = await joint();
  await lay({ ...link, bodyId: one });
  const laid = await lay({ title: "Underlag" }, file);
  expect((await papersOf(db, id)).map(({ title, bodyId }) => [title, bodyId])).toEqual([
    ["Underlag", null],
    ["Länk", one],
  ]);
  const { key, name } = await paperFile(db, id, laid);
  expect([name, new TextDecoder().decode((await files.read(key)) ?? new Uint8Array())]).toEqual([
    "underlag.txt",
    "Underlag",
  ]);
  await removePaper(db, secretary, now, slug, laid);
  expect(await papersOf(db, id)).toMatchObject([{ title: "Länk" }]);
});

test("a paper is a file or a link, of a body that meets, laid by whoever plans; otherwise nothing is kept", async () => {
  const { unit, id, member, lay } = await joint();
  await expect(lay({ title: "Inget" })).rejects.toMatchObject({ kind: "invalid" });
  await expect(lay(link, file)).rejects.toMatchObject({ kind: "invalid" });
  const elsewhere = await meetings.body(unit);
  await expect(lay({ ...link, bodyId: elsewhere })).rejects.toMatchObject({ kind: "not_found" });
  await expect(lay(link, undefined, member)).rejects.toMatchObject({ kind: "forbidden" });
  await expect(lay(link, undefined, await actor(await person()))).rejects.toMatchObject({ kind: "not_found" });
  expect(await papersOf(db, id)).toEqual([]);
});

test("a paper of another meeting is not read or taken away here", async () => {
  const here = await joint();
  const there = await joint();
  const paper = await there.lay({ title: "Underlag" }, file);
  await expect(paperFile(db, here.id, paper)).rejects.toMatchObject({ kind: "not_found" });
  await expect(removePaper(db, here.secretary, now, here.slug, paper)).rejects.toMatchObject({ kind: "not_found" });
  expect(await papersOf(db, there.id)).toHaveLength(1);
});

test("a body with a seat for a service-user representative lacks a paper in plain language until there is one", async () => {
  const { id, one, other, lay } = await joint();
  expect(await bodiesWithoutPlainPaper(db, id)).toEqual([]);
  await meetings.seat(one, { kind: "userRepresentative" });
  await lay(link);
  await lay({ ...link, bodyId: other, isPlain: true });
  expect(await bodiesWithoutPlainPaper(db, id)).toMatchObject([{ id: one }]);
  await lay({ ...link, isPlain: true });
  expect(await bodiesWithoutPlainPaper(db, id)).toEqual([]);
});
