import { type DraftSession, scoped } from "./draft-session.ts";
import type { Found, Span } from "./found.ts";
import { type InvitationText, passageAt } from "./invitation-text.ts";
import { namedMonth } from "./session-months.ts";
import { clausesOf, sessionsMeant } from "./session-scope.ts";
import { type Trait, cateringIn, kindIn, modeIn, provisionalIn } from "./session-traits.ts";

const aboutSessions =
  /träff|cirkel|möte|utbildning|kurs|seminari|tillfäll|nätverk|(?<!\p{L})ses(?!\p{L})|genomför|äger rum|hålls|(?<!\p{L})dag(?:en|arna)|workshop|konferens|föreläsning|plats:|lunch|fika|lokal|webbinari|deltar? (?:du|ni)|(?<!\p{L})sker(?!\p{L})/iu;
const notAboutSessions =
  /informations(?:träff|möte)|anmälan (?:sker|görs)|skickas ut|bokar? (?:ett )?(?:digitalt )?möte|frågestund|till(?:handahålls)? digitalt|formulär|tidigare (?:cirkel|omgång)|material(?:et)? (?:finns|skickas)/iu;

/** "Vid behov kan någon träff bli digital" says it of no session in particular. */
const someTime =
  /vid behov|(?<!\p{L})någon (?:träff|gång|av träffarna)|några (?:träffar|tillfällen|av)|enstaka|vissa (?:träffar|tillfällen)|en del (?:träffar|av träffarna)|kan (?:komma att )?bli/iu;

/** What whole sentences say of all sessions, of the first two, of the rest. Words beside a date weigh more. */
export function readStatements(text: InvitationText, sessions: readonly DraftSession[]) {
  if (sessions.length === 0) return;
  const all = [...sessions.keys()];
  const claimed = new Set<number>();
  for (const [start, end] of text.sentences) {
    const sentence = text.plain.slice(start, Math.min(end, start + 1_000));
    const place = passageAt(text, start)?.kind;
    const short =
      sentence.length <= 50 && !/@|\d{5}/u.test(sentence) && place !== "contact" && place !== "registration";
    const placed = place === "place" || place === "timeAndPlace" || place === "time" || short;
    if (!(placed || aboutSessions.test(sentence)) || notAboutSessions.test(sentence)) continue;
    const vague = someTime.test(sentence);
    const unsaid = all.filter((at) => !claimed.has(at) && sessions[at]?.mode === undefined);
    let meant: number[] | undefined;
    let dated = false;
    let scopedAny = false;
    for (const clause of clausesOf(sentence, start)) {
      const named = sessionsMeant(clause.text, clause.at, sessions.map(scoped));
      dated ||= sessions.some(({ at }) => at[0] >= clause.at[0] && at[1] <= clause.at[1]);
      scopedAny ||= named !== undefined && named.length !== all.length;
      if (named === "rest") meant = all.filter((at) => !claimed.has(at) && unsaid.includes(at));
      else if (named && !(named.length === all.length && meant !== undefined)) meant = named;
      const apply = (general: boolean) => meant ?? (general && !dated ? all : []);
      const modal = vague && (meant === undefined || meant.length === all.length) ? [] : apply(placed);
      const told = setTrait(sessions, modal, clause, modeIn, (session, found) => (session.mode ??= found));
      if (told && meant && meant.length < all.length) for (const at of meant) claimed.add(at);
      if (meant?.length === 1 && clause.text.search(namedMonth) < 0)
        setTrait(sessions, meant, clause, kindIn, (session, found) => (session.kind ??= found));
      setTrait(
        sessions,
        meant && meant.length < all.length
          ? meant
          : apply(true).filter((at) => sessions[at]?.mode?.value !== "digital"),
        clause,
        cateringIn,
        (session, found) => (session.catering ??= found),
      );
      // "En gång i månaden, preliminärt tisdagar" speaks of days that are not named yet.
      const rhythm = /i månaden|varje (?:vecka|månad)|varannan/iu.test(sentence);
      setTrait(
        sessions,
        rhythm ? [] : apply(false),
        clause,
        provisionalIn,
        (session, found) => (session.provisional ??= found),
      );
    }
    // "I priset ingår material, lunch och fika": a comma is no turn when the sentence speaks of all.
    const whole = { text: sentence, at: [start, end] as const };
    if (!scopedAny && !dated)
      setTrait(
        sessions,
        all.filter((at) => sessions[at]?.mode?.value !== "digital"),
        whole,
        cateringIn,
        (session, found) => (session.catering ??= found),
      );
  }
}

function setTrait<Value>(
  sessions: readonly DraftSession[],
  chosen: readonly number[],
  clause: { text: string; at: Span },
  read: (fragment: string) => Trait<Value> | undefined,
  set: (session: DraftSession, found: Found<Value>) => void,
): boolean {
  const trait = chosen.length > 0 ? read(clause.text) : undefined;
  if (!trait) return false;
  const start = clause.at[0] + trait.index;
  for (const at of chosen) {
    const session = sessions[at];
    if (session) set(session, { value: trait.value, at: [start, start + trait.length] });
  }
  return true;
}
