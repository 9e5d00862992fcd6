import { titlePattern } from "#features/circles/invitation/people.ts";

const particle = "(?:von|af|av|de|van|der|den|la|el|al|da|di|du|dos|das|ter|bin|ibn|zu|y)";
const capital = String.raw`\p{Lu}(?:[\p{L}\p{M}]|['’´](?=\p{L}))*(?:-\p{L}[\p{L}\p{M}'’]*){0,3}`;
const initial = String.raw`\p{Lu}\.`;
const fullName = new RegExp(
  String.raw`^(?:${initial}\s?|${capital}\s)(?:(?:${capital}|${initial}|${particle})\s){0,4}(?:[dlDL]['’])?${capital}$`,
  "u",
);
const oneName = new RegExp(String.raw`^${capital}(?: \p{Lu}\.?)?$`, "u");

/** Words that stand in organisations, titles and remarks, and in no person's name. */
const noName =
  /(?<!\p{L})(?:\p{L}*(?:kommun|förbund|förvaltning|universitet|högskola|myndighet|styrelse|nämnd|institut|avdelning|förening|enhet|verket|regionen|nätverk|förbundet|akademi|kliniken|sjukhus|omsorg|tjänst|socialtjänsten|gruppen|rådet)(?:en|et|er|s|ens|ets)?|stad|stads|region|landsting|fou\p{L}*|rss|skr|socialstyrelsen|länsstyrelse\p{L}*|polisen|center|centrum|ab|stiftelsen|ifo|äo|lss|sip|teams|zoom|skype|digitalt|via|länk|ingen|samtliga|alla|övriga|resten|flera|några|nätverket|network|council|university|city|municipality|office|services?|gäst|gäster|ordförande|sekreterare|förhinder|frånvarande|närvarande|deltagare|enligt|bilaga|lista|se|namn|name|kommun|organisation|roll|funktion|titel|måndag|tisdag|onsdag|torsdag|fredag|januari|februari|mars|april|juni|juli|augusti|september|oktober|november|december|välkomna|hej|tack|möte|mötet|punkt|paragraf|vakant|vakans|norra|södra|östra|västra|god|svenska|funktionsstöd|individ|familj|äldre|barn|unga|vuxna|och|samt|från|för|hos|på|i|till|kunskap|utveckling|stöd|vård|attention|autism\p{L}*|balans|korset|barnen|\p{L}*missionen|\p{L}*jouren|verdandi|anhörig\p{L}*|demens\p{L}*)(?!\p{L})/iu;

const title = new RegExp(
  String.raw`^(?:${titlePattern}|(?:tf\.?\s|bitr\.?\s|biträdande\s|vice\s|1:e\s|förste\s|2:e\s|regional\s|lokal\s)*[\p{L}-]*(?:chef|ledare|sekreterare|strateg|utvecklare|samordnare|koordinator|handläggare|konsult|konsulent|direktör|ordförande|ordf\.?|kurator|utredare|controller|adjunkt|lektor|professor|docent|forskare|pedagog|representant|ledamot|ombud|ansvarig|administratör|assistent|jurist|psykolog|sköterska|terapeut|rådgivare|sakkunnig|inspektör|planerare|analytiker|föreläsare|stödjare|coach|lotsen?|praktikant|student|doktorand|socionom)(?:\s(?:och|/)\s[\p{L}-]+)?|(?:(?:deputy|regional|senior|acting|project|unit|development|social|operations|network|head)\s)*(?:manager|director|coordinator|officer|researcher|chair(?:person)?|secretary|leader|adviser|advisor|analyst|developer|worker)|head of .{3,40})(?=$|[\s,/(])`,
  "iu",
);

/** Whether words are a person's name as it stands in a list: two words or more in capitals, particles between. */
export function isFullName(words: string): boolean {
  return (
    words.length <= 60 &&
    fullName.test(words) &&
    !noName.test(words) &&
    !isTitle(words) &&
    !/^\p{Lu}{2,}(?:\s|$)/u.test(words)
  );
}

/** "anna ek" or "ANNA EK": a name only where an organisation that is known stands beside it. */
export function isLooseName(words: string): boolean {
  return (
    words.length <= 60 &&
    /^\p{L}[\p{L}'’-]*\.?(?:\s\p{L}[\p{L}'’-]*\.?){1,4}$/u.test(words) &&
    !noName.test(words) &&
    !isTitle(words)
  );
}

/** "Anna" or "Anna E": a name only where the line around says so. */
export function isOneName(words: string): boolean {
  return (
    words.length <= 25 && oneName.test(words) && !/^\p{Lu}{2,}$/u.test(words) && !noName.test(words) && !isTitle(words)
  );
}

/** "enhetschef", "tf. socialchef", "sekreterare"; gives the length of the title it begins with, or nothing. */
export function titleLength(words: string): number | undefined {
  return title.exec(words.slice(0, 120))?.[0].length;
}

export function isTitle(words: string): boolean {
  return titleLength(words) !== undefined;
}

/** Names and titles, and nothing else. */
export function isNames(words: string): boolean {
  return (
    words.length <= 120 &&
    words.split(/,|\s+(?:och|samt|and|&)\s+/u).every((part) => {
      const bare = part.trim().replace(/^[/-]\s*/u, "");
      return isFullName(bare) || isOneName(bare) || titleLength(bare) !== undefined;
    })
  );
}

/** Said by a person who is not there. */
export const excusedWords =
  /(?<!\p{L})(?:frånvarande|frånvaro|förhinder|förhindrad|återbud|ej närvarande|inte närvarande|ej på plats|kunde (?:\p{L}+ )?(?:inte|ej) (?:vara med|delta|komma|närvara)|sjuk|vab|absent|apologies|excused|sent apologies|forfall|afbud)(?!\p{L})/iu;

export const guestWords =
  /(?<!\p{L})(?:gäst|gäster|inbjuden|inbjudna|gästföreläsare|gästande|guest|invited|gjest|gæst)(?!\p{L})/iu;

/** A service user's representative: the name may be shown only with that person's consent. */
export const userRepresentative =
  /(?<!\p{L})(?:brukar(?:representant|företrädare|ombud|revisor)(?:er|en)?|patientföreträdare|patientrepresentant|anhörigrepresentant|egen ?erfarenhet|peer\p{L}*|service user representative|user representative|expert by experience)(?!\p{L})/iu;

/** Associations of service users: who comes from one represents them. */
export const userAssociation =
  /(?<!\p{L})(?:RSMH|NSPH|FUB|RFS|DHR|HSO|HRF|SRF|SPES|RBU|Hjärnkraft|Attention|Funktionsrätt|Brukarförening\p{L}*)(?!\p{L})/u;

/** How somebody took part; says nothing about who they are. */
export const mannerWords =
  /^(?:(?:deltog|deltar|medverkade|var|är|hade|har|kunde|fick|anmälde|med|närvarande|del av|delar av|endast|ej|på|fr\.?o\.?m\.?|t\.?o\.?m\.?|from|tom|kl\.?|via|digitalt|fysiskt|distans|på distans|länk|teams|zoom|online|hybrid|fram till|från|till och med|till|efter lunch|före lunch|förmiddag(?:en)?|eftermiddag(?:en)?|§+|punkt|anslöt|lämnade|kom|gick)(?:\s|$|\d)|\d)/iu;

/** Another body somebody sits for: "nätverk Äldre", "representerar Funktionsstöd". */
export const bodyWords =
  /(?<!\p{L})(?:\p{L}*(?:nätverk(?:et|en)?|rådet|styrgrupp(?:en)?|beredningsgrupp(?:en)?|samverkansgrupp(?:en)?|arbetsgrupp(?:en)?|ledningsgrupp(?:en)?|utskott(?:et)?)|\p{L}+råd|network|council|steering group|committee)(?!\p{L})/iu;

export const speaksFor =
  /^(?:(?:som )?(?:representerar|representant för|repr\.?(?: för)?|företräder|på uppdrag av|för räkning av|representing|on behalf of)\s+)(?<body>\S.*)$/iu;
export const standsInFor =
  /^(?:ersättare|ersätter|ers\.?|vikarierar|i stället för|istället för|suppleant|substitute|standing in|deputising)\s*(?:för|for)?\s+(?<person>\p{Lu}.*)$/iu;
