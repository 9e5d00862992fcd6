import { tellsOfAttachment } from "./attachments.ts";
import { isTask, sentenceKind } from "./item-kinds.ts";
import { tellsNext } from "./next-meetings.ts";
import { tellsNoteTaker } from "./note-takers.ts";
import { isFullName, isOneName } from "./person-words.ts";
import { hasDay } from "./sections.ts";

/** Lines of a letter, and of the frame of minutes, that are no matter. */
const courtesy =
  /^(?:hej\p{L}*|hejsan|god (?:morgon|dag)|tack (?:för|till|alla|så)\p{L}*|varmt tack|stort tack|välkomna?(?! till)|(?:med )?(?:vänlig(?:a)?|bästa|många|varma) hälsning\p{L}*|hälsning\p{L}*|mvh|allt gott|trevlig (?:sommar|helg|jul)|glad påsk|god jul|ha det (?:gott|fint)|väl mött|vi ses|hör av er|(?:här|nedan) (?:kommer|är|följer) (?:\p{L}+ ){0,3}(?:(?:minnes|mötes)?anteckningar|noteringar|stolpar|sammanfattning)\p{L}*|(?:några|lite|bara några) (?:rader|ord|noteringar)|(?:lokal|plats|länk|kallelse) (?:meddelas|kommer|skickas)|inga (?:övriga )?(?:frågor|punkter)|dear|hi|hello|best regards|kind regards|regards|thanks|thank you)(?!\p{L})/iu;
const frame =
  /^(?:(?:protokollet )?(?:justeras|justerat|justerare)\s*:?[\s_./\d-]*|ordförande|sekreterare|underskrift\p{L}*|[\s_./-]+|namnförtydligande|sida \d+.*|slut|--+ ?slut ?--+)$/iu;

/** What is left when courtesies, attachments and the day of the next meeting have their own places. */
export function isMatter(sentence: string, firstNames: ReadonlySet<string>, isPoint: boolean): boolean {
  const words = sentence.trim();
  if (!/\p{L}{2}/u.test(words)) return false;
  if (courtesy.test(words) && words.length <= 160) return false;
  if (!isPoint && (isFullName(words) || isOneName(words))) return false;
  if (tellsNoteTaker(words) && words.length <= 120) return false;
  if (frame.test(words) || /^\/{1,2}\s?\p{Lu}/u.test(words)) return false;
  if (tellsOfAttachment(words) && words.length <= 300) return false;
  return !(
    tellsNext.test(words) &&
    hasDay(words) &&
    words.length <= 250 &&
    !isTask(words) &&
    !sentenceKind(words, firstNames).outcome
  );
}
