/** What a file of applications may say about each. */
export const importFields = [
  "reached",
  "name",
  "firstName",
  "lastName",
  "email",
  "phone",
  "employer",
  "workplace",
  "profession",
  "sector",
  "ageGroup",
  "managerName",
  "managerEmail",
  "postalAddress",
  "diet",
  "adaptation",
  "motivation",
] as const;
export type ImportField = (typeof importFields)[number];

/** No form has more questions than this. */
export const largestPlace = 499;

/**
 * What form tools and those who write forms call the columns. The better names stand first: a Microsoft form has both
 * "Starttid" and "Slutförandetid", and the application came in when it was sent.
 */
const headings: Readonly<Record<ImportField, readonly string[]>> = {
  reached: [
    "slutförandetid",
    "slutförd",
    "slutförd tid",
    "completion time",
    "inskickad",
    "inskickat",
    "svarsdatum",
    "besvarad",
    "inkom",
    "anmälningstid",
    "tidsstämpel",
    "timestamp",
    "datum",
    "tid",
    "starttid",
    "start time",
  ],
  name: ["namn", "för- och efternamn", "ditt namn", "deltagarens namn", "fullständigt namn", "name", "full name"],
  firstName: ["förnamn", "first name"],
  lastName: ["efternamn", "last name", "surname"],
  email: ["e-post", "e-postadress", "epost", "mejl", "mejladress", "mail", "mailadress", "email", "e-mail"],
  phone: ["telefon", "telefonnummer", "mobil", "mobilnummer", "phone"],
  employer: ["arbetsgivare", "kommun", "kommun/region", "organisation", "huvudman", "förvaltning", "employer"],
  workplace: ["arbetsplats", "enhet", "verksamhet/enhet", "arbetsställe", "workplace", "unit"],
  profession: ["befattning", "yrke", "roll", "yrke eller roll", "titel", "yrkestitel", "profession", "job title"],
  sector: ["verksamhet", "verksamhetsområde", "område", "sektor", "sector"],
  ageGroup: ["ålder", "åldrar", "åldersgrupp", "målgrupp", "age group"],
  managerName: ["chef", "närmaste chef", "chefens namn", "namn på chef", "manager"],
  managerEmail: ["chefens e-post", "e-post till chef", "chefens mejl", "chefens e-postadress", "manager email"],
  postalAddress: ["postadress", "adress", "hemadress", "leveransadress", "address"],
  diet: ["specialkost", "kost", "allergi", "allergier", "specialkost eller allergi", "diet"],
  adaptation: ["anpassning", "behov av anpassning", "särskilda behov", "tillgänglighet"],
  motivation: ["motivering", "varför vill du delta", "varför vill du vara med", "motivation", "kommentar"],
};

/** Two columns may not give the same answer, and a column gives one; what is left is shown as unread. */
export type ProposedColumns = Partial<Record<ImportField, number>>;

/**
 * Which column gives which answer, as far as the headings say: a proposal, for a person to put right. A heading that is
 * exactly one of the names comes before one that only begins with it ("Namn på deltagare").
 */
export function proposeColumns(header: readonly string[]): ProposedColumns {
  const folded = header.map(foldHeading);
  const taken = new Set<number>();
  const proposed: ProposedColumns = {};
  const take = (field: ImportField, place: number) => {
    if (proposed[field] !== undefined || place < 0 || taken.has(place)) return;
    proposed[field] = place;
    taken.add(place);
  };
  for (const field of importFields) for (const name of headings[field]) take(field, folded.indexOf(foldHeading(name)));
  // The most telling names first: "Chefens e-post" is no "e-post".
  for (const field of ["managerEmail", "managerName", ...importFields] as const) {
    for (const name of headings[field].filter((each) => each.length >= shortestBeginning)) {
      take(
        field,
        folded.findIndex((heading, place) => !taken.has(place) && heading.startsWith(foldHeading(name))),
      );
    }
  }
  return proposed;
}

const shortestBeginning = 5;

function foldHeading(heading: string): string {
  return heading
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}
