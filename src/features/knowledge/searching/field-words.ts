/**
 * What the dictionary does not know of the field's words, and what it would make of them: our own list, kept by hand.
 * Every word here is lower case.
 */

/** Words that may begin a compound in a form of their own, and the word each is a form of. */
export const ownBeginnings: Readonly<Record<string, string>> = {
  oros: "oro",
  läns: "län",
  gatu: "gata",
  riks: "rike",
  öppen: "öppen",
  fokus: "fokus",
  omsorgs: "omsorg",
  samverkans: "samverkan",
  påverkans: "påverkan",
  självskade: "självskada",
  självmords: "självmord",
  anhörig: "anhörig",
  orosanmälnings: "orosanmälan",
  föräldra: "förälder",
  närstående: "närstående",
  missbruks: "missbruk",
  placerings: "placering",
  äldre: "äldre",
  barna: "barn",
  delaktighets: "delaktighet",
  evidens: "evidens",
  nätverks: "nätverk",
  brukar: "brukare",
  umgänges: "umgänge",
  vårdnads: "vårdnad",
  ersättnings: "ersättning",
};

/** Words that may end a compound though the dictionary does not say so. */
export const ownEndings: ReadonlySet<string> = new Set([
  "tal",
  "samverkan",
  "påverkan",
  "inventering",
  "råd",
  "bruk",
  "frid",
]);

/**
 * Never a part by itself: prefixes and particles, and letters that happen to be a word too. What begins with one of them is one word to
 * those who speak it (uppdrag, bistånd, förebyggande).
 */
export const neverFirst: ReadonlySet<string> = new Set(
  (
    "an av be efter fort bi då där en er ett för före fram från från genom gen god här hän ihop in ini inne kon kor lag mellan med miss mot ned ner när o om " +
    "per pro på re rap res sam sin sär till trans und under upp upp ur ut utan utom van vid vidare åter över sjuk ung egen ens ar all alla and ande "
  )
    .trim()
    .split(/\s+/),
);

/** Never a part at the end: endings that make words of other words, and what is left when a word is cut at the wrong place. */
export const neverLast: ReadonlySet<string> = new Set(
  "dom skap het ning else are ande ende lig bar sam vis vart är ar or er en ner mer ens ing ling ton ja al ren rar ker ten ter tar ser sen ker der den".split(
    " ",
  ),
);

/** Compounds once, one word now: what their parts mean is not what they mean. */
export const lexicalised: ReadonlySet<string> = new Set(
  (
    "önskemål föremål ändamål hushåll ställningstagande handläggare handläggning verksamhet delaktighet självklar samhälle rättighet skyldighet " +
    "möjlighet svårighet livsmedel hjälpmedel läkemedel riktlinje riksdag landsting vardag måndag tisdag onsdag torsdag fredag lördag söndag " +
    "sjukdom ungdom barndom egendom vuxendom ledamot ordförande klagomål handledare handledning kombination biologi biologisk porträtt fotograf animerad storlek stolpe självständig fristående fortfarande huvudman huvudsak"
  ).split(" "),
);
