import { expect, test } from "vitest";
import { post } from "../src/platform/mail/mail.ts";
import { statements } from "./database.ts";
import { demoRoutes } from "./demo-routes.ts";
import type { Visitor } from "./demo-stage.ts";
import { given } from "./given.ts";
import { givenRounds } from "./given-rounds.ts";

const { ask, db, ownerDb, cache, demo, rounds } = await demoRoutes();

/** How many statements a page sends, drawn anew. */
async function countOf(who: Visitor, path: string): Promise<number> {
  cache.drop();
  return (await statements(async () => (await ask(who, path)).text())).length;
}

test("a public round takes at most a dozen statements, and none at all when it has just been shown", async () => {
  const path = `/cirklar/${rounds.first.slug}`;
  const count = await countOf("nobody", path);
  expect(count).toBeGreaterThan(0);
  expect(count).toBeLessThanOrEqual(12);
  expect(await statements(async () => ask("nobody", path))).toEqual([]);
});

const lists: readonly (readonly [Visitor, string])[] = [
  ["nobody", "/cirklar"],
  ["nobody", "/flode.atom"],
  ["leader", "/idag"],
  ["leader", "/planera"],
  ["leader", `/planera/${rounds.first.slug}/anmalningar`],
  ["leader", `/planera/${rounds.selection.slug}/urval`],
  ["leader", "/personer"],
  ["leader", "/organisationer"],
  ["administrator", "/drift/utkorg"],
  ["administrator", "/drift/spar"],
];

test("a list takes the same statements however many rows it has", async () => {
  const counts = async () => {
    const found: Record<string, number> = {};
    for (const [who, path] of lists) found[path] = await countOf(who, path);
    return found;
  };
  const few = await counts();
  await addRows();
  expect(await counts()).toEqual(few);
  // "Idag" asks one question for each kind of thing that may be forgotten.
  const most = (path: string) => (path === "/idag" ? 41 : 20);
  expect(Object.entries(few).filter(([path, count]) => count > most(path))).toEqual([]);
});

async function addRows(): Promise<void> {
  const { published, registration } = givenRounds(ownerDb);
  const { someone } = given(ownerDb);
  for (let time = 0; time < 6; time += 1) {
    const { id } = await published(demo.organisationId);
    await registration(id, { state: "placed" });
    for (const [round, state] of [
      [rounds.first.id, "held"],
      [rounds.selection.id, "applied"],
    ] as const) {
      await registration(round, { state, queue_no: 100 + time, held_until: null });
    }
    await someone("unitManager", { organisation: demo.organisationId }, { name: `Kollega ${time}` });
    await post(db, { to: `en${time}@example.se`, subject: "Hej", text: "Hej", html: "<p>Hej</p>" });
  }
}
