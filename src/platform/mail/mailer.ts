import { createTransport } from "nodemailer";
import type { CalendarMethod } from "#platform/calendar/calendar.ts";

/** A mail as it leaves the outbox. */
export type OutgoingMail = {
  readonly id: string;
  readonly to: string;
  readonly replyTo: { readonly name: string; readonly address: string } | undefined;
  readonly fromName: string | undefined;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly calendar: { readonly method: CalendarMethod; readonly ics: string } | undefined;
};

export type Mailer = {
  /** Hands a mail to the mail server; throws when it does not take it. */
  readonly send: (mail: OutgoingMail) => Promise<void>;
  readonly close: () => void;
};

/** Refused for good: trying again would be refused again. */
export class UndeliverableMail extends Error {}

const seconds = 1_000;

/** Opens the way to the mail server in SMTP_URL. Mail comes from `from`, under the name the mail carries. */
export function openMailer(smtpUrl: string, from: { readonly name: string; readonly address: string }): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    pool: true,
    maxConnections: 4,
    maxMessages: 200,
    dnsTimeout: 10 * seconds,
    connectionTimeout: 10 * seconds,
    greetingTimeout: 10 * seconds,
    socketTimeout: 30 * seconds,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = from.address.slice(from.address.lastIndexOf("@") + 1);

  return {
    send: async (mail) => {
      try {
        await transport.sendMail({
          // The same mail has the same id however often it is handed over, so that a receiver keeps one of them.
          messageId: `<${mail.id}@${domain}>`,
          from: { name: mail.fromName ?? from.name, address: from.address },
          to: { name: "", address: mail.to },
          ...(mail.replyTo && { replyTo: { ...mail.replyTo } }),
          subject: mail.subject,
          text: mail.text,
          html: mail.html,
          ...(mail.calendar && {
            icalEvent: { method: mail.calendar.method, filename: "kalender.ics", content: mail.calendar.ics },
          }),
          headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "OOF, AutoReply" },
        });
      } catch (error) {
        throw isFinal(error) ? new UndeliverableMail((error as Error).message, { cause: error }) : error;
      }
    },
    close: () => transport.close(),
  };
}

/** The server knows the receiver and says no (5xx); that it does not let us in may be put right, and is tried again. */
function isFinal(error: unknown): boolean {
  const { code, responseCode } = error as { code?: string; responseCode?: number };
  return (code === "EENVELOPE" || code === "EMESSAGE") && responseCode !== undefined && responseCode >= 500;
}
