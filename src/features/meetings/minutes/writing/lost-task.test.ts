import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { type NoteDraft, type Shelf, Sitting } from "../../../../../client/note-sending.ts";
import { given as sentences } from "../../../../../test/given.ts";
import { givenMinutes } from "../../../../../test/given-final-minutes.ts";
import { givenMeetings } from "../../../../../test/given-meetings.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { testWeb } from "../../../../../test/web.ts";

const { app, ownerDb, signedIn, url } = await testWeb(noon("2027-03-18"));
const given = sentences(ownerDb);
const meetings = givenMeetings(ownerDb);

/** Working minutes with an item, a note-taker in the middle of it, and how what they write is sent from their device. */
async function writing() {
  const unit = await given.organisation();
  const body = await meetings.body(unit);
  const bo = await given.person();
  await meetings.sits(body, bo);
  const { id, slug } = await meetings.meeting(unit, [body], { state: "held" });
  const partId = await givenMinutes(ownerDb).part(id, body, [{ heading: "Yrkesresan" }], { state: "working" });
  await ownerDb.insertInto("minutes_note_taker").values({ part_id: partId, person_id: bo }).execute();
  const { id: itemId } = await ownerDb
    .selectFrom("minutes_item")
    .where("part_id", "=", partId)
    .select("id")
    .executeTakeFirstOrThrow();
  const address = `/mote/${slug}/anteckningar/punkt/${itemId}`;
  const cookie = await signedIn(bo);
  const kept = new Map<string, string>();
  const shelf: Shelf = {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
  const sitting = (as: string) => {
    const post = async ({ hand, turn, basedOn, body: text }: NoteDraft) =>
      app.request(`${address}/spara`, {
        method: "POST",
        headers: { origin: url, cookie: as },
        body: new URLSearchParams({ hand, turn: String(turn), basedOn: String(basedOn), body: text }),
      });
    return new Sitting(shelf, itemId, post, { hand: randomUUID(), turn: 0, basedOn: 0, body: "" });
  };
  const loseTask = () => ownerDb.deleteFrom("minutes_note_taker").where("part_id", "=", partId).execute();
  return { address, cookie, sitting, loseTask, kept, slug };
}

test("a note-taker who has lost the task is told so, not that they are signed out, and keeps what was written", async () => {
  const { address, cookie, sitting, loseTask, kept } = await writing();
  const page = await (await app.request(address, { headers: { cookie } })).text();
  const [, words] = /data-not-yours="([^"]*)"/u.exec(page) ?? [];
  expect(words).toMatch(/^Du skriver inte här längre/u);
  expect(words).not.toContain("logga");
  const own = sitting(cookie);
  own.write("Vi enades om");
  expect(await own.send()).toBe("saved");
  await loseTask();
  own.write("Vi enades om att vänta");
  expect(await own.send()).toBe("notYours");
  expect([...kept.values()].join("")).toContain("Vi enades om att vänta");
});

test("whoever is signed out in the middle is told so, and sends it when they are back (negative control)", async () => {
  const { cookie, sitting } = await writing();
  const out = sitting("");
  out.write("Vi enades");
  expect(await out.send()).toBe("signedOut");
  const back = sitting(cookie);
  back.write("Vi enades");
  expect(await back.send()).toBe("saved");
});
