import { beforeAll, describe, expect, test } from "vitest";
import { newId } from "../src/kernel/ids.ts";
import { commandLine, jsonOf } from "./command-line.ts";
import { given } from "./given.ts";
import { givenRegistrations } from "./given-registrations.ts";
import { givenRounds } from "./given-rounds.ts";

const { db, ownerDb, run } = await commandLine();
const { organisation, someone } = given(ownerDb);
const rounds = givenRounds(ownerDb);
const circle = givenRegistrations(db, ownerDb);

const unit = await organisation({ name: "FoU Länet", slug: "fou-lanet" });
const elsewhere = await organisation({ name: "FoU Väst", slug: "fou-vast" });
const today = Temporal.Now.plainDateISO("Europe/Stockholm");
const since = { valid_from: today.subtract({ days: 1 }) };
beforeAll(() => void ownerDb.updateTable("role_assignment").set(since).execute());
await someone("developmentLeader", { organisation: unit }, { email: "maja@example.se" });
await someone("developmentLeader", { organisation: elsewhere }, { email: "vera@example.se" });

const asMaja = (...words: string[]) => [...words, "--as", "maja@example.se"];
const stateOf = async (slug: string) =>
  (await ownerDb.selectFrom("round").where("slug", "=", slug).select("state").executeTakeFirst())?.state;

describe("a round on the command line", () => {
  test("is begun, written, published, extended, closed and called off, and the trail names the operator", async () => {
    const made = await run(asMaja("round", "create", "--organisation", "fou-lanet", "--title", "Barns delaktighet"));
    expect(made).toMatchObject({ code: 0, err: "" });
    const slug = made.out.trim();

    const lacks = await run(asMaja("round", "publish", slug));
    expect(lacks).toMatchObject({ code: 1, out: "" });
    expect(lacks.err.trim().split("\n")).toHaveLength(1);
    expect((await run(asMaja("round", "show", slug))).out).toContain("missing\t");

    const ready = await rounds.readyDraft(unit, { deadline: today.add({ days: 20 }) });
    const first = today.add({ days: 60 });
    const sessions = await ownerDb
      .selectFrom("session")
      .where("round_id", "=", ready.id)
      .select(["id", "position"])
      .execute();
    for (const { id, position } of sessions) {
      await ownerDb
        .updateTable("session")
        .set({ date: first.add({ days: position * 7 }) })
        .where("id", "=", id)
        .execute();
    }
    const input = JSON.stringify({ kind: "researchCircle", title: "Barns delaktighet i utredningar" });
    expect((await run(asMaja("round", "write", ready.slug, "--section", "basics", "--file", "-"), { input })).err).toBe(
      "",
    );
    const published = await run(asMaja("round", "publish", ready.slug));
    expect(published.err).toBe("");
    const open = published.out.trim();

    const later = today.add({ days: 30 }).toString();
    expect((await run(asMaja("round", "extend", open, "--deadline", later, "--reason", "Fler behöver tid"))).err).toBe(
      "",
    );
    expect((await run(asMaja("round", "close", open))).err).toBe("");
    expect(await stateOf(open)).toBe("closed");
    expect((await run(asMaja("round", "cancel", open, "--reason", "För få anmälda"))).err).toBe("");
    expect(await stateOf(open)).toBe("cancelled");

    const deeds = await ownerDb
      .selectFrom("audit_record")
      .select("via")
      .where("what", "like", "circles.%")
      .distinct()
      .execute();
    expect(deeds).toEqual([{ via: "operator" }]);
  });

  test("is read from an invitation that comes in", async () => {
    const input =
      "Forskningscirkel om tidiga insatser\n\nTräffar 27 januari 2027 kl 9–12 och 17 februari 2027. Max 12 deltagare.";
    const made = await run(asMaja("round", "create", "--organisation", "fou-lanet", "--invitation", "-", "--json"), {
      input,
    });
    expect(made.err).toBe("");
    const { slug } = jsonOf<{ slug: string }>(made);
    const shown = jsonOf<{ sessions: unknown[] }>(await run(asMaja("round", "show", slug, "--json")));
    expect(shown.sessions).toHaveLength(2);
  });

  test("is listed for those who plan it, and is not there for others", async () => {
    const { slug } = await rounds.draft(unit);
    expect((await run(asMaja("round", "list"))).out).toContain(slug);
    expect((await run(["round", "list", "--as", "vera@example.se"])).out).not.toContain(slug);
    const other = await run(["round", "cancel", slug, "--reason", "Nej", "--as", "vera@example.se"]);
    expect(other).toMatchObject({ code: 1, out: "" });
    expect(await stateOf(slug)).toBe("draft");
  });
});

describe("an application on the command line", () => {
  test("is listed, denied, restored and withdrawn", async () => {
    const { id, slug } = await rounds.published(unit);
    const [first] = await circle.queue(id, 2);
    expect((await run(asMaja("registration", "list", slug))).out.trim().split("\n")).toHaveLength(2);
    const say = async (...words: string[]) => (await run(asMaja("registration", ...words))).out.trim();
    expect(await say("deny", first!, "--reason", "Arbetar inte med barn")).toBe("ineligible");
    expect(await say("restore", first!)).not.toBe("");
    expect(await say("withdraw", first!)).toBe("withdrawn");
    expect(await run(asMaja("registration", "withdraw", first!))).toMatchObject({ code: 1, out: "" });
    expect(await run(asMaja("registration", "withdraw", newId()))).toMatchObject({ code: 1, out: "" });
  });
});

describe("every operation of the API", () => {
  test("can be called by its name, as somebody", async () => {
    const names = (await run(["operations"])).out.split("\n").map((line) => line.split("\t")[0]);
    expect(names).toContain("listOpenRounds");
    const listed = await run(asMaja("call", "listOrganisations", "--query", "limit=1"));
    expect(jsonOf<{ organisations: unknown[] }>(listed).organisations).toHaveLength(1);
  });

  test("says what is wrong in one sentence", async () => {
    const input = JSON.stringify({ name: "Maja Ek", language: "sv", nonsense: 1 });
    const wrong = await run(asMaja("call", "changeOwnDetails", "--body", "-"), { input });
    expect(wrong).toMatchObject({ code: 1, out: "" });
    expect(wrong.err).toContain("nonsense");
    expect(wrong.err.trim().split("\n")).toHaveLength(1);
    expect(await run(asMaja("call", "fly"))).toMatchObject({ code: 1, out: "" });
    expect(await run(asMaja("call", "changeOwnDetails", "--body", "-"), { input: "{" })).toMatchObject({
      code: 1,
      out: "",
    });
  });
});
