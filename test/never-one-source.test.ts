import mammoth from "mammoth";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { describe, expect, test } from "vitest";
import { newId } from "../src/kernel/ids.ts";
import { createToken } from "../src/platform/tokens/commands.ts";
import { webApp, type WebAppParts } from "../src/web-app.ts";
import { type Marked, markedAppraisals } from "./marked-appraisals.ts";
import { lonelyIn, marks, missingBeside, missingInJson, names, type Schema, three } from "./marked-sources.ts";

// No view, export or API of an appraisal or its summary ever shows one source without the other two. (R014, R065; K-1)

const { app, db, signedIn, personId, eva, now, weighed, cases } = await markedAppraisals();

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
function addressesOf(route: string, each: Marked): string[] | undefined {
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
    const isSeen = answers.has(200) || !ofAppraisals.includes(route);
    expect(isSeen, `was never seen: ${[...answers].join()}`).toBe(true);
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
