import { expect, test } from "vitest";
import { Notes, stopsAt } from "#features/knowledge/question/five-steps/five-steps.ts";
import { given } from "../../../../../test/given.ts";
import { testWeb } from "../../../../../test/web.ts";

const { app, url, ownerDb, signedIn } = await testWeb();
const walk = async (values: Record<string, string>, cookie?: string) => {
  const headers = { origin: url, ...(cookie ? { cookie } : {}) };
  const answer = await app.request("/fem-steg", { method: "POST", headers, body: new URLSearchParams(values) });
  return { status: answer.status, text: await answer.text() };
};

test.each([
  { notes: {}, stops: undefined },
  { notes: { readable: "yes", improves: "yes", reliable: "yes" }, stops: undefined },
  { notes: { readable: "no", improves: "no" }, stops: "readable" },
  { notes: { readable: "yes", improves: "no" }, stops: "improves" },
  { notes: { reliable: "no" }, stops: "reliable" },
])("$notes stops at $stops", ({ notes, stops }) => {
  expect(stopsAt(Notes.parse(notes))).toBe(stops);
});

test("anybody walks through it, and what was noted goes along and is shown at the end", async () => {
  const second = await walk({ from: "formulate", to: "search", text: "Vad minskar avbrott?" });
  expect(second.text).toContain('type="hidden" name="text" value="Vad minskar avbrott?"');
  expect(second.text).toContain("/sok?q=Vad%20minskar%20avbrott%3F");
  const last = await walk({
    from: "evaluate",
    to: "done",
    text: "Vad minskar avbrott?",
    readable: "yes",
    followed: "Avbrott per år",
  });
  for (const said of ["Vad minskar avbrott?", "Avbrott per år", "Inget antecknat"]) expect(last.text).toContain(said);
});

test("it stops where what was found does not hold, and says that this is a result; one may go back to the search", async () => {
  const stopped = await walk({ from: "appraise", to: "weigh", reliable: "no" });
  expect(stopped.text).toContain("Det är ett giltigt resultat.");
  expect(stopped.text).not.toContain("Vad säger forskningen?");
  expect((await walk({ from: "appraise", to: "search", reliable: "no" })).text).toContain("Var sökte du");
});

test("a personal number is refused where it stands, and what nobody asked for is no note", async () => {
  const refused = await walk({ from: "search", to: "appraise", searched: "Om 191212121212" });
  expect(refused.status).toBe(422);
  expect(refused.text).toContain('id="f-searched"');
  expect((await walk({ from: "search", to: "appraise", unknown: "x" })).status).toBe(422);
});

test("nothing is kept of it", async () => {
  const cookie = await signedIn(await given(ownerDb).person());
  await walk({ from: "formulate", to: "search", text: "Alldeles egna ord" }, cookie);
  expect(await ownerDb.selectFrom("audit_record").select("id").execute()).toEqual([]);
});
