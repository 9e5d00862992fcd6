/** From which moment the days are counted. */
export type CountedFrom =
  | "lastSession"
  | "ended" // an application that nobody confirmed has lapsed
  | "roundOver"
  | "sent"
  | "expired"
  | "done"
  | "answered"
  | "received"
  | "lastUse"
  | "lastMailing"
  | "fileSent";

/** Why the law lets us have it (GDPR 6 and 9). */
export type LegalBasis =
  | "publicTask" // 6.1 e: a task in the public interest
  | "legalDuty" // 6.1 c: the law demands that it is written down or answered
  | "sensitive"; // 6.1 e with 9.2 g: may tell of health or faith, asked only where it is needed

/** Who sees it, besides the person themselves. */
export type Viewer = "circle" | "planners" | "administrators" | "dataProtection" | "nobody";

export type Retention = {
  readonly days: number;
  readonly from: CountedFrom;
  readonly basis: LegalBasis;
  readonly seenBy: readonly Viewer[];
  /** What goes when the days are over: the whole row, or what tells who it was, so that it can still be counted. */
  readonly leaves: "nothing" | "counts";
};

const twoYears = 730;

/**
 * How long each kind of personal data is kept. This is the one list: the page that tells people, the jobs that erase,
 * the page that shows what was erased and docs/infor-start/gallringsplan.md all read it, so none of them can say
 * something else than another. (GDPR 5.1 e and 13.2 a; R011, R110)
 *
 * The words of each kind stand in the catalogue under `privacy.kind.<kind>`.
 */
export const retention = {
  // Diet, postal address, need of adaptation
  registrationExtra: {
    days: 30,
    from: "lastSession",
    basis: "sensitive",
    seenBy: ["planners"],
    leaves: "counts",
  },
  // Name, address and answers of somebody who never confirmed
  unconfirmedRegistration: { days: 30, from: "ended", basis: "publicTask", seenBy: ["planners"], leaves: "counts" },
  // Applications, places, the manager's word, attendance, who made a proposal
  registration: { days: twoYears, from: "roundOver", basis: "publicTask", seenBy: ["planners"], leaves: "counts" },
  // Who wrote what in the notes of a circle. The notes themselves are the circle's.
  noteWriter: {
    days: twoYears,
    from: "roundOver",
    basis: "publicTask",
    seenBy: ["circle", "planners"],
    leaves: "counts",
  },
  // Messages to many, and whom invitations went to
  mailing: { days: twoYears, from: "sent", basis: "publicTask", seenBy: ["planners"], leaves: "counts" },
  // Those an organisation sends its invitations to
  contactPerson: { days: twoYears, from: "lastMailing", basis: "publicTask", seenBy: ["planners"], leaves: "nothing" },
  // Files of applications or organisations, sent to be looked through before they are taken in
  sentFile: { days: 3, from: "fileSent", basis: "publicTask", seenBy: ["planners"], leaves: "nothing" },
  // How two entries that are one person were before they were merged, so that it can be undone
  personMerge: { days: 30, from: "done", basis: "publicTask", seenBy: ["nobody"], leaves: "counts" },
  // Accounts and the people behind them
  person: { days: twoYears, from: "lastUse", basis: "publicTask", seenBy: ["administrators"], leaves: "counts" },
  // Sessions and codes
  signIn: { days: 0, from: "expired", basis: "publicTask", seenBy: ["nobody"], leaves: "nothing" },
  // Links in mails
  mailedLink: { days: 30, from: "expired", basis: "publicTask", seenBy: ["nobody"], leaves: "nothing" },
  // What a mail said
  mailBody: { days: 90, from: "sent", basis: "publicTask", seenBy: ["administrators"], leaves: "counts" },
  // That a mail was sent, to whom and when
  mail: { days: twoYears, from: "sent", basis: "publicTask", seenBy: ["administrators"], leaves: "nothing" },
  // What was changed, in the audit trail. Who, when and about what stays.
  auditPayload: {
    days: twoYears,
    from: "done",
    basis: "legalDuty",
    seenBy: ["administrators", "dataProtection"],
    leaves: "counts",
  },
  // Answers to calls of the API that are repeated
  repeatedCall: { days: 1, from: "received", basis: "publicTask", seenBy: ["nobody"], leaves: "nothing" },
  // The address of somebody who reported a fault
  reporterAddress: {
    days: 30,
    from: "answered",
    basis: "legalDuty",
    seenBy: ["administrators"],
    leaves: "counts",
  },
  // The report and its answer
  accessibilityReport: {
    days: twoYears,
    from: "answered",
    basis: "legalDuty",
    seenBy: ["administrators"],
    leaves: "nothing",
  },
} as const satisfies Readonly<Record<string, Retention>>;

export type RetentionKind = keyof typeof retention;

export const retentionKinds = Object.keys(retention) as readonly RetentionKind[];

export function isRetentionKind(kind: string): kind is RetentionKind {
  return Object.hasOwn(retention, kind);
}
