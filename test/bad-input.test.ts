import { sql } from "kysely";
import { beforeEach, describe, expect, test } from "vitest";
import { demoRoutes } from "./demo-routes.ts";
import { type Visitor, visitors } from "./demo-stage.ts";
import { type DrawnField, type DrawnForm, escaped, formsIn } from "./forms-in.ts";

// Every form of every page, found by opening the pages as those who may.
const { ask, routes, ownerDb } = await demoRoutes();

type Found = DrawnForm & { readonly who: Visitor; readonly page: string; readonly outsiders: readonly Visitor[] };
const found = new Map<string, Found>();
for (const { address, answers } of routes) {
  const who = (["nobody", "leader", "administrator"] as const).find((visitor) => {
    return answers[visitors.indexOf(visitor)] === "ok";
  });
  if (!who) continue;
  // Whoever has a place in a circle writes in it: there they are no outsider.
  const isInside = address.startsWith("/cirkel/") && answers[visitors.indexOf("participant")] === "ok";
  const outsiders: readonly Visitor[] = isInside ? ["stranger"] : ["participant", "stranger"];
  const page = await (await ask(who, address)).text();
  for (const form of formsIn(page, address.split("?")[0] ?? address)) {
    if (!found.has(form.action)) found.set(form.action, { ...form, who, page: address, outsiders });
  }
}

/** Where people write freely. */
const written = /^(text|textarea|email|tel|url|search)$/;
const typed = ({ fields }: DrawnForm) => fields.filter(({ kind }) => written.test(kind));
const forms = [...found.values()].filter(({ fields }) =>
  fields.some(({ kind }) => kind !== "hidden" && kind !== "submit"),
);
const named = (list: readonly Found[]) =>
  list.map((form) => [form.action.replace(/[0-9a-f-]{36}|[\w-]{43}/g, "…"), form] as const);
/** A whole invitation may be pasted, however long. */
const takesLongText = ({ fields }: DrawnForm) =>
  fields.some(({ name, kind }) => name === "text" && kind === "textarea");

type Filling = (field: DrawnField) => readonly string[];
const asDrawn: Filling = ({ values }) => values;
const withText =
  (text: string): Filling =>
  (field) =>
    written.test(field.kind) ? [text] : field.values;
const withDay =
  (day: string): Filling =>
  (field) =>
    field.kind === "date" ? [day] : field.values;

function send(
  form: Found,
  filling: Filling,
  { as = form.who, more = {} }: { as?: Visitor; more?: Record<string, string> } = {},
) {
  const body = new URLSearchParams(Object.entries(more));
  for (const field of form.fields) for (const value of filling(field)) body.append(field.name, value);
  return ask(as, form.action, { method: "POST", body });
}

/** Everything that a refused form must leave as it was. */
async function everything() {
  const { rows } = await sql<Record<string, string>>`
    select (select count(*) from audit_record)::text as deeds, (select count(*) from pgboss.job)::text as jobs,
      (select count(*) from mail)::text as mails, (select count(*) from registration)::text as registrations,
      (select count(*) from person)::text as people, (select count(*) from mailed_link where spent_at is not null)::text as spent,
      (select md5(string_agg(r::text, '' order by r.id)) from round r) as rounds`.execute(ownerDb);
  return rows[0];
}

/** Told on the page, in Swedish, with what was typed still there, and nothing half-written. */
async function refused(form: Found, filling: Filling, more: Record<string, string> = {}) {
  const before = await everything();
  const answer = await send(form, filling, { more });
  const page = await answer.text();
  expect([answer.status, answer.headers.get("location")], page.slice(0, 2_000)).toEqual([expect.any(Number), null]);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(answer.status).toBeLessThan(500);
  expect(page).toContain('<html lang="sv">');
  expect(page).toMatch(/data-error-summary|<h1>/);
  for (const field of typed(form)) for (const value of filling(field)) expect(page).toContain(escaped(value.trim()));
  expect(await everything()).toEqual(before);
  return page;
}

beforeEach(() => ownerDb.deleteFrom("rate_limit").execute());

test("forms were found", () => {
  expect(forms.length).toBeGreaterThan(35);
});

describe("ten thousand characters:", () => {
  const list = named(forms.filter((form) => typed(form).length > 0 && !takesLongText(form)));
  test.each(list)("%s", async (_, form) => {
    await refused(form, withText("å".repeat(10_000)));
  });
});

describe("a personal identity number:", () => {
  test.each(named(forms.filter((form) => typed(form).length > 0)))("%s", async (_, form) => {
    await refused(form, withText("191212121212"));
  });
});

describe("a day that does not exist:", () => {
  // A role that ends at once has no last day, and a relation is nothing before its other end is named.
  const asksSomethingFirst = /\/(avsluta|samband)$/;
  const dated = forms.filter(({ fields }) => fields.some(({ kind }) => kind === "date"));
  test.each(named(dated.filter(({ action }) => !asksSomethingFirst.test(action))))("%s", async (_, form) => {
    expect(await refused(form, withDay("2027-02-30"))).toContain("Skriv ett datum som finns");
  });
});

describe("a field that is not in the form:", () => {
  test.each(named(forms))("%s", async (_, form) => {
    await refused(form, asDrawn, { nonsense: "1" });
  });
});

describe("somebody whose session has ended keeps what they typed:", () => {
  test.each(named(forms.filter(({ who }) => who !== "nobody")))("%s", async (_, form) => {
    const before = await everything();
    const answer = await send(form, withText('Det jag skrev "här"'), { as: "nobody" });
    expect(answer.status).toBe(403);
    const page = await answer.text();
    expect(page).toContain("Du hann bli utloggad");
    for (const { name } of typed(form)) expect(page).toContain(`name="${name}" value="Det jag skrev &quot;här&quot;"`);
    expect(await everything()).toEqual(before);
  });
});

describe("somebody without the right changes nothing:", () => {
  // What is one's own, what anybody with a role asks, and the words that whoever publishes anywhere keeps.
  const own = /^\/(mina-uppgifter|logga-ut|sokningar|fraga\/ny|ordlista)/;
  test.each(named(forms.filter(({ who, action }) => who !== "nobody" && !own.test(action))))("%s", async (_, form) => {
    const before = await everything();
    for (const as of form.outsiders) {
      const answer = await send(form, asDrawn, { as });
      expect([403, 404, 422]).toContain(answer.status);
    }
    expect(await everything()).toEqual(before);
  });
});

// From here on some forms are accepted, as they should be: what they change is the demo's, and nobody else's.
describe("what people may well write is taken as text, or refused, and never as markup:", () => {
  const texts = ["<script>alert(1)</script>", "🙂🧑‍🤝‍🧑", "\u202eمرحبا بالعالم"];
  test.each(named(forms.filter((form) => typed(form).length > 0)))("%s", async (_, form) => {
    for (const text of texts) {
      const answer = await send(form, withText(text));
      expect(answer.status).toBeLessThan(500);
      const location = answer.headers.get("location");
      const page = location ? await (await ask(form.who, location)).text() : await answer.text();
      expect(page).not.toContain("<script>alert");
    }
  });
});

describe("nothing at all, and the same twice at once, never break anything:", () => {
  test.each(named(forms))("%s", async (_, form) => {
    const empty = await send(form, ({ kind, values }) => (kind === "hidden" ? values : []));
    expect(empty.status).toBeLessThan(500);
    const twice = await Promise.all([send(form, asDrawn), send(form, asDrawn)]);
    for (const { status } of twice) expect(status).toBeLessThan(500);
  });
});

test("a file of sixty megabytes is refused in words, and read no further than it must be", async () => {
  const before = await everything();
  const body = new FormData();
  body.set("file", new File([new Uint8Array(60 * 1024 * 1024)], "inbjudan.docx"));
  const answer = await ask("leader", "/planera/ny", { method: "POST", body });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain("Det du skickade är för stort. Högst 12 MB får plats");
  expect(await everything()).toEqual(before);
});
