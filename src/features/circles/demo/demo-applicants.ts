import type { PersonId } from "#kernel/ids.ts";
import type { RegistrationState, Sector } from "#features/circles/registration/registration.ts";

/** Somebody invented who has applied. */
export type DemoApplicant = {
  readonly name: string;
  readonly email: string;
  readonly workplace: string;
  readonly employer: string;
  readonly sector: Sector;
  readonly profession: string;
  readonly state: RegistrationState;
  readonly managerState?: "declared" | "waiting" | "yes";
  readonly personId?: PersonId;
  readonly motivation?: string;
  /** The people of a team, where a principal applies. */
  readonly members?: readonly { readonly name: string; readonly email: string; readonly title: string }[];
  readonly themeProposal?: string;
};

type Row = readonly [name: string, workplace: string, employer: string, sector: Sector, profession: string];

const people: readonly Row[] = [
  ["Asta Berg", "Familjeenheten", "Uppsala kommun", "socialServices", "socialsekreterare"],
  ["Bo Ceder", "Barn- och ungdomshälsan", "Region Uppsala", "healthCare", "sjuksköterska"],
  ["Cilla Dunder", "Elevhälsan norr", "Enköpings kommun", "school", "kurator"],
  ["David Ek", "Öppenvården", "Knivsta kommun", "socialServices", "familjebehandlare"],
  ["Elin Falk", "Förskolan Linden", "Tierps kommun", "school", "specialpedagog"],
  ["Farid Gran", "Barnenheten", "Östhammars kommun", "socialServices", "socialsekreterare"],
  ["Greta Holm", "Barnhälsovården", "Region Uppsala", "healthCare", "psykolog"],
  ["Hassan Ivarsson", "Mottagningsgruppen", "Håbo kommun", "socialServices", "socialsekreterare"],
  ["Ines Jansdotter", "Familjecentralen", "Älvkarleby kommun", "socialServices", "socionom"],
  ["Johan Klint", "Elevhälsan söder", "Uppsala kommun", "school", "rektor"],
  ["Karin Lund", "Enheten för stöd i hemmet", "Heby kommun", "socialServices", "enhetschef"],
  ["Linus Mo", "Barn- och ungdomspsykiatrin", "Region Uppsala", "healthCare", "kurator"],
];

const teams: readonly [signer: Row, theme: string, members: readonly (readonly [name: string, title: string])[]][] = [
  [
    ["Karin Lund", "Socialförvaltningen", "Heby kommun", "socialServices", "verksamhetschef"],
    "Hur märks barnets ord i beslutet?",
    [
      ["Linus Mo", "enhetschef"],
      ["Elin Falk", "socialsekreterare"],
      ["Farid Gran", "socialsekreterare"],
      ["Ines Jansdotter", "familjebehandlare"],
    ],
  ],
  [
    ["Greta Holm", "Barn- och ungdomspsykiatrin", "Region Uppsala", "healthCare", "enhetschef"],
    "Vad händer med dem som väntar?",
    [
      ["Bo Ceder", "sjuksköterska"],
      ["Asta Berg", "kurator"],
      ["David Ek", "psykolog"],
    ],
  ],
  [
    ["Johan Klint", "Utbildningsförvaltningen", "Enköpings kommun", "school", "utvecklingsledare"],
    "När frånvaron börjar: vem ser det först?",
    [
      ["Cilla Dunder", "rektor"],
      ["Hassan Ivarsson", "skolkurator"],
      ["Elin Falk", "specialpedagog"],
      ["Petra Norell", "mentor"],
      ["Otto Ström", "mentor"],
    ],
  ],
];

/** Teams that wait to be chosen among. One person is in two of them, which whoever chooses is told. */
export const teamApplicants: readonly DemoApplicant[] = teams.map(([row, themeProposal, members]) => ({
  ...applicantFrom(row),
  state: "applied",
  themeProposal,
  members: members.map(([name, title]) => ({ name, title, email: addressOf(name) })),
}));

/**
 * Who has applied to the rounds that show a circle's life. The participant one can sign in as has a place in the first
 * open one and in the one that is in the middle, and has completed the one that is over.
 */
export function demoApplicants(participant: { id: PersonId; name: string; email: string }) {
  const own: DemoApplicant = {
    name: participant.name,
    email: participant.email,
    personId: participant.id,
    workplace: "Barnenheten",
    employer: "Uppsala kommun",
    sector: "socialServices",
    profession: "socialsekreterare",
    state: "placed",
    managerState: "yes",
    motivation: "Vi har börjat träffas över gränserna hemma och vill veta vad som brukar fungera.",
  };
  const applicants = (count: number, stateOf: (index: number) => Pick<DemoApplicant, "state" | "managerState">) =>
    people.slice(0, count).map((row, index) => ({ ...applicantFrom(row), ...stateOf(index) }));
  return {
    firstComeApplicants: [
      own,
      ...applicants(8, (index) => {
        if (index === 7) return { state: "unconfirmed" };
        return index >= 5 ? { state: "held", managerState: "waiting" } : { state: "placed", managerState: "yes" };
      }),
    ],
    selectionApplicants: applicants(10, () => ({ state: "applied", managerState: "declared" })),
    midwayApplicants: [own, ...applicants(6, () => ({ state: "placed", managerState: "declared" }))],
    finishedApplicants: [
      { ...own, state: "completed" as const, managerState: "declared" as const },
      ...applicants(10, (index) => {
        if (index === 8) return { state: "noShow", managerState: "declared" };
        return { state: index === 9 ? "withdrawn" : "completed", managerState: "declared" };
      }),
    ],
    fullApplicants: applicants(12, (index) => {
      if (index < 7) return { state: "placed", managerState: "declared" };
      return { state: index === 7 ? "offered" : "waitlisted", managerState: "declared" };
    }),
  };
}

const managers = ["Marit Öberg", "Nils Palm", "Olga Rask", "Per Strand"];

/** Whom an applicant reports to. */
export function demoManager(index: number): { name: string; email: string } {
  const name = managers[index % managers.length] ?? "";
  return { name, email: addressOf(name) };
}

function addressOf(name: string): string {
  return `${name.toLowerCase().replaceAll(" ", ".").replaceAll("å", "a").replaceAll("ä", "a").replaceAll("ö", "o")}@example.se`;
}

function applicantFrom([name, workplace, employer, sector, profession]: Row) {
  return { name, email: addressOf(name), workplace, employer, sector, profession };
}
