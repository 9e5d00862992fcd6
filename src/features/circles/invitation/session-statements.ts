import { type DraftSession, scoped } from "./draft-session.ts";
import type { Found, Span } from "./found.ts";
import { type InvitationText, passageAt } from "./invitation-text.ts";
import { namedMonth } from "./session-months.ts";
import { clausesOf, sessionsMeant } from "./session-scope.ts";
import { placeBeside } from "./venue.ts";
import { type Trait, cateringIn, kindIn, modeIn, provisionalIn } from "./session-traits.ts";

const aboutSessions =
  /träff|cirkel|möte|utbildning|kurs|seminari|tillfäll|nätverk|(?<!\p{L})ses(?!\p{L})|genomför|äger rum|hålls|(?<!\p{L})dag(?:en|arna)|workshop|konferens|föreläsning|plats:|lunch|fika|lokal|webbinari|deltar? (?:du|ni)|(?<!\p{L})sker(?!\p{L})/iu;
const notAboutSessions =
  /informations(?:träff|möte)|anmälan (?:sker|görs)|skickas ut|bokar? (?:ett )?(?:digitalt )?möte|frågestund|till(?:handahålls)? digitalt|formulär|tidigare (?:cirkel|omgång)|material(?:et)? (?:finns|skickas)/iu;

/** "Vid behov kan någon träff bli digital" says it of no session in particular. */
const someTime =
  /vid behov|(?:vid |på )?(?:ett|en|två|tre|fyra|några|någon|\d) av (?:träffarna|tillfällena|gångerna|mötena|dagarna)|(?<!\p{L})någon (?:träff|gång|av träffarna)|några (?:träffar|tillfällen|av)|enstaka|vissa (?:träffar|tillfällen)|en del (?:träffar|av träffarna)|kan (?:komma att )?bli/iu;

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
    // A line that stands with one day speaks of that day.
    const owned = sessions.filter(({ mode }) => mode && mode.at[0] >= start && mode.at[1] <= end);
    const ofOne = short && owned.length > 0 && owned.length < all.length;
    const unsaid = all.filter((at) => !claimed.has(at) && sessions[at]?.mode === undefined);
    const excepted = readExceptions(text, sessions, start, sentence);
    let meant: number[] | undefined;
    let dated = false;
    let scopedAny = false;
    for (const clause of clausesOf(sentence, start)) {
      if (exception.test(clause.text)) continue;
      const named = sessionsMeant(clause.text, clause.at, sessions.map(scoped));
      dated ||= sessions.some(({ at }) => at[0] >= clause.at[0] && at[1] <= clause.at[1]);
      scopedAny ||= named !== undefined && named.length !== all.length;
      if (named === "rest") meant = all.filter((at) => !claimed.has(at) && unsaid.includes(at));
      else if (named && !(named.length === all.length && meant !== undefined)) meant = named;
      const apply = (general: boolean) => (meant ?? (general && !dated ? all : [])).filter((at) => !excepted.has(at));
      const modal = (vague || ofOne) && (meant === undefined || meant.length === all.length) ? [] : apply(placed);
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

const exception = /^[\s,;]*(?:utom|förutom|undantaget|med undantag (?:för|av))(?!\p{L})/iu;

/** "Träffarna är digitala, utom den sista som är i Vallby": what is said of all is not said of that one. */
function readExceptions(
  text: InvitationText,
  sessions: readonly DraftSession[],
  start: number,
  sentence: string,
): ReadonlySet<number> {
  const excepted = new Set<number>();
  for (const { at } of clausesOf(sentence, start).filter(({ text: words }) => exception.test(words))) {
    // The exception goes on to the end of its sentence.
    const clause = { text: sentence.slice(at[0] - start), at: [at[0], start + sentence.length] as const };
    const meant = sessionsMeant(clause.text, clause.at, sessions.map(scoped));
    if (meant === undefined || meant === "rest" || meant.length === sessions.length) continue;
    setTrait(sessions, meant, clause, modeIn, (session, found) => (session.mode ??= found));
    const venue = placeBeside(text, clause.at);
    for (const index of meant) {
      excepted.add(index);
      const session = sessions[index];
      if (session && session.mode?.value !== "digital") session.venue ??= venue;
    }
  }
  return excepted;
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
