import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { linkHolder } from "#kernel/actor.ts";
import { appraisalInside } from "#features/appraisals/appraisal/queries.ts";
import {
  closePerspectiveLink,
  givePerspective,
  hidePerspective,
  openPerspectiveLink,
} from "#features/appraisals/perspective/commands.ts";
import { NewPerspectiveLink, Said } from "#features/appraisals/perspective/perspective-words.ts";
import { howManySaid, linkAsked, perspectivesOf } from "#features/appraisals/perspective/queries.ts";
import { newId } from "#kernel/ids.ts";
import { testWeb } from "../../../../test/web.ts";
import { givenAppraisals } from "../../../../test/given-appraisals.ts";
import { day, noon } from "../../../../test/given-rounds.ts";
import { given, someDay } from "../../../../test/given.ts";
import { visitor } from "../../../../test/visitor.ts";

let clock = noon("2027-03-18");
const now = () => clock();
const { db, ownerDb, app, url } = await testWeb(now);
const { organisation, person, role, actor, someone } = given(ownerDb);
const appraisals = givenAppraisals(ownerDb);
const unit = await organisation({ name: "Familjeenheten" });
const heby = await organisation({ name: "Heby kommun" });
const [eva, nils] = [await person({ name: "Eva Lund" }), await person({ name: "Nils Berg" })];
await role(nils, "unitManager", { organisation: unit });
const [author, decider] = [await actor(eva), await actor(nils)];
const stranger = await someone("unitManager", { organisation: heby });

async function asked(over: object = {}, state: object = {}) {
  const made = await appraisals.appraisal(unit, { decider_id: nils, ...state }, { authors: [eva] });
  const wish = { audience: "serviceUsers", question: "Vad tycker du?", openUntil: "2027-03-31", ...over };
  const link = await openPerspectiveLink(db, author, now, made.slug, NewPerspectiveLink.parse(wish));
  return { ...made, link, secret: link.secret };
}
const said = (over: object = {}) =>
  Said.parse({ mark: randomUUID(), stance: "for", text: "Bra att alla får vara med", ...over });
const rows = (linkId: string) =>
  ownerDb
    .selectFrom("perspective")
    .where("link_id", "=", linkId as never)
    .selectAll()
    .execute();
const onDay = async <T>(date: string, work: () => Promise<T>) => {
  clock = noon(date);
  try {
    return await work();
  } finally {
    clock = noon("2027-03-18");
  }
};

describe("what somebody says by a link", () => {
  test("comes in without anything that tells who said it, or when of the day (R065)", async () => {
    const { secret, link, id } = await asked();
    await givePerspective(db, linkHolder, now, secret, said());
    const [row] = await rows(link.id);
    expect(row).toMatchObject({ stance: "for", text: "Bra att alla får vara med", hidden_at: null });
    expect(String(row?.received_on)).toBe("2027-03-18");
    // An identity that grows with time would tell in which order people wrote.
    expect(row?.id.charAt(14)).toBe("4");
    expect(Object.keys(row ?? {}).toSorted()).toEqual([
      "hidden_at",
      "id",
      "link_id",
      "received_on",
      "sent_mark",
      "stance",
      "text",
    ]);
    const deeds = await ownerDb
      .selectFrom("audit_record")
      .where("what", "=", "appraisals.perspective_given")
      .select(["person_id", "payload"])
      .execute();
    expect(deeds.length).toBeGreaterThan(0);
    expect(
      deeds.every(({ person_id, payload }) => person_id === null && !JSON.stringify(payload).includes("Bra")),
    ).toBe(true);
    expect(await howManySaid(db, id)).toBe(1);
  });

  test("comes once when the same is sent twice, also at once and after the link has closed", async () => {
    const { secret, link, slug } = await asked();
    const words = said();
    await Promise.all([1, 2, 3].map(() => givePerspective(db, linkHolder, now, secret, words)));
    await closePerspectiveLink(db, author, now, slug, link.id);
    await givePerspective(db, linkHolder, now, secret, words);
    expect(await rows(link.id)).toHaveLength(1);
  });

  test("is refused when the link is closed or its day has been, and told so", async () => {
    const { secret, link, slug } = await asked();
    await expect(onDay("2027-04-01", () => givePerspective(db, linkHolder, now, secret, said()))).rejects.toMatchObject(
      {
        kind: "conflict",
        code: "perspective.closed",
      },
    );
    await onDay("2027-03-31", () => givePerspective(db, linkHolder, now, secret, said()));
    await closePerspectiveLink(db, author, now, slug, link.id);
    await expect(givePerspective(db, linkHolder, now, secret, said())).rejects.toMatchObject({ kind: "conflict" });
    await expect(givePerspective(db, linkHolder, now, "no-such-secret", said())).rejects.toMatchObject({
      kind: "not_found",
    });
    expect(await rows(link.id)).toHaveLength(1);
  });

  test("holds no personal number and is no longer than it may be", () => {
    const wrong = (text: string) => Said.safeParse({ mark: randomUUID(), text }).error?.issues[0];
    expect(wrong("Ring 191212121212")).toMatchObject({ path: ["text"], params: { code: "kernel.personal_number" } });
    expect(wrong("x".repeat(10_000))).toMatchObject({ path: ["text"], code: "too_big" });
    expect(wrong(" ")).toMatchObject({ path: ["text"] });
    expect(Said.parse({ mark: randomUUID(), stance: "", text: "Ja" }).stance).toBeNull();
  });

  test("is hidden by those who work with it, and not counted then; shown again it is", async () => {
    const { secret, link, slug, id } = await asked();
    const elsewhere = await asked();
    await givePerspective(db, linkHolder, now, secret, said());
    const row = (await rows(link.id))[0]?.id ?? "";
    await hidePerspective(db, decider, now, slug, row, { hidden: true });
    expect(await howManySaid(db, id)).toBe(0);
    await expect(hidePerspective(db, stranger, now, slug, row, { hidden: false })).rejects.toMatchObject({
      kind: "not_found",
    });
    await expect(hidePerspective(db, author, now, elsewhere.slug, row, { hidden: false })).rejects.toMatchObject({
      code: "perspective.no_such_perspective",
    });
    await hidePerspective(db, author, now, slug, row, { hidden: false });
    expect(await howManySaid(db, id)).toBe(1);
  });

  test("is read by those who work with the appraisal; others see how many, once it is decided", async () => {
    const { secret, slug, id } = await asked();
    await givePerspective(db, linkHolder, now, secret, said());
    await ownerDb.updateTable("appraisal").set({ state: "decided", proposed_at: now() }).where("id", "=", id).execute();
    const seen = async (who: typeof author) => perspectivesOf(db, await appraisalInside(db, who, slug, someDay));
    expect(await seen(author)).toMatchObject([{ said: 1, perspectives: [{ text: "Bra att alla får vara med" }] }]);
    expect(await seen(stranger)).toMatchObject([{ said: 1, counts: { for: 1 }, perspectives: [] }]);
  });
});

describe("a link", () => {
  test("is open at most half a year, and not until a day that has been", async () => {
    const { slug } = await asked();
    for (const openUntil of ["2027-03-17", "2027-12-01"])
      await expect(
        openPerspectiveLink(
          db,
          author,
          now,
          slug,
          NewPerspectiveLink.parse({ audience: "staff", question: "Hur?", openUntil }),
        ),
      ).rejects.toMatchObject({ problems: [{ path: "openUntil" }] });
  });

  test("is made and closed by authors and whoever decides, in their own appraisal", async () => {
    const { slug, link } = await asked();
    const elsewhere = await asked();
    await expect(closePerspectiveLink(db, stranger, now, slug, link.id)).rejects.toMatchObject({ kind: "not_found" });
    await expect(closePerspectiveLink(db, author, now, elsewhere.slug, link.id)).rejects.toMatchObject({
      code: "perspective.no_such_link",
    });
    const keeper = await someone("headOfOperations", { organisation: unit });
    await expect(closePerspectiveLink(db, keeper, now, slug, link.id)).rejects.toMatchObject({ kind: "forbidden" });
    await closePerspectiveLink(db, decider, now, slug, link.id);
    await expect(closePerspectiveLink(db, decider, now, slug, link.id)).rejects.toMatchObject({ kind: "conflict" });
  });
});

describe("the page behind a link", () => {
  const mark = (page: string) => /name="mark" value="([^"]+)"/u.exec(page)?.[1] ?? "";

  test("takes an answer without account or script, once, and says that it came", async () => {
    const { secret, link } = await asked();
    const somebody = visitor(app, url);
    const page = await (await somebody.open(`/synpunkt/${secret}`)).text();
    expect(page).toContain("Vad tycker du?");
    const words = { mark: mark(page), stance: "against", text: "Det är för många möten" };
    const sent = await somebody.send(`/synpunkt/${secret}`, words);
    expect(sent.status).toBe(303);
    await somebody.send(`/synpunkt/${secret}`, words);
    expect(await rows(link.id)).toHaveLength(1);
    expect(await (await somebody.open(sent.headers.get("location") ?? "")).text()).toContain(
      "Tack, det har kommit fram",
    );
  });

  test("gives back what was typed when it is refused, and keeps the mark", async () => {
    const { secret, link } = await asked();
    const somebody = visitor(app, url);
    const first = mark(await (await somebody.open(`/synpunkt/${secret}`)).text());
    const refused = await somebody.send(`/synpunkt/${secret}`, { mark: first, text: "Mitt nummer är 191212121212" });
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(page).toContain("Mitt nummer är 191212121212");
    expect(mark(page)).toBe(first);
    expect(await rows(link.id)).toEqual([]);
  });

  test("is never kept, and is not there for a secret that nobody was given", async () => {
    const { secret } = await asked();
    const page = await app.request(`/synpunkt/${secret}`);
    expect(page.headers.get("cache-control")).toContain("no-store");
    expect((await app.request("/synpunkt/nobody-was-given-this")).status).toBe(404);
  });

  test("tells what was decided and how it went, in words written for those who answered, and not the reason", async () => {
    const { secret, id } = await asked();
    await ownerDb.updateTable("appraisal").set({ state: "decided", proposed_at: now() }).where("id", "=", id).execute();
    await ownerDb
      .insertInto("appraisal_decision")
      .values({
        id: newId<"appraisal_decision">(),
        appraisal_id: id,
        decision_no: 1,
        decision: "no",
        reason: "Inget för allmänheten",
        said_back: "Ni sade att mötena är för många. Därför väntar vi.",
        decided_on: day("2027-03-18"),
        recorded_at: now(),
        is_sole_author: false,
      })
      .execute();
    const page = await onDay("2027-06-01", async () => (await app.request(`/synpunkt/${secret}`)).text());
    expect(page).toContain("Ni sade att mötena är för många");
    expect(page).toContain("inte införa");
    expect(page).not.toContain("Inget för allmänheten");
    expect(page).not.toContain("<form");
    expect((await linkAsked(db, secret))?.answer?.decision).toBe("no");
    await ownerDb.updateTable("appraisal").set({ state: "weighing" }).where("id", "=", id).execute();
    expect(await (await app.request(`/synpunkt/${secret}`)).text()).not.toContain("Ni sade att");
  });

  test("is limited for one address, and says when to try again", async () => {
    const { secret } = await asked();
    const somebody = visitor(app, url);
    const answers: number[] = [];
    for (let at = 0; at < 62; at += 1) {
      const words = { mark: randomUUID(), text: `Synpunkt ${at}` };
      answers.push((await somebody.send(`/synpunkt/${secret}`, words)).status);
    }
    expect(answers.at(0)).toBe(303);
    expect(answers.at(-1)).toBe(429);
  });
});
