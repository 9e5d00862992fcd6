import { expect, test } from "vitest";
import { given } from "../../../../../test/given.ts";
import { testWeb } from "../../../../../test/web.ts";
import { visitor } from "../../../../../test/visitor.ts";

const now = () => Temporal.Instant.from("2027-06-07T10:00:00Z");
let clock = now;
const { app, url, ownerDb, afterwards, signedIn } = await testWeb(() => clock());
const { person } = given(ownerDb);
const elsa = await person({ name: "Elsa Holm", email: "elsa@example.se", email_verified: true });

const mails = () => ownerDb.selectFrom("mail").select(["to_address", "body_text"]).orderBy("id").execute();
const deeds = () =>
  ownerDb
    .selectFrom("audit_record")
    .where("what", "like", "privacy.%")
    .orderBy("id")
    .select(["what", "person_id", "via"])
    .execute();

async function mailedLink(): Promise<string> {
  await visitor(app, url).send("/personuppgifter/mina", { email: "Elsa@Example.se" });
  await afterwards.settled();
  const { body_text: text } = (await mails()).at(-1)!;
  return /\/personuppgifter\/mina\/[\w-]+/u.exec(text ?? "")![0];
}

test("somebody without an account proves their address by mail and takes their data out, as page and as file", async () => {
  const link = await mailedLink();
  const siv = visitor(app, url);
  for (let time = 0; time < 5; time += 1) {
    const opened = await siv.open(link);
    expect(opened.status).toBe(200);
    expect(opened.headers.get("referrer-policy")).toBe("no-referrer");
    expect(await opened.text()).not.toContain("Elsa Holm");
  }
  expect(await deeds()).toEqual([{ what: "privacy.own_data_asked", person_id: null, via: "nobody" }]);

  const shown = await siv.send(link, { as: "page" });
  expect(shown.status).toBe(200);
  expect(await shown.text()).toContain("Elsa Holm");

  const file = await siv.send(link, { as: "file" });
  expect(file.headers.get("content-disposition")).toContain("mina-uppgifter.json");
  expect(file.headers.get("cache-control")).toBe("no-store");
  const held = (await file.json()) as { account: { name: string }[] };
  expect(held.account).toMatchObject([{ name: "Elsa Holm", email: "elsa@example.se" }]);
  expect((await deeds()).slice(1)).toEqual([
    { what: "privacy.own_data_taken", person_id: elsa, via: "link" },
    { what: "privacy.own_data_taken", person_id: elsa, via: "link" },
  ]);
});

test("the link opens for a day and no longer, and a guessed one never", async () => {
  const link = await mailedLink();
  clock = () => now().add({ hours: 25 });
  try {
    expect((await visitor(app, url).open(link)).status).toBe(404);
    const late = await visitor(app, url).send(link, { as: "file" });
    expect([late.status, await late.text()]).toEqual([404, expect.not.stringContaining("Elsa Holm")]);
  } finally {
    clock = now;
  }
  expect((await visitor(app, url).send("/personuppgifter/mina/gissad", { as: "page" })).status).toBe(404);
});

test("nobody learns whether an address is known, and an unknown one gets no mail", async () => {
  const words = async (email: string) => {
    const answer = await visitor(app, url).send("/personuppgifter/mina", { email });
    const text = await answer.text();
    return [answer.status, text.slice(text.indexOf("<main")).replaceAll(email, "…")];
  };
  const before = (await mails()).length;
  const unknown = await words("ingen.alls@example.se");
  await afterwards.settled();
  expect((await mails()).length).toBe(before);
  expect(await words("elsa@example.se")).toEqual(unknown);
});

test("a mailbox is not filled by others", async () => {
  const statuses: number[] = [];
  for (let time = 0; time < 5; time += 1)
    statuses.push((await visitor(app, url).send("/personuppgifter/mina", { email: "full@example.se" })).status);
  expect(statuses).toEqual([200, 200, 200, 429, 429]);
});

test("somebody signed in reads and fetches what is held about them, and nobody else does", async () => {
  const cookie = await signedIn(elsa);
  const page = await app.request("/mina-uppgifter/allt", { headers: { cookie } });
  expect(await page.text()).toContain("elsa@example.se");
  const file = await app.request("/mina-uppgifter/allt.json", { headers: { cookie } });
  expect(await file.json()).toMatchObject({ account: [{ name: "Elsa Holm" }] });
  expect((await app.request("/mina-uppgifter/allt.json")).status).toBe(303);
});
