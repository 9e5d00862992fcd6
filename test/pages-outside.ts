import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll } from "vitest";

const html = { "content-type": "text/html; charset=utf-8" };
const report = `<html><head><title>Barn får höras</title><meta property="og:site_name" content="FoU Länet">
<meta name="dc.date" content="2023-05-04"><link rel="license" href="https://creativecommons.org/licenses/by/4.0/"></head></html>`;
const study = {
  type: "article-journal",
  title: "En studie",
  author: [{ family: "Berg", given: "Asta" }],
  issued: { "date-parts": [[2022]] },
  volume: "4",
  URL: "https://publisher.example.se/1",
};

const answers: Readonly<Record<string, (response: ServerResponse) => void>> = {
  "/rapport": (response) => void response.writeHead(200, html).end(report),
  "/doi/10.5555/abc": (response) =>
    void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(study)),
  "/latin": (response) =>
    void response
      .writeHead(200, { "content-type": "text/html; charset=iso-8859-1" })
      .end(Buffer.from("<title>Äldre på landsbygden</title>", "latin1")),
  "/fel": (response) => void response.writeHead(500).end(),
  "/borta": (response) => void response.writeHead(410).end(),
  "/fil.pdf": (response) => void response.writeHead(200, { "content-type": "application/pdf" }).end("%PDF-1.7"),
  "/tom": (response) => void response.writeHead(200, html).end("<p>Hej</p>"),
  "/stor": (response) => void response.writeHead(200, html).end("x".repeat(5 * 1024 * 1024)),
  "/runt": (response) => void response.writeHead(302, { location: "/runt" }).end(),
  "/inat": (response) => void response.writeHead(302, { location: "http://10.1.2.3/" }).end(),
};

/** Web pages of others on this machine, good and bad, and how often they were asked. */
export async function pagesOutside() {
  let count = 0;
  const server = createServer((request, response) => {
    count += 1;
    const answer = answers[request.url ?? ""];
    if (answer) answer(response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { at: (path: string) => `http://127.0.0.1:${port}${path}`, asked: () => count };
}
