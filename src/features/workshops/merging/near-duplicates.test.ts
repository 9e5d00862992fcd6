import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { likeEnough, mostCompared, nearDuplicates } from "#features/workshops/merging/near-duplicates.ts";
import { stemOf, tellingWords } from "#features/workshops/merging/swedish-stem.ts";

/** Answers of our own, those that say the same on one line; a line of one is like no other. */
const rooms = {
  "a room about a new method": [
    ["Vilka risker finns det?", "Finns det några risker med metoden?", "Risker?"],
    ["Vad kostar det?", "Kostnader", "Vad blir kostnaden för oss?"],
    ["Behövs det någon utbildning?", "Vilken utbildning krävs?", "Måste personalen utbildas?"],
    ["Hur påverkas personalen?", "På vilket sätt påverkar det personalen"],
    ["Finns det forskning om metoden?", "Är metoden beforskad?", "Vad säger forskningen?"],
    ["Vem är det till för?", "För vem är det?"],
    ["Hur ska det följas upp?", "Hur gör vi uppföljningen?", "Uppföljning - hur?"],
    ["Vad ska det ersätta?", "Vad ersätts när vi inför det här?"],
    ["Vad är syftet?", "Syfte med metoden"],
    ["Hur gagnar det brukaren?", "Vilken nytta får brukarna?"],
    ["Behöver vi samverka med någon?", "Krävs samverkan med andra?"],
    ["Vilka effekter ger det?", "Effekter för brukaren"],
    ["Ska vi börja med en pilot?", "Pilot eller direkt till alla?"],
    ["Vem ansvarar för införandet?", "Ansvar för implementeringen?"],
    ["Stämmer det med verksamhetens mål?", "Är det i linje med våra mål?"],
    ["Hur lång tid tar det innan det ger effekt?"],
    ["Vad gör vi i dag?"],
    ["Hur påverkas andra verksamheter?"],
    ["Hur ska det implementeras?"],
    ["Vad behöver du av mig som chef?"],
    ["Vilka nackdelar finns?", "Finns det nackdelar"],
    ["Vad menar vi med att testa?"],
    ["Hur anpassar vi det till vår kommun?", "Vad behöver anpassas hos oss?"],
    ["Går det att avsluta om det inte fungerar?"],
    ["Hur får brukarna veta att vi ändrar?"],
    ["Personalkostnader under införandet"],
    ["Har andra kommuner provat?"],
    ["Hur mäter vi resultatet?"],
    ["Kompetensen hos personalen", "Har personalen rätt kompetens?"],
    ["Handledning till personalen"],
    ["Vilket stöd behöver ledningen?"],
  ],
  "another room, about working together": [
    ["Vi behöver mer tid för reflektion", "Tid att reflektera"],
    ["Korta väntetiderna", "För långa väntetider till oss"],
    ["Barnens röster hörs för lite", "Barnen behöver få höras"],
    ["En gemensam blankett", "Samma blanketter i alla kommuner"],
    ["Chefer som lyssnar"],
    ["Fler platser på boendet", "Boendet har för få platser"],
    ["Tydligare ansvar mellan skola och socialtjänst", "Vem har ansvaret, skolan eller socialtjänsten?"],
    ["Handledning varje månad", "Regelbunden handledning"],
    ["Mindre dokumentation", "Dokumentationen tar för mycket tid"],
    ["Digitala möten fungerar dåligt", "Mötena fungerar inte digitalt"],
    ["Introduktion för nyanställda", "Bättre introduktion till den som är nyanställd"],
    ["Bemanningen på helger"],
    ["Anhöriga som tolkar"],
    ["Resor tar hela dagen"],
    ["Sekretessen hindrar oss", "Sekretess mellan enheterna"],
    ["Ett telefonnummer in"],
  ],
  // Written when the threshold was settled, and not used to settle it.
  "a third room, about follow-up": [
    ["Vi saknar en baslinje", "Det finns ingen baslinje"],
    ["Enkäterna är för långa", "Kortare enkäter"],
    ["Brukarna svarar inte på enkäten"],
    ["Systemet klarar inte att ta ut statistik", "Svårt att få ut statistik ur systemet"],
    ["Vi vet inte varför insatser avbryts", "Varför avbryts insatserna?"],
    ["Ingen hinner analysera", "Tid för analys saknas"],
    ["Jämför med andra kommuner", "Jämförelser mellan kommunerna"],
    ["Siffror säger inte allt"],
    ["Bestäm ett mått per mål", "Ett mått för varje mål"],
    ["Återkoppla till dem som svarat", "Återkoppling till de som svarar"],
    ["Chefen efterfrågar aldrig resultatet"],
    ["Samma instrument före och efter", "Använd samma instrument före som efter insatsen"],
    ["Personalen tycker att det är kontroll"],
    ["Små grupper går inte att redovisa"],
  ],
};

describe("what is proposed as the same, measured on answers of our own", () => {
  test.each(Object.entries(rooms))("%s", (_, lines) => {
    const answers = lines.flatMap((line, at) => line.map((text, place) => ({ id: `${at}.${place}`, text, line: at })));
    const lineOf = new Map(answers.map(({ id, line }) => [id, line]));
    const proposed = nearDuplicates(answers).flatMap(({ ids }) => pairsOf(ids));
    const right = proposed.filter(([a, b]) => lineOf.get(a) === lineOf.get(b)).length;
    const there = lines.reduce((sum, { length }) => sum + (length * (length - 1)) / 2, 0);
    // Of what is proposed nearly all belongs together, and most of what belongs together is proposed.
    expect(right / proposed.length).toBeGreaterThanOrEqual(0.85);
    expect(right / there).toBeGreaterThanOrEqual(0.7);
  });

  test("negative control: with nothing asked of likeness, much is proposed that does not belong together", () => {
    const answers = rooms["a room about a new method"].flatMap((line, at) =>
      line.map((text, place) => ({ id: `${at}.${place}`, text })),
    );
    const proposed = nearDuplicates(answers, 0.05).flatMap(({ ids }) => pairsOf(ids));
    const wrong = proposed.filter(([a, b]) => a.split(".")[0] !== b.split(".")[0]);
    expect(wrong.length).toBeGreaterThan(proposed.length / 2);
  });
});

test("the same word comes to the same in all its forms", () => {
  for (const forms of [
    ["utbildning", "utbildningen", "utbildas", "utbildningar"],
    ["kostnad", "kostnaden", "kostnader", "kostar"],
    ["samverka", "samverkan"],
    ["följas", "uppföljning", "uppföljningen"],
    ["verksamhet", "verksamheten", "verksamheternas"],
    ["kompetens", "kompetensen"],
  ])
    expect(new Set(forms.map(stemOf)).size, forms.join(", ")).toBe(1);
  expect(tellingWords("Vad är det för risker?")).toEqual(["risker"]);
  // Where no word tells, all of them do.
  expect(tellingWords("Vem är det för?")).toEqual(["vem", "är", "det", "för"]);
});

test("each answer stands in one proposal at most, and the proposals are the same however the answers come", () => {
  const words = fc.constantFrom(
    "kostnad",
    "kostnaden",
    "risker",
    "risk",
    "utbildning",
    "utbildas",
    "personal",
    "mål",
    "",
  );
  const text = fc.array(words, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(fc.array(text, { maxLength: 30 }), (texts) => {
      const answers = texts.map((each, at) => ({ id: String(at).padStart(2, "0"), text: each }));
      const proposals = nearDuplicates(answers);
      const ids = proposals.flatMap((proposal) => proposal.ids);
      expect(new Set(ids).size).toBe(ids.length);
      for (const { ids: group, likeness } of proposals) {
        expect(group.length).toBeGreaterThan(1);
        expect(likeness).toBeLessThanOrEqual(1);
      }
    }),
  );
});

test("very many answers are compared in a moment, the first of them", () => {
  const answers = Array.from({ length: 3_000 }, (_, at) => ({ id: String(at), text: `Vad kostar del ${at % 500}?` }));
  const began = performance.now();
  const ids = nearDuplicates(answers, likeEnough).flatMap((proposal) => proposal.ids);
  expect(performance.now() - began).toBeLessThan(10_000);
  expect(Math.max(...ids.map(Number))).toBeLessThan(mostCompared);
});

function pairsOf(ids: readonly string[]): [string, string][] {
  return ids.flatMap((a, at) => ids.slice(at + 1).map((b): [string, string] => [a, b]));
}
