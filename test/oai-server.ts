import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

/** How an archive behaves, which a test may change while it runs. */
export type Archive = {
  /** How many records it has. */
  records: number;
  /** How many it gives at a time. */
  page: number;
  /** Its own clock. */
  day: string;
  /** Numbers of records it has taken away. */
  gone: Set<number>;
  /** Answers a question in another way than it should; `false`: as it should. */
  fault: ((asked: URLSearchParams, response: ServerResponse) => boolean) | undefined;
  /** The XML of a record's title page, by its number. */
  dc: (number: number) => string;
  /** Whether it refuses places that it gave before. */
  forgets: boolean;
};

/** A real OAI-PMH server on this machine: ListRecords with resumption tokens, `from`, deleted records, and faults. */
export async function oaiServer(over: Partial<Archive> = {}) {
  const archive: Archive = {
    records: 25,
    page: 10,
    day: "2027-03-18",
    gone: new Set(),
    fault: undefined,
    dc: plainTitlePage,
    forgets: false,
    ...over,
  };
  const questions: { asked: URLSearchParams; agent: string | undefined }[] = [];
  let underWay = 0;
  let mostAtOnce = 0;

  const answer = (asked: URLSearchParams, response: ServerResponse) => {
    if (archive.fault?.(asked, response)) return;
    const token = asked.get("resumptionToken");
    if (token !== null && archive.forgets) return send(response, error("badResumptionToken"));
    if (asked.get("verb") !== "ListRecords") return send(response, error("badVerb"));
    if (token === null && asked.get("metadataPrefix") !== "oai_dc")
      return send(response, error("cannotDisseminateFormat"));
    const from = asked.get("from");
    if (from !== null && from > archive.day) return send(response, error("noRecordsMatch"));
    const start = token === null ? 0 : Number(token.split(":")[1]);
    const numbers = Array.from({ length: Math.min(archive.page, archive.records - start) }, (_, at) => start + at);
    const next = start + archive.page;
    const resumption =
      next < archive.records ? `<resumptionToken>from:${next}</resumptionToken>` : "<resumptionToken/>";
    send(
      response,
      `<ListRecords>${numbers.map((number) => recordXml(archive, number)).join("")}${resumption}</ListRecords>`,
    );
  };
  const send = (response: ServerResponse, inner: string) => {
    response.setHeader("content-type", "text/xml; charset=utf-8");
    response.end(envelope(archive, inner));
  };

  const start = async (port = 0): Promise<Server> => {
    const made = createServer((request, response) => {
      const asked = new URL(request.url ?? "/", "http://archive").searchParams;
      questions.push({ asked, agent: request.headers["user-agent"] });
      underWay += 1;
      mostAtOnce = Math.max(mostAtOnce, underWay);
      response.once("close", () => (underWay -= 1));
      answer(asked, response);
    });
    await new Promise<void>((resolve) => made.listen(port, "127.0.0.1", resolve));
    return made;
  };
  const stop = async (running: Server) => {
    running.closeAllConnections();
    await new Promise((resolve) => running.close(resolve));
  };
  let server = await start();
  const { port } = server.address() as AddressInfo;
  afterAll(() => (server.listening ? stop(server) : undefined));

  return {
    archive,
    address: `http://127.0.0.1:${port}/oai`,
    questions,
    mostAtOnce: () => mostAtOnce,
    die: () => stop(server),
    rise: async () => void (server = await start(port)),
  };
}

export function envelope({ day }: Pick<Archive, "day">, inner: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><responseDate>${day}T08:00:00Z</responseDate>
<request verb="ListRecords">http://archive/oai</request>${inner}</OAI-PMH>`;
}

function error(code: string): string {
  return `<error code="${code}">No</error>`;
}

export function recordXml({ gone, dc, day }: Pick<Archive, "gone" | "dc" | "day">, number: number): string {
  const status = gone.has(number) ? ' status="deleted"' : "";
  const header = `<header${status}><identifier>oai:archive.example.se:${number}</identifier><datestamp>${day}</datestamp></header>`;
  return `<record>${header}${status ? "" : `<metadata>${dc(number)}</metadata>`}</record>`;
}

/** A title page as archives of theses and reports give it. */
export function plainTitlePage(number: number): string {
  return `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>Barns delaktighet, del ${number}</dc:title><dc:creator>Berg, Asta</dc:creator><dc:creator>Lind, Bo</dc:creator>
<dc:publisher>FoU Länet</dc:publisher><dc:date>20${String(10 + (number % 15))}</dc:date>
<dc:identifier>https://archive.example.se/record/${number}</dc:identifier><dc:identifier>info:doi/10.5555/arkiv.${number}</dc:identifier>
<dc:rights>info:eu-repo/semantics/openAccess</dc:rights><dc:rights>https://creativecommons.org/licenses/by/4.0/</dc:rights>
<dc:description>Om hur barn &amp; unga får komma till tals.</dc:description></oai_dc:dc>`;
}
