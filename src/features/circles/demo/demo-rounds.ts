import type { DemoDays } from "#features/circles/demo/demo-days.ts";
import { emptyRound, openSession } from "#features/circles/round/empty-round.ts";
import type { RoundContent } from "#features/circles/round/round-copy.ts";
import type { SessionPlan } from "#features/circles/round/round.ts";

// Invented rounds in the manner of real ones: what people would read on the page.
const morning = { starts: Temporal.PlainTime.from("09:00"), ends: Temporal.PlainTime.from("13:00") };

function meeting(date: Temporal.PlainDate, over: Partial<SessionPlan>): SessionPlan {
  return { ...openSession, date, ...over };
}

const contact = {
  name: "Siv Alm",
  title: "vetenskaplig handledare",
  email: "siv.alm@example.se",
  phone: "018-00 00 00",
};
const organiser = { name: "Maja Ek", title: "utvecklingsledare", email: "maja.ek@example.se", phone: null };

/** Places to whoever applies first, about twelve of them, five meetings and a follow-up in May. */
export function firstComeRound({ first }: DemoDays): RoundContent {
  const themes = [
    "Vad säger forskningen om tidiga samordnade insatser?",
    "Möjligheter och begränsningar",
    "Framgångsfaktorer och hinder",
    "Samordningens utmaningar",
    "Att föra in nya arbetssätt: våra förslag",
  ];
  return {
    ...emptyRound,
    kind: "researchCircle",
    title: "Tidiga samordnade insatser för barn och unga",
    lead: "Fem träffar och en uppföljning där förskola, skola, socialtjänst och vård fördjupar sig tillsammans med forskare och tar fram förslag för den egna verksamheten.",
    theme: "Tidiga samordnade insatser",
    themeShort: "TSI",
    themeDefinition:
      "Att verksamheter arbetar tillsammans, som en helhet, för att främja barns hälsa och förebygga problem innan de har vuxit sig stora.",
    themeReason:
      "Kommunerna och regionen i länet driver ett gemensamt arbete för att stödja barn tidigare. Cirkeln ger det arbetet en kunskapsgrund.",
    practiceProblem: "Barn som behöver stöd från flera håll får det ofta sent, och var och en ser bara sin del.",
    purpose: "Att deltagarnas kunskap lägger grunden för utveckling och samverkan.",
    goal: "Fördjupad kunskap om samordning kring barn 0–12 år, och ett eget förslag på samverkan, anpassat för din verksamhet.",
    beneficiaries: ["unit", "county"],
    writtenOutput: "optional",
    questions: [
      { source: "research", text: "Vad säger forskningen om vad som hjälper barn tidigt?" },
      { source: "profession", text: "Hur kan vi arbeta främjande och förebyggande tillsammans?" },
      { source: "serviceUser", text: "Vad har barn och föräldrar själva haft nytta av?" },
    ],
    leaders: [
      { name: "Siv Alm", title: "docent i socialt arbete", part: "leader" },
      { name: "Maja Ek", title: "utvecklingsledare", part: "facilitator" },
    ],
    contacts: [contact, organiser],
    audience: "Du arbetar i kommun eller region i länet, med barn 0–12 år, och har viss studievana.",
    rules: [
      { text: "Du arbetar med barn 0–12 år i en kommun eller region i länet", strength: "required" },
      { text: "Du har en högskoleutbildning eller motsvarande", strength: "recommended" },
    ],
    targetCapacity: 12,
    hardCapacity: 12,
    capacityApproximate: true,
    minimumParticipants: 6,
    goNoGoDate: first.deadline.add({ days: 3 }),
    hours: 70,
    cost: 0,
    funder: "Länets kommuner och region tillsammans",
    materialByPost: true,
    asksAgeGroup: true,
    allocation: "firstCome",
    managerConsultation: "confirmed",
    deadline: first.deadline,
    openUntilFull: true,
    sessions: [
      ...first.sessions.map((date, index) =>
        meeting(date, {
          theme: themes[index] ?? null,
          ...(index < 2 ? { ...morning, mode: "digital" } : { provisional: true, venue: "Uppsala" }),
        }),
      ),
      meeting(first.followUp, { kind: "followUp", theme: "Vad blev det av förslagen?" }),
    ],
  };
}

/** Places by selection, with a notice in December. */
export function selectionRound({ selection }: DemoDays): RoundContent {
  return {
    ...emptyRound,
    kind: "developmentCircle",
    title: "Evidensbaserad praktik i vår vardag",
    lead: "En forskningsledd utvecklingscirkel om hur din arbetsplats kan lära av forskning, av kollegor och av dem ni är till för, som en del av det vanliga arbetet.",
    theme: "Evidensbaserad praktik",
    themeShort: "EBP",
    themeDefinition:
      "Att kunskap från brukare, profession och forskning vägs samman och används, i ett ständigt och systematiskt lärande.",
    practiceProblem:
      "Vi gör som vi brukar. Det är svårt att få tid att fråga varför, och att ta hand om det vi redan vet.",
    purpose:
      "Att stödja din organisation i att utveckla en evidensbaserad praktik inom det vardagliga arbete som redan finns.",
    goal: "En bild av vilka förutsättningar din arbetsplats har för lärande i vardagen, och en egen väg framåt.",
    beneficiaries: ["unit", "municipality"],
    writtenOutput: "none",
    questions: [
      { source: "research", text: "Känner vi till den forskning som rör vårt arbete?" },
      { source: "profession", text: "Hur tar vi hand om den kunskap som redan finns hos oss?" },
      { source: "serviceUser", text: "Hur är det med brukarnas delaktighet hos oss?" },
    ],
    leaders: [
      { name: "Gunvor Lind", title: "fil. dr", part: "leader" },
      { name: "Henrik Dahl", title: "professor", part: "leader" },
    ],
    contacts: [organiser],
    audience: "Du arbetar i en kommun eller i regionen, och får tid att pröva det ni kommer fram till.",
    rules: [{ text: "Din arbetsplats deltar med tid mellan träffarna", strength: "required" }],
    hardCapacity: 12,
    targetCapacity: 12,
    hours: 40,
    cost: 0,
    funder: "Överenskommelsen om stöd till en evidensbaserad praktik",
    agreement: "Överenskommelsen om stöd till en evidensbaserad praktik",
    asksDiet: true,
    allocation: "selection",
    deadline: selection.deadline,
    noticeDate: selection.notice,
    sessions: selection.sessions.map((date) =>
      meeting(date, { ...morning, mode: "physical", catering: true, venue: null }),
    ),
  };
}

/** Teams that principals put together, with a theme of their own. */
export function teamRound({ selection }: DemoDays): RoundContent {
  return {
    ...emptyRound,
    kind: "rdCircle",
    title: "Utveckla, lära, forska tillsammans",
    lead: "En FoU-cirkel för lag från kommuner och region, om en fråga ur det egna kvalitetsarbetet och med stöd av en forskare.",
    theme: "Praktiknära frågor",
    practiceProblem: "Det som syns i kvalitetsarbetet blir sällan en fråga som någon hinner undersöka.",
    purpose: "Att huvudmän och forskare tillsammans undersöker en fråga som spelar roll i vardagen.",
    goal: "Ett prövat arbetssätt i varje lag, beskrivet så att andra kan lära av det.",
    beneficiaries: ["unit", "municipality", "county"],
    writtenOutput: "optional",
    leaders: [{ name: "Gunvor Lind", title: "fil. dr", part: "leader" }],
    contacts: [organiser],
    audience: "Lag med både chefer och medarbetare, anmälda av en kommun eller en region.",
    rules: [{ text: "Frågan kommer ur lagets eget kvalitetsarbete", strength: "required" }],
    hardCapacity: 16,
    targetCapacity: 16,
    hours: 60,
    cost: 0,
    allocation: "teamByPrincipal",
    teamLeast: 3,
    teamMost: 6,
    deadline: selection.deadline,
    noticeDate: selection.notice,
    sessions: selection.sessions
      .slice(0, 4)
      .map((date) => meeting(date, { ...morning, mode: "hybrid", venue: "Uppsala" })),
  };
}

/** Full, with people waiting. */
export function fullRound({ full }: DemoDays): RoundContent {
  return {
    ...emptyRound,
    kind: "learningCircle",
    title: "Våld i nära relationer: att fråga och att lyssna",
    lead: "Fyra förmiddagar för dig som möter våldsutsatta i socialtjänst och vård, och vill bli tryggare i att fråga.",
    theme: "Våld i nära relationer",
    practiceProblem: "Många frågar för sent, och vet inte vad de ska göra med svaret.",
    purpose: "Att fler frågar i tid.",
    goal: "Ett sätt att fråga som passar din arbetsplats, prövat mellan träffarna.",
    beneficiaries: ["unit"],
    writtenOutput: "none",
    leaders: [{ name: "Ylva Sand", title: "FoU-ledare", part: "leader" }],
    contacts: [organiser],
    audience: "Du möter människor i socialtjänst, vård eller skola.",
    targetCapacity: 8,
    hardCapacity: 8,
    hours: 24,
    cost: 0,
    allocation: "firstCome",
    deadline: full.deadline,
    sessions: full.sessions.map((date) =>
      meeting(date, { ...morning, mode: "physical", venue: "Stadshuset, Enköping" }),
    ),
  };
}

/** In the middle: two meetings have been, three are to come. */
export function midwayRound({ midway }: DemoDays): RoundContent {
  return {
    ...emptyRound,
    kind: "researchCircle",
    title: "Äldres röst i beslut om stöd",
    lead: "Fem förmiddagar om hur äldre och deras närstående kan vara med och bestämma, när ett stöd börjar och när det ändras.",
    theme: "Delaktighet i äldreomsorgen",
    practiceProblem: "Frågan om vad den äldre själv vill ställs en gång, i början, och sedan sällan igen.",
    purpose: "Att det den äldre säger märks i beslutet.",
    goal: "Ett sätt att fråga igen, prövat på din arbetsplats.",
    beneficiaries: ["unit", "municipality"],
    writtenOutput: "none",
    leaders: [{ name: "Ylva Sand", title: "FoU-ledare", part: "leader" }],
    contacts: [organiser],
    audience: "Du möter äldre och deras närstående i kommun eller region.",
    targetCapacity: 8,
    hardCapacity: 8,
    hours: 30,
    cost: 0,
    allocation: "firstCome",
    deadline: midway.deadline,
    sessions: midway.sessions.map((date, index) =>
      meeting(date, {
        ...morning,
        mode: index % 2 === 0 ? "physical" : "digital",
        venue: index % 2 === 0 ? "Stadshuset, Enköping" : null,
      }),
    ),
  };
}

/** Over since last year, with its follow-up: what came of it can be seen. */
export function finishedRound({ finished }: DemoDays): RoundContent {
  const themes = [
    "Vad är det vi vill veta?",
    "Att mäta utan att störa",
    "När siffror och berättelser säger olika",
    "Våra förslag",
  ];
  return {
    ...emptyRound,
    kind: "developmentCircle",
    title: "Att följa upp insatser tillsammans",
    lead: "Fyra träffar och en uppföljning om hur en arbetsplats kan se om det den gör hjälper, utan att det tar tiden från mötena.",
    theme: "Systematisk uppföljning",
    practiceProblem: "Vi dokumenterar mycket och ser sällan om det blev bättre för någon.",
    purpose: "Att uppföljning blir något man har nytta av själv.",
    goal: "Ett eget förslag på vad din arbetsplats ska följa, och hur.",
    beneficiaries: ["unit", "county"],
    writtenOutput: "optional",
    leaders: [{ name: "Gunvor Lind", title: "fil. dr", part: "leader" }],
    contacts: [organiser],
    audience: "Du arbetar i socialtjänst, vård eller skola i länet.",
    targetCapacity: 12,
    hardCapacity: 12,
    hours: 40,
    cost: 0,
    funder: "Länets kommuner och region tillsammans",
    allocation: "firstCome",
    deadline: finished.deadline,
    sessions: [
      ...finished.sessions.map((date, index) =>
        meeting(date, { ...morning, mode: "physical", venue: "Uppsala", theme: themes[index] ?? null }),
      ),
      meeting(finished.followUp, {
        ...morning,
        mode: "digital",
        kind: "followUp",
        theme: "Vad blev det av förslagen?",
      }),
    ],
  };
}

/** Begun, with much still to decide. */
export const draftRound: RoundContent = {
  ...emptyRound,
  kind: "rdCircle",
  title: "Barns delaktighet i utredningar",
  lead: "En FoU-cirkel om hur barn kan vara med på riktigt.",
  practiceProblem: "Barn får säga sitt, men det märks sällan i beslutet.",
  contacts: [{ name: "Siv Alm", title: "vetenskaplig handledare", email: null, phone: null }],
  hardCapacity: 10,
};
