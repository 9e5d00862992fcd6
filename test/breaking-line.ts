import { mkdtempSync, rmSync } from "node:fs";
import { createServer, request as ask } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type ServerProcess, startServer } from "../bench/server-process.ts";

/**
 * The built product as a process that is killed and started again, behind a line that breaks now and then for what is
 * posted to some addresses: before the server has heard, or after it has done what was asked and before the answer has
 * come.
 *
 * @param breaksAt the addresses whose requests are cut off, two in five
 */
export function breakingLine(breaksAt: RegExp, environment: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), "sammanvagt-line-"));
  const cutOff = { before: 0, after: 0 };
  let server: ServerProcess | undefined;
  let front = "";
  let asked = 0;

  const line = createServer((incoming, outgoing) => {
    const breaks = breaksAt.test(incoming.url ?? "") ? (asked += 1) % 5 : 0;
    if (!server || breaks === 1) {
      cutOff.before += 1;
      return void incoming.socket.destroy();
    }
    const { method, headers } = incoming;
    const onward = ask(new URL(incoming.url ?? "/", server.url), { method, headers }, (answer) => {
      if (breaks === 3) {
        cutOff.after += 1;
        answer.resume().on("end", () => incoming.socket.destroy());
        return;
      }
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(outgoing);
    });
    onward.on("error", () => incoming.socket.destroy());
    incoming.pipe(onward);
  });

  const start = async () => {
    server = await startServer(folder, { BASE_URL: front, ...environment });
  };

  return {
    /** How many requests the line has cut off so far: unheard, and done but unanswered. */
    cutOff,
    address: () => front,
    async open() {
      await new Promise<void>((resolve) => line.listen(0, "127.0.0.1", resolve));
      front = `http://127.0.0.1:${(line.address() as AddressInfo).port}`;
      await start();
    },
    /** The power goes, and comes back. */
    async cutPower() {
      const dying = server;
      server = undefined;
      await dying?.kill();
      await start();
    },
    async close() {
      await server?.stop();
      line.closeAllConnections();
      await new Promise((resolve) => line.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
