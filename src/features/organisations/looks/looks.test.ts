import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { given } from "../../../../test/given.ts";
import { givenRegistrations } from "../../../../test/given-registrations.ts";
import { givenRounds, noon } from "../../../../test/given-rounds.ts";
import { pngOf } from "../../../../test/images.ts";
import { runJobs } from "../../../../test/jobs.ts";
import { testWeb } from "../../../../test/web.ts";
import { newId, type OrganisationId } from "#kernel/ids.ts";
import { registrationJobs } from "#features/circles/registration/jobs.ts";
import { giveMark, removeMark, writeLook } from "#features/organisations/looks/commands.ts";
import { lookOf } from "#features/organisations/looks/queries.ts";
import { mergeOrganisations } from "#features/organisations/succession/commands.ts";
import { openFiles } from "#platform/files/files.ts";
import { forgetUnused } from "#platform/files/unused-files.ts";

const now = noon("2027-03-18");
const { app, db, ownerDb, url, config, signedIn, translate, cache } = await testWeb(now);
const files = openFiles(config.dataDir);
const { organisation, someone } = given(db);
const admin = await someone("administrator");
const named = (name: string, over = {}) => organisation({ name: `${name} ${newId().slice(-6)}`, ...over });
const kept = () => {
  const folder = join(config.dataDir, "files");
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true }).filter((name) => /[0-9a-f]{64}$/u.test(String(name))).length
    : 0;
};

describe("a look is inherited downwards, each part by itself", () => {
  test("from the nearest that says it", async () => {
    const top = await named("Kommunen");
    const middle = await named("Förvaltningen", { parent_id: top });
    const unit = await named("Enheten", { parent_id: middle });
    await writeLook(db, admin, top, {
      name: "Kommunen",
      replyAddress: "info@example.se",
      contactEmail: "k@example.se",
    });
    await giveMark(db, files, admin, top, pngOf(400, 100));
    await writeLook(db, admin, middle, { senderName: "FoU-enheten" });
    expect(await lookOf(db, unit)).toMatchObject({
      name: "Kommunen",
      sender: { name: "FoU-enheten" },
      replyTo: { name: "FoU-enheten", address: "info@example.se" },
      contactEmail: "k@example.se",
      mark: { width: 128, height: 32 },
    });
    expect(await lookOf(db, top)).toMatchObject({ sender: { name: "Kommunen" } });
    expect(await lookOf(db, await named("Annan"))).toEqual({
      name: null,
      mark: null,
      sender: undefined,
      replyTo: undefined,
      contactEmail: null,
    });
  });

  test("and what has gone into another looks as that one does", async () => {
    const [old, heir] = [await named("Gamla"), await named("Nya")];
    await writeLook(db, admin, old, { name: "Gamla" });
    await writeLook(db, admin, heir, { name: "Nya" });
    const day = Temporal.PlainDate.from("2027-03-17");
    await mergeOrganisations(db, admin, now, { fromIds: [old], into: { organisationId: heir }, day });
    expect(await lookOf(db, old)).toMatchObject({ name: "Nya" });
  });
});

test("a mark is changed by those who look after the organisation, and the old file goes when nobody has it", async () => {
  const [one, other] = [await named("Ett"), await named("Två")];
  const leader = await someone("developmentLeader", { organisation: one });
  const before = kept();
  await expect(giveMark(db, files, leader, other, pngOf(40, 40))).rejects.toMatchObject({ kind: "forbidden" });
  await expect(writeLook(db, leader, other, { name: "Min" })).rejects.toMatchObject({ kind: "forbidden" });
  await expect(giveMark(db, files, leader, one, pngOf(4, 4))).rejects.toMatchObject({ problems: [{ path: "mark" }] });
  expect(kept()).toBe(before);

  await giveMark(db, files, leader, one, pngOf(41, 40));
  await giveMark(db, files, admin, other, pngOf(41, 40));
  await giveMark(db, files, leader, one, pngOf(42, 40));
  expect(kept()).toBe(before + 2);
  await removeMark(db, admin, other);
  await forgetUnused(db, files, Temporal.Now.instant().add({ hours: 25 }));
  expect(kept()).toBe(before + 1);
  expect((await lookOf(db, other)).mark).toBeNull();
});

async function hostedRound() {
  const unit = await named("FoU");
  await writeLook(db, admin, unit, { name: "FoU Norrsken", replyAddress: "svar@example.se" });
  await giveMark(db, files, admin, unit, pngOf(64, 64));
  const { published } = givenRounds(ownerDb);
  return { unit, round: await published(unit) };
}

const page = async (path: string, cookie?: string) => app.request(path, cookie ? { headers: { cookie } } : {});

test("the public page of a round carries the organisation's name and mark, and stops the moment it is taken away", async () => {
  const { unit, round } = await hostedRound();
  const text = async () => (await page(`/cirklar/${round.slug}`)).text();
  const { mark } = await lookOf(db, unit);
  expect(await text()).toContain("FoU Norrsken");
  expect(await text()).toContain(`<img class="host-mark" src="${mark?.src}" alt="" width="32" height="32"/>`);
  await writeLook(db, admin, unit, {});
  cache.drop();
  expect(await text()).not.toContain("FoU Norrsken");
  // Only what somebody has said is shown beside our own name.
  expect(await (await page("/cirklar")).text()).not.toContain("host-mark");
});

test("a mark is served as what it is, for as long as anybody wants, and runs nothing", async () => {
  const unit = await named("FoU");
  const image = pngOf(48, 24);
  await giveMark(db, files, admin, unit, image);
  const { mark } = await lookOf(db, unit);
  const answer = await page(mark!.src);
  expect(answer.status).toBe(200);
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(image);
  const { headers } = answer;
  expect(headers.get("content-type")).toBe("image/png");
  expect(headers.get("cache-control")).toBe("public, max-age=31536000, immutable");
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
  expect(headers.get("x-content-type-options")).toBe("nosniff");

  // A file that is nobody's mark is given to nobody, however right its name.
  const other = await files.keep(new TextEncoder().encode("En handling"));
  expect((await page(`/marke/${other}.png`)).status).toBe(404);
  expect((await page("/marke/..%2f..%2fsession-secret.png")).status).toBe(404);
});

test("a mail about a round says whose it is, in its head and its sender, and answers go there", async () => {
  const { unit, round } = await hostedRound();
  await ownerDb.deleteFrom("round_contact").where("round_id", "=", round.id).execute();
  await givenRegistrations(db, ownerDb).applied(round.id);
  await runJobs(db, registrationJobs, { now, translate });
  const { mark } = await lookOf(db, unit);
  const mail = await ownerDb.selectFrom("mail").orderBy("id", "desc").selectAll().executeTakeFirstOrThrow();
  expect(mail).toMatchObject({
    from_name: "FoU Norrsken",
    reply_to_address: "svar@example.se",
    reply_to_name: "FoU Norrsken",
  });
  expect(mail.body_html).toContain(`src="https://cirklar.example.se${mark?.src}"`);
  expect(mail.body_text).toMatch(/^FoU Norrsken · Sammanvägt/u);
});

test("the page of the look takes an image and words, and says what is wrong without losing them", async () => {
  const unit: OrganisationId = await named("FoU");
  const { slug } = await db.selectFrom("organisation").where("id", "=", unit).select("slug").executeTakeFirstOrThrow();
  const cookie = await signedIn((await someone("developmentLeader", { organisation: unit })).personId);
  const send = (path: string, body: FormData) =>
    app.request(`${url}/organisationer/${slug}/utseende${path}`, {
      method: "POST",
      headers: { cookie, origin: url },
      body,
    });
  const form = (values: Record<string, string | File>) => {
    const data = new FormData();
    for (const [name, value] of Object.entries(values)) data.set(name, value);
    return data;
  };
  const wrong = await send("", form({ name: "FoU Nära", replyAddress: "inte en adress" }));
  expect(wrong.status).toBe(422);
  const text = await wrong.text();
  expect(text).toContain('value="FoU Nära"');
  expect(text).toContain("Skriv en e-postadress");
  expect((await send("", form({ name: "FoU Nära" }))).status).toBe(303);
  expect((await send("/marke", form({ mark: new File([pngOf(30, 30)], "logga.png") }))).status).toBe(303);
  const svg = await send("/marke", form({ mark: new File(["<svg/>"], "logga.svg") }));
  expect([svg.status, (await svg.text()).includes("PNG, JPEG eller WebP som står stilla")]).toEqual([422, true]);
  expect((await send("/marke", form({}))).status).toBe(422);
  expect(await lookOf(db, unit)).toMatchObject({ name: "FoU Nära", mark: { width: 32, height: 32 } });
  expect((await send("/marke/bort", form({}))).status).toBe(303);
  expect((await lookOf(db, unit)).mark).toBeNull();
});
