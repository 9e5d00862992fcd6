import { numberOf, numberPattern, ordinalOf, ordinalPattern } from "./number-words.ts";
import { monthOf, monthPattern } from "./calendar-words.ts";
import type { Span } from "./found.ts";
import type { InvitedSession } from "./invitation.ts";

/** What a statement needs to know of a session to tell whether it means it. */
export type Scoped = {
  readonly at: Span;
  readonly month: number | undefined;
  readonly day?: number | undefined;
  readonly kind: InvitedSession["kind"];
};

const noun = String.raw`(?:cirkel|nätverks|utbildnings|kurs)?(?:träff(?:en|arna|ar)?|tillfälle(?:t|n|na)?|möte(?:t|n|na)?|dag(?:en|arna|ar)?|gång(?:en|erna|er)?|sammankomst(?:en|erna|er)?|seminari(?:um|et|er|erna)|workshop(?:en|arna)?|pass(?:et|en)?)`;

/** A comma, or a word that turns to other sessions, ends what was said of the ones before. */
const turn = new RegExp(
  String.raw`[;,]|(?<!\p{L})(?:men|medan|samt|och)(?=\s+(?:de|den|övriga|resterande|resten|sista|${noun}|sedan|därefter|uppföljnings))`,
  "giu",
);

/** The clauses of a sentence, with their places. */
export function clausesOf(sentence: string, offset: number): { text: string; at: Span }[] {
  const clauses: { text: string; at: Span }[] = [];
  let from = 0;
  for (const { index } of [...sentence.matchAll(turn), { index: sentence.length }]) {
    if (index > from) clauses.push({ text: sentence.slice(from, index), at: [offset + from, offset + index] });
    from = index;
  }
  return clauses;
}

const first = new RegExp(
  String.raw`(?<!\p{L})(?:(?:de |dom )?(?<n1>${numberPattern}) första|första (?<n2>${numberPattern}))(?!\p{L})`,
  "iu",
);
const lastN = new RegExp(
  String.raw`(?<!\p{L})(?:(?:de |dom )?(?<n>${numberPattern}) (?:sista|avslutande))(?!\p{L})`,
  "iu",
);
const oneByOrder = new RegExp(String.raw`(?<!\p{L})(?<o>${ordinalPattern})\s+${noun}(?!\p{L})`, "iu");
const numbered = new RegExp(
  String.raw`(?<!\p{L})${noun}\s+(?<a>\d{1,2})(?:\s*(?<s>-|och|till|,)\s*(?<b>\d{1,2}))?(?!\d|[/.:]\d|\s*(?:${monthPattern}))`,
  "iu",
);
const inMonth = new RegExp(
  String.raw`(?<!\p{L})${noun}\s+i\s+(?<m>${monthPattern})(?!\p{L})|(?<!\p{L})(?<m2>${monthPattern})träffen`,
  "iu",
);
const rest =
  /(?<!\p{L})(?:övriga|resterande|resten|de andra|därefter|efterföljande|följande träffar|de kommande)(?!\p{L})/iu;
const every = new RegExp(
  String.raw`(?<!\p{L})(?:(?:alla|samtliga|varje|vid (?:varje|alla))\s|${noun.replace("träff(?:en|arna|ar)?", "träff(?:arna|ar)").replace("dag(?:en|arna|ar)?", "dag(?:arna)")}(?!\p{L})|cirkeln|kursen|utbildningen|nätverket|seminariet|vi (?:träffas|ses|möts|samlas)|konferensen|föreläsningen|mötet|tiden)`,
  "iu",
);

/** Which sessions a clause speaks of; `rest` are those nothing was said of before. Undefined when it names none. */
export function sessionsMeant(clause: string, at: Span, sessions: readonly Scoped[]): number[] | "rest" | undefined {
  const all = [...sessions.keys()];
  const dated = all.filter(
    (index) => (sessions[index]?.at[0] ?? -1) >= at[0] && (sessions[index]?.at[1] ?? Infinity) <= at[1],
  );
  if (dated.length > 0) return dated;
  if (rest.test(clause)) return "rest";
  const byKind = kindsMeant(clause, sessions);
  if (byKind.length > 0) return byKind;
  const from = first.exec(clause)?.groups;
  if (from) return all.slice(0, numberOf(from["n1"] ?? from["n2"] ?? "") ?? 0);
  const until = lastN.exec(clause)?.groups;
  if (until) return all.slice(-(numberOf(until["n"] ?? "") ?? 0));
  const number = numbered.exec(clause)?.groups;
  if (number) {
    const [a, b] = [Number(number["a"]), Number(number["b"] ?? number["a"])];
    const daily = /^\s*dag/iu.test(numbered.exec(clause)?.[0] ?? "") && inRow(sessions).some((row) => row.length > 1);
    if (daily) return inRow(sessions).flatMap((row) => (row.length > 1 ? row.slice(a - 1, b) : []));
    const isRange = number["s"] === "-" || number["s"] === "till";
    return all.filter((index) => (isRange ? index + 1 >= a && index + 1 <= b : index + 1 === a || index + 1 === b));
  }
  const order = ordinalOf(oneByOrder.exec(clause)?.groups?.["o"] ?? "");
  if (order !== undefined) return all.filter((index) => index === order - 1);
  if (/(?<!\p{L})sista\s+(?:träff|tillfäll|möt|dag|gång|seminari|sammankomst)/iu.test(clause)) return all.slice(-1);
  const term = /(?<!\p{L})(?<t>höst|vår)ens\s(?:\p{L}+\s)?(?:träff|tillfäll|möte|dag|sammankomst|seminari)/iu.exec(
    clause,
  )?.groups?.["t"];
  if (term !== undefined)
    return all.filter((index) => {
      const at = sessions[index]?.month ?? 0;
      return /höst/iu.test(term) ? at >= 7 : at >= 1 && at <= 6;
    });
  const bare =
    /(?<!\p{L})den\s(?<which>första|sista|avslutande|inledande)(?=\s(?:som|är|sker|hålls|blir)(?!\p{L})|\s*[,.)]?\s*$)/iu.exec(
      clause,
    )?.groups?.["which"];
  if (bare !== undefined) return /första|inledande/iu.test(bare) ? all.slice(0, 1) : all.slice(-1);
  const month = inMonth.exec(clause)?.groups;
  if (month) return all.filter((index) => sessions[index]?.month === monthOf(month["m"] ?? month["m2"] ?? ""));
  return every.test(clause) ? all : undefined;
}

/** Sessions on days that follow each other, so that "dag 2" is the second of each meeting of several days. */
function inRow(sessions: readonly Scoped[]): number[][] {
  const rows: number[][] = [];
  for (const [at, { day, month }] of sessions.entries()) {
    const before = sessions[at - 1];
    const follows = day !== undefined && before?.day === day - 1 && before.month === month;
    if (follows) rows.at(-1)?.push(at);
    else rows.push([at]);
  }
  return rows;
}

function kindsMeant(clause: string, sessions: readonly Scoped[]): number[] {
  const named: InvitedSession["kind"][] = [];
  if (/kick-?\s?off|uppstarten|uppstartsträffen|upptakten/iu.test(clause)) named.push("kickOff");
  if (/uppföljningsträffen|uppföljande träffen|den uppföljande|återträffen|uppföljningsmötet/iu.test(clause))
    named.push("followUp");
  if (/slutseminariet|avslutningen|avslutningsträffen|slutkonferensen|avslutande träffen/iu.test(clause))
    named.push("closing");
  return [...sessions.keys()].filter((index) => named.includes(sessions[index]?.kind ?? "regular"));
}
