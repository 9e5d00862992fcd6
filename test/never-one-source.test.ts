import mammoth from "mammoth";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, test } from "vitest";
import { newId } from "../src/kernel/ids.ts";
import { createToken } from "../src/platform/tokens/commands.ts";
import { webApp, type WebAppParts } from "../src/web-app.ts";
import { givenAppraisals } from "./given-appraisals.ts";
import { givenSources } from "./given-sources.ts";
import { noon } from "./given-rounds.ts";
import { given } from "./given.ts";
import { testWeb } from "./web.ts";

// No view, export or API of an appraisal or its summary ever shows one source without the other two. (R014, R065; K-1)

const now = noon("2027-03-18");
const { app, ownerDb, db, signedIn } = await testWeb(now);
const { organisation, someone, role, actor } = given(ownerDb);
const appraisals = givenAppraisals(ownerDb);
const sources = givenSources(ownerDb);

const unit = await organisation({ name: "Familjeenheten" });
const { personId } = await someone("headOfOperations", { organisation: unit }, { name: "Eva Lund" });
// She weighs methods elsewhere as well, and may take one over.
await role(personId, "headOfOperations", { organisation: await organisation({ name: "Grannenheten" }) });
const eva = await actor(personId);

/** What each source says and nothing else does. */
const marks = { research: "Blåklockorna", profession: "Gullvivorna", serviceUsers: "Vallmorna" } as const;
/** What each is called, also where it is empty. */
const names = {
  research: "Forskning",
  profession: "Professionens kunskap",
  serviceUsers: "Brukarnas kunskap",
} as const;
const three = ["research", "profession", "serviceUsers"] as const;

/** An appraisal in which all three say something, and one for each source in which that one alone does. */
async function begun(found: readonly (typeof three)[number][], over = {}) {
  const made = await appraisals.appraisal(unit, { title: "Familjeråd", ...over }, { authors: [personId] });
  for (const source of found)
    await sources.found(made.id, source, { summary: `${marks[source]} säger ja.`, speaks: "for" });
  const outcome = found.includes("research") ? await sources.outcome(made.id, { result: marks.research }) : newId();
  if (found.includes("profession")) await sources.criterion(made.id, "shared", 2, marks.profession);
  const consultation = found.includes("serviceUsers")
    ? await sources.consultation(made.id, { said: marks.serviceUsers })
    : newId();
  const { id: question } = await ownerDb
    .selectFrom("checklist_question")
    .where("version_id", "=", made.checklist)
    .select("id")
    .executeTakeFirstOrThrow();
  const inquiry = newId<"appraisal_inquiry">();
  await ownerDb
    .insertInto("appraisal_inquiry")
    .values({ id: inquiry, appraisal_id: made.id, text: "Vem gör det?", asked_by: personId, asked_at: now() })
    .execute();
  return { ...made, found, outcome, consultation, question, inquiry, step: newId() };
}

/** One that is decided: brought in, or not yet. */
async function decided(isIntroduced: boolean) {
  const made = await begun(three, { state: "decided", decider_id: personId });
  const day = now().toZonedDateTimeISO("Europe/Stockholm").toPlainDate();
  await ownerDb
    .insertInto("appraisal_decision")
    .values({
      id: newId(),
      appraisal_id: made.id,
      decision_no: 1,
      decision: "broad",
      reason: "Värt det",
      decided_by: personId,
      decided_on: day,
      recorded_at: now(),
      is_sole_author: true,
      expected_effect: "Färre placeringar",
      expected_by: day.add({ days: 90 }),
      measured_how: "Räknas",
      stop_when: "Fler hoppar av",
    })
    .execute();
  if (!isIntroduced) return made;
  const introduction = await appraisals.introduction(made.id);
  await appraisals.component(made.method, "Familjen bjuder in");
  const step = newId<"introduction_step">();
  await ownerDb
    .insertInto("introduction_step")
    .values({ id: step, introduction_id: introduction, position: 0, kind: "step", text: "Utbilda" })
    .execute();
  return { ...made, step };
}

type Begun = Awaited<ReturnType<typeof begun>>;

const weighed = await begun(three);
const original = await decided(false);
const cases: readonly Begun[] = [
  original,
  await begun(["research"], { taken_from: original.id }),
  weighed,
  await begun(["research"]),
  await begun(["profession"]),
  await begun(["serviceUsers"]),
  await begun(three, { state: "proposed", decider_id: personId }),
  await decided(true),
];

/**
 * What is told of one source where the others are not: the names of those that are missing. A text that tells of none is
 * free to; one that tells of one must tell of each, by what it says or by its name and that it is empty.
 */
function missingBeside(text: string, found: readonly (typeof three)[number][]): string[] {
  const told = three.filter((source) => text.includes(marks[source]));
  if (told.length === 0) return [];
  const isThere = (source: (typeof three)[number]) =>
    found.includes(source)
      ? text.includes(marks[source])
      : text.includes(names[source]) && text.includes("Inte sökt än");
  return three.filter((source) => !isThere(source));
}

/** The same of what the API answers: whatever holds one source holds all three. */
function missingInJson(value: unknown, found: readonly (typeof three)[number][]): string[] {
  const text = JSON.stringify(value);
  const told = three.filter((source) => text.includes(marks[source]));
  if (told.length === 0) return [];
  const isThere = (source: (typeof three)[number]) =>
    found.includes(source) ? text.includes(marks[source]) : emptyIn(value, source);
  return three.filter((source) => !isThere(source));
}

/** Whether a source stands somewhere in it, by its name or under it, and is said to be empty. */
function emptyIn(value: unknown, source: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  const own = "source" in value && value.source === source ? value : (value as Record<string, unknown>)[source];
  const isEmpty = own !== undefined && JSON.stringify(own).includes('"standing":"notSought"');
  return isEmpty || Object.values(value).some((inner) => emptyIn(inner, source));
}

const parts = {
  config: { baseUrl: "http://localhost" },
  recognise: { session: async () => undefined, token: async () => undefined },
} as unknown as WebAppParts;
type Route = { method: string; path: string; handler: { gate?: string } };
const routes = [
  ...new Set(
    (webApp(parts).routes as Route[])
      .filter(
        ({ method, path, handler }) => method === "GET" && !path.startsWith("/api/") && handler.gate === "signedIn",
      )
      .map(({ path }) => path),
  ),
];
/** Those of an appraisal: each must be walked. The rest are walked where nothing has to be filled in. */
const ofAppraisals = routes.filter((path) => /^\/metodbedomning(?:ar)?(?:\/|$)/u.test(path));

/** What fills a route's address, one address for each value; nothing when nobody has said. */
function addressesOf(route: string, each: Begun): string[] | undefined {
  const filled: Record<string, readonly string[]> = {
    ":slug": [each.slug],
    ":source": ["forskning", "professionen", "brukarna"],
    ":outcome": [each.outcome],
    ":consultation": [each.consultation],
    ":question": [each.question],
    ":inquiry": [each.inquiry],
    ":step": [each.step],
    ":no": ["1"],
    ":file{sammanfattning\\.(?:docx|pdf)}": ["sammanfattning.docx", "sammanfattning.pdf"],
  };
  const steps = route.split("/");
  let made = [""];
  for (const step of steps.slice(1)) {
    const values = step.startsWith(":") ? filled[step] : [step];
    if (!values) return undefined;
    made = made.flatMap((address) => values.map((value) => `${address}/${value}`));
  }
  return made;
}

async function textOf(answer: Response): Promise<string> {
  const type = answer.headers.get("content-type") ?? "";
  if (type.includes("wordprocessingml")) {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await answer.arrayBuffer()) });
    return value;
  }
  if (!type.includes("pdf")) return answer.text();
  const pdf = await getDocument({ data: new Uint8Array(await answer.arrayBuffer()), verbosity: 0 }).promise;
  const said: string[] = [];
  for (let at = 1; at <= pdf.numPages; at += 1)
    for (const run of (await (await pdf.getPage(at)).getTextContent()).items) if ("str" in run) said.push(run.str);
  return said.join(" ").replaceAll(/\s+/gu, " ");
}

test("the routes of appraisals were found, and each can be walked", () => {
  expect(ofAppraisals.length).toBeGreaterThan(12);
  expect(ofAppraisals.filter((route) => !addressesOf(route, cases[0]!))).toEqual([]);
});

describe("no page and no file", () => {
  const walked = routes.filter((route) => ofAppraisals.includes(route) || !route.includes(":"));

  test.each(walked)("%s", { timeout: 60_000 }, async (route) => {
    const headers = { cookie: await signedIn(personId) };
    const answers = new Set<number>();
    for (const each of cases) {
      for (const address of addressesOf(route, each) ?? []) {
        const answer = await app.request(address, { headers });
        answers.add(answer.status);
        expect(missingBeside(await textOf(answer), each.found), address).toEqual([]);
      }
    }
    if (ofAppraisals.includes(route)) expect([...answers], "was never seen").toContain(200);
  });

  test("and those that tell of the sources were really seen to do so, also as Word and PDF", async () => {
    const headers = { cookie: await signedIn(personId) };
    const { slug } = weighed;
    for (const path of ["", "/kallor/brukarna", "/kallor/forskning/laget", "/sammanfattning", "/vagning"]) {
      const text = await textOf(await app.request(`/metodbedomning/${slug}${path}`, { headers }));
      expect(
        three.filter((source) => text.includes(marks[source])),
        path,
      ).toEqual([...three]);
    }
    for (const kind of ["docx", "pdf"]) {
      const address = `/metodbedomning/${slug}/sammanfattning/sammanfattning.${kind}`;
      const text = await textOf(await app.request(address, { headers }));
      expect(
        three.filter((source) => text.includes(marks[source])),
        kind,
      ).toEqual([...three]);
    }
  });
});

type Schema = {
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: readonly Schema[];
  allOf?: readonly Schema[];
  additionalProperties?: Schema | boolean;
};
type Described = {
  operationId: string;
  responses: Record<string, { content?: { "application/json"?: { schema: Schema } } }>;
};
const described = (await (await app.request("/api/v1/openapi.json")).json()) as {
  paths: Record<string, Record<string, Described>>;
};
const operations = Object.entries(described.paths).flatMap(([path, item]) =>
  Object.entries(item).map(([method, { operationId, responses }]) => ({ path, method, operationId, responses })),
);
const ofAppraisal = operations.filter(({ path }) => /^\/appraisals(?:\/|$)/u.test(path));

/** Where an answer's shape has room for one source and not for the other two. */
function lonelyIn(schema: Schema | boolean | undefined): string[] {
  if (typeof schema !== "object") return [];
  const { properties = {}, items, anyOf = [], allOf = [], additionalProperties } = schema;
  const told = three.filter((source) => source in properties);
  return [
    ...(told.length > 0 && told.length < 3 ? [told.join()] : []),
    ...[...Object.values(properties), items, ...anyOf, ...allOf, additionalProperties].flatMap(lonelyIn),
  ];
}

const shapes = (responses: Described["responses"]) =>
  Object.values(responses).flatMap(({ content }) => content?.["application/json"]?.schema ?? []);

describe("no operation of the API", () => {
  const read = ofAppraisal.filter(({ method }) => method === "get");

  test("is left out", () => {
    expect(read.map(({ operationId }) => operationId)).toEqual(expect.arrayContaining(["getSources", "getSummary"]));
  });

  test.each(ofAppraisal.map(({ operationId, responses }) => [operationId, responses] as const))(
    "%s has an answer with room for one source alone",
    (_, responses) => {
      expect(shapes(responses).flatMap(lonelyIn)).toEqual([]);
    },
  );

  test.each(read.map(({ operationId, path }) => [operationId, path] as const))(
    "%s tells of one source alone",
    async (_, path) => {
      const expiresAt = now().add({ hours: 24 * 30 });
      const { secret } = await createToken(db, eva, { name: "prov", scopes: [...eva.reach.keys()], expiresAt }, now());
      for (const each of cases) {
        const address = path.replace("{slug}", each.slug).replaceAll(/\{\w+\}/gu, newId());
        const answer = await app.request(`/api/v1${address}`, { headers: { authorization: `Bearer ${secret}` } });
        expect(missingInJson(await answer.json(), each.found), address).toEqual([]);
      }
    },
  );
});

describe("one that does is caught", () => {
  const [all, alone] = [weighed, cases[1]!];

  test("on a page, when one source is cut out of it", async () => {
    const headers = { cookie: await signedIn(personId) };
    const page = await (await app.request(`/metodbedomning/${all.slug}/sammanfattning`, { headers })).text();
    expect(missingBeside(page, all.found)).toEqual([]);
    expect(missingBeside(page.replaceAll(marks.profession, ""), all.found)).toEqual(["profession"]);
    expect(missingBeside(`<p>${marks.research}</p>`, all.found)).toEqual(["profession", "serviceUsers"]);
    expect(missingBeside(`<p>${marks.research}. ${names.profession}: Inte sökt än</p>`, alone.found)).toEqual([
      "serviceUsers",
    ]);
  });

  test("in the API, by what it answers and by what it has room for", () => {
    const empty = { standing: "notSought" };
    const research = { summary: marks.research };
    expect(missingInJson({ research, profession: empty, serviceUsers: empty }, alone.found)).toEqual([]);
    expect(missingInJson({ research, profession: empty }, alone.found)).toEqual(["serviceUsers"]);
    const schema = { properties: { sources: { items: { properties: { research: {}, profession: {} } } } } };
    expect(lonelyIn(schema)).toEqual(["research,profession"]);
  });
});
