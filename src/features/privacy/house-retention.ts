import { type Retention, twoYears } from "#features/privacy/retention-words.ts";

/** How long what the installation itself holds is kept: signing in, mail, the log, calls, and reports of faults. */
export const houseRetention = {
  // Sessions and codes
  signIn: {
    goesBy: "itself",
    days: 0,
    from: "expired",
    basis: "publicTask",
    seenBy: ["nobody"],
    leaves: "nothing",
  },
  // Links in mails
  mailedLink: {
    goesBy: "itself",
    days: 30,
    from: "expired",
    basis: "publicTask",
    seenBy: ["nobody"],
    leaves: "nothing",
  },
  // What a mail said
  mailBody: {
    goesBy: "itself",
    days: 90,
    from: "sent",
    basis: "publicTask",
    seenBy: ["administrators"],
    leaves: "counts",
  },
  // That a mail was sent, to whom and when
  mail: {
    goesBy: "itself",
    days: twoYears,
    from: "sent",
    basis: "publicTask",
    seenBy: ["administrators"],
    leaves: "nothing",
  },
  // What was changed, in the audit trail. Who, when and about what stays.
  auditPayload: {
    goesBy: "itself",
    days: twoYears,
    from: "done",
    basis: "legalDuty",
    seenBy: ["administrators", "dataProtection"],
    leaves: "counts",
  },
  // Answers to calls of the API that are repeated
  repeatedCall: {
    goesBy: "itself",
    days: 1,
    from: "received",
    basis: "publicTask",
    seenBy: ["nobody"],
    leaves: "nothing",
  },
  // The address of somebody who reported a fault
  reporterAddress: {
    goesBy: "itself",
    days: 30,
    from: "answered",
    basis: "legalDuty",
    seenBy: ["administrators"],
    leaves: "counts",
  },
  // The report and its answer
  accessibilityReport: {
    goesBy: "itself",
    days: twoYears,
    from: "answered",
    basis: "legalDuty",
    seenBy: ["administrators"],
    leaves: "nothing",
  },
} as const satisfies Readonly<Record<string, Retention>>;
