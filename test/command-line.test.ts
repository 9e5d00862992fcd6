import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Document, Packer, Paragraph, Table, TableCell, TableRow } from "docx";
import { describe, expect, test } from "vitest";
import { configFrom } from "../src/config.ts";
import { openAuthentication } from "../src/platform/sign-in/authentication.ts";
import { liveToken } from "../src/platform/tokens/queries.ts";
import { commandLine, jsonOf as json } from "./command-line.ts";

const { db, ownerDb, plainPool, folder, run } = await commandLine();
const people = () => db.selectFrom("person").select(["id", "name", "email"]).orderBy("email").execute();

describe("user create", () => {
  test("adds an account with a password and a role, and prints its id", async () => {
    const words = ["--email", "Maj@example.se", "--name", "Maj Ek", "--password", "fyra ord i rad"];
    const made = await run(["user", "create", ...words, "--role", "developmentLeader", "--organisation", "1480"]);
    expect(made).toMatchObject({ code: 0, err: "" });
    const [person] = await people();
    expect(person).toEqual({ id: made.out.trim(), name: "Maj Ek", email: "maj@example.se" });

    const authentication = openAuthentication({
      isKeptToProvider: async () => false,
      isMerged: async () => false,
      pool: plainPool,
      baseUrl: configFrom({}).baseUrl,
      secret: "a secret of this test and no other",
      mailLink: async () => undefined,
    });
    const body = { email: "maj@example.se", password: "fyra ord i rad" };
    expect((await authentication.api.signInEmail({ body })).user.id).toBe(person?.id);

    const role = await db
      .selectFrom("role_assignment")
      .innerJoin("organisation", "organisation.id", "organisation_id")
      .select(["role", "slug"])
      .executeTakeFirst();
    expect(role).toEqual({ role: "developmentLeader", slug: "goteborg" });
  });

  test.each([
    {
      why: "an address that has an account",
      words: ["--email", "maj@example.se", "--name", "Maj"],
      code: 1,
      says: "maj@example.se",
    },
    {
      why: "something that is no address",
      words: ["--email", "maj", "--name", "Maj"],
      code: 1,
      says: "e-mail address",
    },
    {
      why: "a short password",
      words: ["--email", "b@example.se", "--name", "B", "--password", "kort"],
      code: 1,
      says: "12",
    },
    {
      why: "an unknown organisation",
      words: ["--email", "b@example.se", "--name", "B", "--role", "guest", "--organisation", "9999"],
      code: 1,
      says: "9999",
    },
    {
      why: "a role that is none",
      words: ["--email", "b@example.se", "--name", "B", "--role", "king"],
      code: 2,
      says: "king",
    },
    { why: "no name", words: ["--email", "b@example.se"], code: 2, says: "--name" },
    {
      why: "an option that is none",
      words: ["--email", "b@example.se", "--name", "B", "--colour", "red"],
      code: 2,
      says: "--colour",
    },
  ])("refuses $why in one sentence, and adds nobody", async ({ words, code, says }) => {
    const before = await people();
    const outcome = await run(["user", "create", ...words]);
    expect(outcome).toMatchObject({ code, out: "" });
    expect(outcome.err).toContain(says);
    expect(outcome.err).not.toContain("    at ");
    expect(code === 2 || outcome.err.trim().split("\n").length === 1).toBe(true);
    expect(await people()).toEqual(before);
  });
});

describe("token create", () => {
  test("prints a token once that carries what its owner may, for as long as was said", async () => {
    const made = json<{ token: string }>(
      await run(["token", "create", "--email", "maj@example.se", "--expires", "5", "--json"]),
    );
    const token = await liveToken(db, made.token, Temporal.Now.instant());
    expect(token?.scopes).toEqual([
      "circles:manage",
      "circles:read",
      "bodies:manage",
      "workshops:lead",
      "appraisals:write",
      "appraisals:decide",
      "knowledge:write",
      "knowledge:publish",
      "organisations:manage",
      "people:manage",
      "retention:decide",
    ]);
    expect(token?.expiresAt.since(Temporal.Now.instant()).round("hours").hours).toBe(5 * 24);
    const rows = await ownerDb.selectFrom("api_token").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(made.token);
    const deed = await db
      .selectFrom("audit_record")
      .select("via")
      .where("what", "=", "platform.token_created")
      .executeTakeFirst();
    expect(deed?.via).toBe("operator");
  });

  test.each([
    { why: "nobody's address", words: ["--email", "okand@example.se"], code: 1, says: "okand@example.se" },
    {
      why: "a right its owner has not",
      words: ["--email", "maj@example.se", "--scope", "audit:read"],
      code: 1,
      says: "audit:read",
    },
    { why: "a thousand days", words: ["--email", "maj@example.se", "--expires", "1000"], code: 2, says: "366" },
  ])("refuses $why", async ({ words, code, says }) => {
    const outcome = await run(["token", "create", ...words]);
    expect(outcome).toMatchObject({ code, out: "" });
    expect(outcome.err).toContain(says);
  });
});

describe("access explain", () => {
  test("tells each right with the role that gives it", async () => {
    const told = await run([
      "access",
      "explain",
      "--as",
      "maj@example.se",
      "--action",
      "circles:manage",
      "--resource",
      "1480",
    ]);
    expect(told).toMatchObject({ code: 0, err: "" });
    expect(told.out).toContain("Göteborg");
    expect(told.out).toContain("development leader");
  });

  test("tells a machine yes or no", async () => {
    const ask = (...words: string[]) => run(["access", "explain", "--as", "maj@example.se", "--json", ...words]);
    expect(json(await ask("--action", "circles:manage", "--resource", "1480"))).toMatchObject({ may: true });
    expect(json(await ask("--action", "circles:manage", "--resource", "1481"))).toMatchObject({
      may: false,
      reasons: [],
    });
    expect(await ask("--resource", "atlantis")).toMatchObject({ code: 1, out: "" });
    expect(await ask("--action", "fly")).toMatchObject({ code: 2 });
  });
});

test("audit verify tells a whole chain from a broken one", async () => {
  const whole = await run(["audit", "verify", "--json"]);
  expect(whole.code).toBe(0);
  expect(json(whole)).toMatchObject({ ok: true });
  expect(await run(["audit", "verify", "--head", "1:00"])).toMatchObject({ code: 2 });

  await ownerDb
    .updateTable("audit_record")
    .set({ digest: Buffer.from("changed") })
    .where("payload", "is not", null)
    .execute();
  const broken = await run(["audit", "verify"]);
  expect(broken.code).toBe(1);
  expect(broken.out).toContain("content_changed");
});

describe("parse invitation", () => {
  const invitation =
    "Forskningscirkel om barns delaktighet\n\nTräffar: 27 januari 2027 kl 9–12 och 17 februari 2027 kl 9–12.\nMax 12 deltagare.";
  const nowhere = { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nowhere", DATA_DIR: join(folder, "never") };

  test("prints the contract's JSON, from a file or from what comes in, and touches neither database nor folder", async () => {
    const file = join(folder, "inbjudan.txt");
    writeFileSync(file, invitation);
    const fromFile = await run(["parse", "invitation", file], { env: nowhere });
    expect(fromFile).toMatchObject({ code: 0, err: "" });
    expect(json(fromFile)).toMatchObject({ kind: "invitation", capacity: { hard: 12 } });
    const fromInput = await run(["parse", "invitation", "-"], { env: nowhere, input: invitation });
    expect(json(fromInput)).toEqual(json(fromFile));
    expect(existsSync(join(folder, "never"))).toBe(false);
  });

  test("says when there is no such file", async () => {
    const outcome = await run(["parse", "invitation", join(folder, "borta.txt")], { env: nowhere });
    expect(outcome).toMatchObject({ code: 1, out: "" });
    expect(outcome.err.trim().split("\n")).toHaveLength(1);
  });
});

test("parse minutes prints the contract's JSON without a database", async () => {
  const nowhere = { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/nowhere", DATA_DIR: join(folder, "never") };
  const notes = "Minnesanteckningar 2027-05-03\n\nNärvarande:\nAnna Ek, Göteborgs Stad\n\n- Frågan parkeras.";
  const outcome = await run(["parse", "minutes", "-"], { env: nowhere, input: notes });
  expect(outcome).toMatchObject({ code: 0, err: "" });
  expect(json(outcome)).toMatchObject({
    kind: "minutes",
    date: "2027-05-03",
    attendance: [{ name: "Anna Ek", municipality: "1480" }],
    items: [{ kind: "parked" }],
  });
});

test("parse minutes reads a Word file with its lists and tables", async () => {
  const words = (text: string) => new Paragraph({ text });
  const row = (...cells: string[]) =>
    new TableRow({ children: cells.map((cell) => new TableCell({ children: [words(cell)] })) });
  const tasks = [row("Vad", "Vem", "När"), row("Skicka ut rutinen", "Anna Ek", "2027-06-01")];
  const document = new Document({
    sections: [
      {
        children: [
          words("Minnesanteckningar nätverket för anhörigstöd"),
          words("Datum: 2027-05-03"),
          words("Närvarande"),
          new Table({ rows: [row("Namn", "Organisation"), row("Anna Ek", "Göteborgs Stad"), row("Bo Al", "Polisen")] }),
          words("Beslut"),
          new Paragraph({ text: "Rutinen gäller från den 1 september.", bullet: { level: 0 } }),
          words("Att göra"),
          new Table({ rows: [...tasks, row("Boka lokal", "", "2027-08-15")] }),
        ],
      },
    ],
  });
  const file = join(folder, "anteckningar.docx");
  writeFileSync(file, await Packer.toBuffer(document));
  expect(json(await run(["parse", "minutes", file]))).toMatchObject({
    title: "Minnesanteckningar nätverket för anhörigstöd",
    date: "2027-05-03",
    attendance: [
      { name: "Anna Ek", municipality: "1480" },
      { name: "Bo Al", organisation: "Polisen" },
    ],
    items: [
      { kind: "decision", text: "Rutinen gäller från den 1 september." },
      { kind: "commission", owner: "Anna Ek", due: "2027-06-01" },
      { kind: "commission", owner: null, due: "2027-08-15" },
    ],
  });
});

test("every level has its help, and no command is wrong use", async () => {
  const levels = [[], ["user"], ["user", "create"], ["round", "extend"], ["parse", "invitation"], ["parse", "minutes"]];
  const helps = await Promise.all(levels.map((words) => run([...words, "--help"])));
  for (const { code, out } of helps) {
    expect(code).toBe(0);
    expect(out).toContain("Usage: sammanvagt");
  }
  const wrong = await Promise.all([["user"], ["fly"]].map((words) => run(words)));
  expect(wrong.map(({ code }) => code)).toEqual([2, 2]);
});

test("migrate --status tells every migration and runs none", async () => {
  const status = await run(["migrate", "--status", "--json"]);
  expect(status.code).toBe(0);
  expect(json<{ ranAt: string | null }[]>(status).filter(({ ranAt }) => ranAt === null)).toEqual([]);
});
