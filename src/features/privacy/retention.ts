import { houseRetention } from "#features/privacy/house-retention.ts";
import { type Retention, twoYears } from "#features/privacy/retention-words.ts";

/**
 * How long each kind of personal data is kept. This is the one list: the page that tells people, the jobs that erase,
 * the page that shows what was erased and docs/infor-start/gallringsplan.md all read it, so none of them can say
 * something else than another. Where an organisation decides, its own decisions stand beside it. (GDPR 5.1 e and
 * 13.2 a; R011, R110)
 *
 * The words of each kind stand in the catalogue under `privacy.kind.<kind>`.
 */
export const retention = {
  // Diet, postal address, need of adaptation
  registrationExtra: {
    goesBy: "itself",
    days: 30,
    from: "lastSession",
    basis: "sensitive",
    seenBy: ["planners"],
    leaves: "counts",
  },
  // Postal addresses, where a circle has sent its last post: earlier than they would go otherwise
  postalAddress: {
    goesBy: "itself",
    days: 30,
    from: "lastDispatch",
    basis: "publicTask",
    seenBy: ["planners"],
    leaves: "counts",
  },
  // Who has answered the questions before or after a circle, and answers kept under a code until the second time
  questionnaireAnswer: {
    goesBy: "itself",
    days: 1,
    from: "answersClosed",
    basis: "publicTask",
    seenBy: ["nobody"],
    leaves: "counts",
  },
  // Name, address and answers of somebody who never confirmed
  unconfirmedRegistration: {
    goesBy: "decision",
    days: 30,
    from: "ended",
    basis: "publicTask",
    seenBy: ["planners"],
    leaves: "counts",
  },
  // Applications, places, the manager's word, attendance, which changes one has seen, who made a proposal
  registration: {
    goesBy: "decision",
    days: twoYears,
    from: "roundOver",
    basis: "publicTask",
    seenBy: ["planners"],
    leaves: "counts",
  },
  // Who wrote what in the notes of a circle. The notes themselves are the circle's.
  noteWriter: {
    goesBy: "decision",
    days: twoYears,
    from: "roundOver",
    basis: "publicTask",
    seenBy: ["circle", "planners"],
    leaves: "counts",
  },
  // Who came to the meetings of networks and councils, and who said they would
  meetingAttendance: {
    goesBy: "decision",
    days: twoYears,
    from: "meetingHeld",
    basis: "publicTask",
    seenBy: ["body", "planners"],
    leaves: "counts",
  },
  // Who wrote what in minutes. The minutes themselves are the body's.
  minutesWriter: {
    goesBy: "decision",
    days: twoYears,
    from: "meetingHeld",
    basis: "publicTask",
    seenBy: ["body", "planners"],
    leaves: "counts",
  },
  // Whom minutes were sent to by address
  minutesReceiver: {
    goesBy: "decision",
    days: twoYears,
    from: "meetingHeld",
    basis: "publicTask",
    seenBy: ["planners"],
    leaves: "counts",
  },
  // Where whoever asked from outside got their answer, and who did it where they are only a name
  commissionContact: {
    goesBy: "decision",
    days: twoYears,
    from: "commissionClosed",
    basis: "publicTask",
    seenBy: ["body", "planners"],
    leaves: "counts",
  },
  // Notes that were pasted in and never became a meeting
  pastedMinutes: {
    goesBy: "itself",
    days: 30,
    from: "fileSent",
    basis: "publicTask",
    seenBy: ["planners"],
    leaves: "nothing",
  },
  // Devices of a workshop that nobody closed; the others are forgotten when it closes
  workshopDevice: {
    goesBy: "itself",
    days: 7,
    from: "workshopJoined",
    basis: "publicTask",
    seenBy: ["nobody"],
    leaves: "nothing",
  },
  // Who led a workshop, besides those who hold workshops for the organisation
  workshopLeader: {
    goesBy: "decision",
    days: twoYears,
    from: "workshopClosed",
    basis: "publicTask",
    seenBy: ["planners"],
    leaves: "nothing",
  },
  // Who wrote, answered, judged and asked where a method was weighed; who decided stays with the decision
  appraisalWriter: {
    goesBy: "decision",
    days: twoYears,
    from: "appraisalOver",
    basis: "publicTask",
    seenBy: ["planners"],
    leaves: "counts",
  },
  // What staff and service users wrote by a link about a method. How many thought what stays.
  perspectiveText: {
    goesBy: "decision",
    days: twoYears,
    from: "appraisalOver",
    basis: "publicTask",
    seenBy: ["planners"],
    leaves: "counts",
  },
  // Who wrote, published and reviewed texts of the knowledge base that are out of use. The texts themselves stay.
  knowledgeWriter: {
    goesBy: "decision",
    days: twoYears,
    from: "textOutOfUse",
    basis: "publicTask",
    seenBy: ["planners"],
    leaves: "counts",
  },
  // Who asked, took, answered and passed on questions from practice that have come to an end. The questions stay.
  questionPeople: {
    goesBy: "decision",
    days: twoYears,
    from: "questionEnded",
    basis: "publicTask",
    seenBy: ["planners"],
    leaves: "counts",
  },
  // Whether a text was of use to somebody
  knowledgeFeedback: {
    goesBy: "itself",
    days: twoYears,
    from: "answered",
    basis: "publicTask",
    seenBy: ["nobody"],
    leaves: "nothing",
  },
  // Searches somebody keeps, and what of the knowledge base they want to be told of by mail
  savedSearch: {
    goesBy: "itself",
    days: twoYears,
    from: "savedOrTold",
    basis: "publicTask",
    seenBy: ["nobody"],
    leaves: "nothing",
  },
  // Messages to many, and whom invitations went to
  mailing: {
    goesBy: "decision",
    days: twoYears,
    from: "sent",
    basis: "publicTask",
    seenBy: ["planners"],
    leaves: "counts",
  },
  // Those an organisation sends its invitations to
  contactPerson: {
    goesBy: "decision",
    days: twoYears,
    from: "lastMailing",
    basis: "publicTask",
    seenBy: ["planners"],
    leaves: "nothing",
  },
  // Files of applications or organisations, sent to be looked through before they are taken in
  sentFile: {
    goesBy: "itself",
    days: 3,
    from: "fileSent",
    basis: "publicTask",
    seenBy: ["planners"],
    leaves: "nothing",
  },
  // How two entries that are one person were before they were merged, so that it can be undone
  personMerge: {
    goesBy: "itself",
    days: 30,
    from: "done",
    basis: "publicTask",
    seenBy: ["nobody"],
    leaves: "counts",
  },
  // Accounts and the people behind them
  person: {
    goesBy: "itself",
    days: twoYears,
    from: "lastUse",
    basis: "publicTask",
    seenBy: ["administrators"],
    leaves: "counts",
  },
  ...houseRetention,
} as const satisfies Readonly<Record<string, Retention>>;

export type RetentionKind = keyof typeof retention;

export const retentionKinds = Object.keys(retention) as readonly RetentionKind[];

export function isRetentionKind(kind: string): kind is RetentionKind {
  return Object.hasOwn(retention, kind);
}

/** What goes by a decision of the organisation that holds it, and what goes by itself. */
export type DecidedKind = {
  [Kind in RetentionKind]: (typeof retention)[Kind]["goesBy"] extends "decision" ? Kind : never;
}[RetentionKind];
export type KindByItself = Exclude<RetentionKind, DecidedKind>;

export function isDecided(kind: RetentionKind): kind is DecidedKind {
  return retention[kind].goesBy === "decision";
}

export const decidedKinds: readonly DecidedKind[] = retentionKinds.filter(isDecided);
