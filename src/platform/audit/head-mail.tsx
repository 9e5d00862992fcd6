import type { Translate } from "#kernel/messages.ts";
import { type AuditHead, writtenHead } from "#platform/audit/seal.ts";
import { composeMail } from "#platform/mail/compose-mail.tsx";
import type { Mail } from "#platform/mail/mail.ts";
import { MailFacts } from "#platform/mail/mail-parts.tsx";

/** Puts the log's head outside the database: kept in a mailbox, it shows if the log is written anew. */
export function headMail(head: AuditHead, records: number, to: string, t: Translate): Mail {
  const written = writtenHead(head);
  return composeMail({
    to,
    t,
    subject: t("platform.audit.head.subject", { no: head.no }),
    key: `audit-head ${head.no} ${to}`,
    body: (
      <>
        <p>{t("platform.audit.head.lead")}</p>
        <MailFacts
          facts={[
            { name: t("platform.audit.head.no"), value: head.no },
            { name: t("platform.audit.head.hash"), value: head.hash },
            { name: t("platform.audit.head.records"), value: records },
          ]}
        />
        <p>
          {t("platform.audit.head.how")}
          <br />
          <code>npm run -s sammanvagt -- audit verify --head {written}</code>
        </p>
      </>
    ),
  });
}
