import type { AddressInfo } from "node:net";
import PostalMime, { type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";

/** A mail as the server received it: who it was for, its bytes, and what a mail program makes of them. */
export type ReceivedMail = { readonly to: readonly string[]; readonly raw: string; readonly mail: Email };

export type MailServer = {
  readonly url: string;
  /** Everything received since it was last emptied, in order. */
  received(): Promise<ReceivedMail[]>;
  empty(): void;
  /** What the server says to the next receivers instead of yes. */
  refuse(code: number | undefined): void;
  close(): Promise<void>;
};

/** A real mail server on loopback. */
export async function mailServer(): Promise<MailServer> {
  const arrivals: { to: string[]; raw: string }[] = [];
  let refusal: number | undefined;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    onRcptTo: (_address, _session, callback) => {
      callback(refusal ? Object.assign(new Error("No such mailbox here"), { responseCode: refusal }) : undefined);
    },
    onData: (stream, session, callback) => {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        arrivals.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          raw: Buffer.concat(parts).toString("utf8"),
        });
        callback();
      });
    },
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    received: () => Promise.all(arrivals.map(async ({ to, raw }) => ({ to, raw, mail: await PostalMime.parse(raw) }))),
    empty: () => {
      arrivals.length = 0;
    },
    refuse: (code) => {
      refusal = code;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
