import { describe, expect, test } from "vitest";
import { accessibilityJobs } from "#features/site/accessibility/jobs.ts";
import { answerReport, reportHindrance } from "#features/site/accessibility/commands.ts";
import { reportOf, reportsPage, reportsToAnswer } from "#features/site/accessibility/queries.ts";
import { nobody } from "#kernel/actor.ts";
import { given } from "../../../../test/given.ts";
import { givenRounds, noon } from "../../../../test/given-rounds.ts";
import { runJobs } from "../../../../test/jobs.ts";
import { visitor } from "../../../../test/visitor.ts";
import { testWeb } from "../../../../test/web.ts";

const now = noon("2027-06-07");
const { app, url, db, ownerDb, translate, signedIn } = await testWeb(now);
const { organisation, someone } = given(ownerDb);
const rounds = givenRounds(ownerDb);
const unit = await organisation({ name: "FoU Länet", slug: "fou-lanet", contact_email: "fou@example.se" });
const elsewhere = await organisation({ name: "FoU Väst", slug: "fou-vast" });
const administrator = await someone("administrator", {});
const own = await someone("administrator", { organisation: unit });
const other = await someone("administrator", { organisation: elsewhere });
const leader = await someone("developmentLeader", { organisation: unit });

const hindrance = "Knappen Anmäl dig går inte att nå med tangentbordet";
const told = (over = {}) => reportHindrance(db, nobody, { hindrance, ...over }, "sv", now);
const stored = () => ownerDb.selectFrom("accessibility_report").selectAll().orderBy("id").execute();
const mails = () =>
  ownerDb.selectFrom("mail").select(["to_address", "subject", "body_text", "reply_to_address"]).execute();
const answering = () => runJobs(db, accessibilityJobs, { now, translate });

describe("the form where anybody tells what hindered them", () => {
  const form = "/tillganglighet/rapportera";

  test("knows the page they came from, and whose it is", async () => {
    const round = await rounds.published(unit);
    const page = `/cirklar/${round.slug}`;
    const statement = await app.request("/tillganglighet", {
      headers: { referer: new URL(page, "http://localhost").href },
    });
    const html = await statement.text();
    expect(html).toContain("fou@example.se");
    const [, way = ""] = /href="(\/tillganglighet\/rapportera\?[^"]*)"/u.exec(html)!;
    const drawn = await (await app.request(way.replaceAll("&amp;", "&"))).text();
    expect(drawn).toContain(`value="${page}"`);
    expect(drawn).toContain('name="organisation" value="fou-lanet"');
  });

  test("takes it in without an account, and says honestly what happens next", async () => {
    const siv = visitor(app, url);
    const before = (await stored()).length;
    const sent = await siv.send(form, {
      hindrance,
      page: "/cirklar",
      email: "Elsa@Example.se",
      organisation: "fou-lanet",
    });
    expect(await (await siv.open(sent.headers.get("location")!)).text()).toContain(
      "Du får svar med e-post senast mån 21 juni",
    );
    const silent = await siv.send(form, { hindrance });
    expect(await (await siv.open(silent.headers.get("location")!)).text()).toContain("så vi kan inte svara dig");
    expect((await stored()).slice(before)).toMatchObject([
      { hindrance, page: "/cirklar", email: "elsa@example.se", organisation_id: unit, answered_at: null },
      { hindrance, page: null, email: null, organisation_id: null },
    ]);
  });

  test("keeps what was written when something must be put right, and refuses identity numbers", async () => {
    const before = (await stored()).length;
    const answer = await visitor(app, url).send(form, {
      hindrance: "Jag är 191212121212 och ser inget",
      aid: "Förstoring",
    });
    const html = await answer.text();
    expect(answer.status).toBe(422);
    expect(html).toContain("Här står ett personnummer, från tecken 8 till 19");
    expect(html).toContain('value="Förstoring"');
    expect((await visitor(app, url).send(form, {})).status).toBe(422);
    expect((await stored()).length).toBe(before);
  });

  test("is not filled by a script", async () => {
    const statuses = new Set<number>();
    for (let time = 0; time < 25; time += 1) statuses.add((await visitor(app, url).send(form, { hindrance })).status);
    expect([...statuses]).toEqual([303, 429]);
  });
});

describe("a report", () => {
  test("is seen by administrators of its organisation and of the installation, and by nobody else", async () => {
    const { id } = await told({ organisation: "fou-lanet" });
    for (const actor of [administrator, own])
      expect(await reportOf(db, actor, id)).toMatchObject({ can: { answer: true } });
    expect(await reportOf(db, other, id)).toBeUndefined();
    expect((await reportsPage(db, other)).rows).toEqual([]);
    await expect(reportsPage(db, leader)).rejects.toMatchObject({ kind: "forbidden" });
    expect(await reportsToAnswer(db, leader)).toEqual([]);
    expect((await reportsToAnswer(db, own)).map((report) => report.id)).toContain(id);
  });

  test("of the whole website is the installation's alone", async () => {
    const { id } = await told();
    expect(await reportOf(db, administrator, id)).toBeDefined();
    expect(await reportOf(db, own, id)).toBeUndefined();
  });

  test("stands in Idag until it is answered; the answer is mailed once and closes it", async () => {
    const { id } = await told({ organisation: "fou-lanet", email: "elsa@example.se" });
    const alva = visitor(app, url, await signedIn(own.personId));
    expect(await (await alva.open("/idag")).text()).toContain(`/drift/tillganglighet/${id}`);
    const answered = await alva.send(`/drift/tillganglighet/${id}`, {
      answer: "Knappen är rättad.\n\nTack för att du sa till.",
    });
    expect(answered.headers.get("location")).toBe("/drift/tillganglighet?klart=svarat");
    await answering();
    await answering();
    expect(await mails()).toEqual([
      {
        to_address: "elsa@example.se",
        subject: "Svar om hindret du berättade om",
        body_text: expect.stringContaining("Knappen är rättad."),
        reply_to_address: "fou@example.se",
      },
    ]);
    expect(await (await alva.open("/idag")).text()).not.toContain(`/drift/tillganglighet/${id}`);
    expect(await (await alva.open("/drift/tillganglighet")).text()).toContain("Besvarad");
  });

  test("is answered once, and by nobody who may not", async () => {
    const { id } = await told({ organisation: "fou-lanet" });
    const before = await stored();
    await expect(answerReport(db, other, id, { answer: "Nej" }, now)).rejects.toMatchObject({ kind: "not_found" });
    await expect(answerReport(db, leader, id, { answer: "Nej" }, now)).rejects.toMatchObject({ kind: "forbidden" });
    expect(await stored()).toEqual(before);
    const twice = [
      answerReport(db, own, id, { answer: "Ett" }, now),
      answerReport(db, own, id, { answer: "Två" }, now),
    ];
    const outcomes = await Promise.allSettled(twice);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("keeps what was said out of the audit trail", async () => {
    const { id } = await told({ email: "hemlig@example.se" });
    const log = await ownerDb.selectFrom("audit_record").where("about", "=", id).select(["what", "payload"]).execute();
    expect(log).toEqual([{ what: "site.hindrance_reported", payload: {} }]);
  });
});

test("an organisation that nobody knows has no statement", async () => {
  expect((await app.request("/tillganglighet/hos/finns-inte")).status).toBe(404);
  expect(await (await app.request("/tillganglighet/hos/fou-lanet")).text()).toContain("FoU Länet står bakom");
});
