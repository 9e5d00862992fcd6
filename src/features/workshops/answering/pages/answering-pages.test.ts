import { describe, expect, onTestFinished, test, vi } from "vitest";
import { sql } from "kysely";
import { newSecret } from "#platform/tokens/secret-token.ts";
import { longestAnswer } from "#features/workshops/answering/answer.ts";
import { workshopChannel } from "#features/workshops/workshop/leading/commands.ts";
import type { QuestionKind } from "#features/workshops/workshop/workshop.ts";
import { notify } from "#platform/database/notices.ts";
import { statements } from "../../../../../test/database.ts";
import { given } from "../../../../../test/given.ts";
import { noon } from "../../../../../test/given-rounds.ts";
import { givenWorkshops } from "../../../../../test/given-workshops.ts";
import { testWeb } from "../../../../../test/web.ts";

const now = noon("2027-03-18");
const { app, ownerDb, url, signedIn } = await testWeb(now);
const workshops = givenWorkshops(ownerDb);
const unit = await given(ownerDb).organisation();

async function asked(kind: QuestionKind = "open", over: Parameters<typeof workshops.workshop>[1] = {}) {
  const room = await workshops.workshop(unit, { state: "open", device: "person", title: "Vad ska vi fråga?", ...over });
  const question = await workshops.question(room.id, kind, "Vad behöver vi veta?", ["Kostnad", "Nytta"]);
  const roundId = await workshops.round(room.id, question.id);
  return { room, question, roundId };
}

type Asking = { cookie?: string; accept?: string };
const ask = (path: string, { cookie = "", accept = "text/html" }: Asking = {}) =>
  app.request(path, { headers: { cookie, accept } });
const send = (
  path: string,
  values: Record<string, string> | [string, string][],
  { cookie = "", accept = "text/html" } = {},
) =>
  app.request(path, {
    method: "POST",
    headers: { origin: url, cookie, accept },
    body: new URLSearchParams(values),
  });
const json = { accept: "application/json" };

/** A phone that has come in: its cookie. */
async function phoneIn(code: string, values: Record<string, string> = {}) {
  const answer = await send(`/delta/${code}`, values);
  expect([answer.status, answer.headers.get("location")]).toEqual([303, `/delta/${code}`]);
  return answer.headers.getSetCookie()[0]!.split(";")[0]!;
}

const kept = (roundId: string) =>
  ownerDb
    .selectFrom("workshop_answer")
    .where("round_id", "=", roundId as never)
    .orderBy("answer_no")
    .selectAll()
    .execute();

/** Says as the commands of those who lead do that the room has changed. */
async function roomChanges(id: string, columns: ReturnType<typeof sql>) {
  await sql`update workshop set ${columns}, room_version = room_version + 1 where id = ${id}`.execute(ownerDb);
  await notify(ownerDb, workshopChannel, id);
}

describe("the way in", () => {
  test("a code is taken however it is written, and leads to the room", async () => {
    const { room } = await asked();
    const typed = ` ${room.code.slice(0, 3).toLowerCase()}-${room.code.slice(3)} `;
    expect((await send("/delta", { code: typed })).headers.get("location")).toBe(`/delta/${room.code}`);
    expect((await ask(`/delta/${room.code.toLowerCase()}`)).headers.get("location")).toBe(`/delta/${room.code}`);
    expect((await send("/delta", { code: "fel" })).status).toBe(422);
  });

  test("the code of a workshop that is closed, or of none, is told in words, with a way to try again", async () => {
    const { room } = await asked("open", { state: "closed", join_code: null });
    const answer = await ask(`/delta/${room.code}`);
    const text = await answer.text();
    expect(answer.status).toBe(404);
    expect(text).toContain("Ingen öppen workshop har koden");
    expect(text).toContain("Workshoppen kan vara avslutad");
    expect(text).toContain('name="code"');
  });

  test("the same phone twice is one device, and comes straight in", async () => {
    const { room } = await asked();
    const cookie = await phoneIn(room.code);
    await send(`/delta/${room.code}`, {}, { cookie });
    expect(
      await ownerDb.selectFrom("workshop_device").where("workshop_id", "=", room.id).selectAll().execute(),
    ).toHaveLength(1);
    const page = await (await ask(`/delta/${room.code}`, { cookie })).text();
    expect(page).toContain("Vad behöver vi veta?");
    expect(await (await ask(`/delta/${room.code}`)).text()).not.toContain("Vad behöver vi veta?");
  });

  test("a whole room of five hundred behind one network comes in", async () => {
    const { room } = await asked();
    const statuses = await Promise.all(
      Array.from({ length: 500 }, async () => (await send(`/delta/${room.code}`, {})).status),
    );
    expect(new Set(statuses)).toEqual(new Set([303]));
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from workshop_device where workshop_id = ${room.id}`.execute(ownerDb);
    expect(rows[0]?.count).toBe(500);
  });

  test("where there are groups one is chosen, and it is told that another device answers for it", async () => {
    const { room } = await asked("open", { device: "group" });
    const group = await workshops.group(room.id, "Norr");
    const refused = await send(`/delta/${room.code}`, {});
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining("Välj en grupp")]);
    const first = await phoneIn(room.code, { group });
    expect(await (await ask(`/delta/${room.code}`)).text()).toContain("Gruppen har en enhet redan");
    await phoneIn(room.code, { group });
    expect(await (await ask(`/delta/${room.code}`, { cookie: first })).text()).toContain(
      "En annan enhet svarar för gruppen",
    );
  });
});

describe("an answer", () => {
  test("goes without script: a form, and the page again", async () => {
    const { room, roundId } = await asked();
    const cookie = await phoneIn(room.code);
    const page = await (await ask(`/delta/${room.code}`, { cookie })).text();
    const mark = /name="mark" value="([^"]+)"/.exec(page)![1]!;
    const sent = await send(`/delta/${room.code}/svar`, { round: roundId, mark, text: "Vad kostar det?" }, { cookie });
    expect([sent.status, sent.headers.get("location")]).toEqual([303, `/delta/${room.code}`]);
    await send(`/delta/${room.code}/svar`, { round: roundId, mark, text: "Vad kostar det?" }, { cookie });
    expect((await kept(roundId)).map(({ text }) => text)).toEqual(["Vad kostar det?"]);
    expect(await (await ask(`/delta/${room.code}`, { cookie })).text()).toContain("1 svar av högst 5 är skickat");
  });

  test("with ten thousand characters or a personal number is refused kindly, and stands in its field", async () => {
    const { room, roundId } = await asked();
    const cookie = await phoneIn(room.code);
    const long = "a".repeat(10_000);
    const refused = await send(`/delta/${room.code}/svar`, { round: roundId, mark: "1", text: long }, { cookie });
    const page = await refused.text();
    expect(refused.status).toBe(422);
    expect(page).toContain(`Högst ${longestAnswer.toLocaleString("sv-SE")} får plats`);
    expect(page).toContain(long);
    const numbered = await send(
      `/delta/${room.code}/svar`,
      { round: roundId, mark: "2", text: "Gäller 19121212-1212" },
      { cookie, ...json },
    );
    expect([numbered.status, await numbered.json()]).toEqual([
      422,
      { code: "web.form_invalid", problems: [expect.stringContaining("personnummer")] },
    ]);
    expect(await kept(roundId)).toEqual([]);
  });

  test("to a script it is told how many are left", async () => {
    const { room, roundId, question } = await asked("single");
    const cookie = await phoneIn(room.code);
    const values = { round: roundId, mark: "1", option: question.options[0]! };
    const first = await send(`/delta/${room.code}/svar`, values, { cookie, ...json });
    expect([first.status, await first.json()]).toEqual([200, expect.objectContaining({ fate: "taken", left: 0 })]);
    const again = await send(`/delta/${room.code}/svar`, values, { cookie, ...json });
    expect([again.status, await again.json()]).toEqual([200, expect.objectContaining({ fate: "already", left: 0 })]);
    const other = await send(`/delta/${room.code}/svar`, { ...values, mark: "2" }, { cookie, ...json });
    expect(other.status).toBe(409);
  });

  test("from a bot is limited, and everybody else answers meanwhile", async () => {
    const { room, roundId } = await asked();
    const [bot, other] = [await phoneIn(room.code), await phoneIn(room.code)];
    const flood = Promise.all(
      Array.from({ length: 1_000 }, async (_, number) => {
        const text = `Skräp ${number}`;
        return (
          await send(`/delta/${room.code}/svar`, { round: roundId, mark: `${number}`, text }, { cookie: bot, ...json })
        ).status;
      }),
    );
    const answered = await send(
      `/delta/${room.code}/svar`,
      { round: roundId, mark: "o", text: "Mitt svar" },
      { cookie: other, ...json },
    );
    const statuses = await flood;
    expect(answered.status).toBe(200);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThan(950);
    const texts = (await kept(roundId)).map(({ text }) => text);
    expect(texts).toContain("Mitt svar");
    expect(texts.length).toBeLessThanOrEqual(6);
  });

  test("sent from another site is not taken", async () => {
    const { room, roundId } = await asked();
    const cookie = await phoneIn(room.code);
    const forged = await app.request(`/delta/${room.code}/svar`, {
      method: "POST",
      headers: { origin: "https://example.org", cookie },
      body: new URLSearchParams({ round: roundId, mark: "1", text: "Ja" }),
    });
    expect(forged.status).toBe(403);
    expect(await kept(roundId)).toEqual([]);
  });
});

describe("what the room is told", () => {
  /** A stream read as text. */
  async function streamed(path: string, cookie: string) {
    const response = await ask(path, { cookie, accept: "text/event-stream" });
    expect([response.status, response.headers.get("content-type")]).toEqual([200, "text/event-stream; charset=utf-8"]);
    const reader = response.body!.getReader();
    onTestFinished(() => reader.cancel());
    const heard = { text: "" };
    void (async () => {
      for (let part = await reader.read(); !part.done; part = await reader.read())
        heard.text += new TextDecoder().decode(part.value);
    })();
    return heard;
  }

  test("a question comes, rests and goes by itself, on a stream or asked for", async () => {
    const { room, roundId } = await asked();
    const cookie = await phoneIn(room.code);
    const heard = await streamed(`/delta/${room.code}/handelser`, cookie);
    await vi.waitFor(() => expect(heard.text).toContain("Vad behöver vi veta?"));

    heard.text = "";
    await roomChanges(room.id, sql`state = 'paused', paused_at = now()`);
    await vi.waitFor(() => expect(heard.text).toContain("Paus"), { timeout: 1_000 });
    heard.text = "";
    await roomChanges(room.id, sql`state = 'open', paused_at = null`);
    await vi.waitFor(() => expect(heard.text).toContain(roundId), { timeout: 1_000 });

    const polled = await ask(`/delta/${room.code}/laget?efter=0`, { cookie });
    expect(await polled.json()).toMatchObject({ mark: "2", told: { state: "open" } });
    expect((await ask(`/delta/${room.code}/laget?efter=2`, { cookie })).status).toBe(204);

    await roomChanges(room.id, sql`state = 'closed', closed_at = now(), join_code = null`);
    await vi.waitFor(() => expect(heard.text).toContain("Workshoppen är avslutad"), { timeout: 1_000 });
    expect((await ask(`/delta/${room.code}/laget`, { cookie })).status).toBe(410);
  });

  test("is for devices that have come in", async () => {
    const { room } = await asked();
    expect((await ask(`/delta/${room.code}/handelser`, { accept: "text/event-stream" })).status).toBe(403);
    expect((await ask(`/delta/${room.code}/handelser`, { cookie: `delta=${newSecret()}` })).status).toBe(403);
  });

  test("the screen is told within a second what has come in, whichever process took it, and only those who lead hear it", async () => {
    const { room, question, roundId } = await asked();
    const leader = await given(ownerDb).someone("developmentLeader", { organisation: unit });
    const stranger = await given(ownerDb).someone("developmentLeader", {
      organisation: await given(ownerDb).organisation(),
    });
    const cookie = await signedIn(leader.personId);
    const path = `/workshop/${room.slug}/handelser`;
    const heard = await streamed(path, cookie);
    await vi.waitFor(() => expect(heard.text).toContain('"answers":0'));
    // Taken by another process: nothing tells this one.
    for (let number = 0; number < 30; number += 1)
      await workshops.answer(room.id, question.id, { text: `Svar ${number}` }, { round: roundId });
    await vi.waitFor(() => expect(heard.text).toContain('"answers":30'), { timeout: 1_000 });
    expect(await (await ask(path, { cookie })).json()).toMatchObject({ told: { answers: 30, state: "open" } });
    expect((await ask(path, { cookie: await signedIn(stranger.personId) })).status).toBe(404);
    expect((await ask(path)).status).toBe(303);
  });
});

test("the room is read with two statements, and an answer is taken with one", async () => {
  const { room, roundId } = await asked();
  const cookie = await phoneIn(room.code);
  expect(await statements(async () => ask(`/delta/${room.code}`, { cookie }))).toHaveLength(2);
  const values = { round: roundId, mark: "1", text: "Ja" };
  expect(await statements(async () => send(`/delta/${room.code}/svar`, values, { cookie, ...json }))).toHaveLength(1);
});
