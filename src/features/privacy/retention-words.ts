export const twoYears = 730;

/** From which moment the days are counted. */
export type CountedFrom =
  | "lastSession"
  | "answersClosed" // the last day to answer a questionnaire
  | "ended" // an application that nobody confirmed has lapsed
  | "roundOver"
  | "meetingHeld"
  | "commissionClosed"
  | "sent"
  | "expired"
  | "done"
  | "answered"
  | "received"
  | "lastUse"
  | "lastMailing"
  | "lastDispatch" // the last post to the participants of a circle
  | "fileSent"
  | "workshopJoined"
  | "workshopClosed"
  | "appraisalOver" // decided or withdrawn, and nothing of it waited for
  | "questionEnded"
  | "savedOrTold" // a search was saved, or its mail sent
  | "textOutOfUse"; // replaced by a later version, or retired

/** Why the law lets us have it (GDPR 6 and 9). */
export type LegalBasis =
  | "publicTask" // 6.1 e: a task in the public interest
  | "legalDuty" // 6.1 c: the law demands that it is written down or answered
  | "sensitive"; // 6.1 e with 9.2 g: may tell of health or faith, asked only where it is needed

/** Who sees it, besides the person themselves. */
export type Viewer = "circle" | "body" | "planners" | "administrators" | "dataProtection" | "nobody";

/**
 * What lets it go. `itself`: the machinery of the installation, and what was asked for one purpose only. `decision`: what
 * an organisation answers for as an authority, which nobody may erase before it has decided so (arkivlagen 1990:782, 10 §).
 */
export type LetGoBy = "itself" | "decision";

export type Retention = {
  readonly goesBy: LetGoBy;
  /** How long it is kept; for what goes by a decision, what is proposed to those who decide. */
  readonly days: number;
  readonly from: CountedFrom;
  readonly basis: LegalBasis;
  readonly seenBy: readonly Viewer[];
  /** What goes when the days are over: the whole row, or what tells who it was, so that it can still be counted. */
  readonly leaves: "nothing" | "counts";
};
