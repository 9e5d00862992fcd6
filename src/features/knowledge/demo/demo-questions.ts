/** A question of the demo, with what was answered if anybody has. Invented, as everything in the demo. */
export type DemoQuestion = {
  readonly text: string;
  readonly population?: string;
  readonly outcome?: string;
  readonly days: number;
  /** Asked where those who answer work themselves; else by a unit manager in a municipality. */
  readonly isHome: boolean;
  readonly answer?: {
    readonly answer: string;
    readonly sources: Readonly<
      Record<string, { readonly standing: string; readonly says?: string; readonly soughtWhere?: string }>
    >;
    readonly items: readonly string[];
  };
};

export const demoQuestions: readonly DemoQuestion[] = [
  {
    text: "När i en utredning är det bäst att bjuda in familjens nätverk?",
    population: "Familjer med barn där oron är ny",
    outcome: "Att familjen är med och bestämmer",
    days: 40,
    isHome: true,
    answer: {
      answer: "Tidigt, innan ni har bestämt er för vad som behövs. Vänta om det finns våld.",
      sources: {
        research: {
          standing: "found",
          says: "Några små studier talar för att bjuda in tidigt. Effekten på lång sikt är okänd.",
        },
        profession: { standing: "found", says: "De som har prövat ringer inom tre dagar och bjuder in då." },
        serviceUsers: { standing: "found", says: "Familjerna vill välja själva, och en del vill ha hjälp att fråga." },
      },
      items: ["networkStudy", "proven", "familiesSay"],
    },
  },
  {
    text: "Hur gör vi för att ungdomar ska få veta vad som står i utredningen?",
    population: "Ungdomar mellan 13 och 17 år",
    days: 25,
    isHome: true,
    answer: {
      answer: "Läs upp det ni skriver medan ni träffas, och berätta efteråt vad som bestämdes.",
      sources: {
        research: { standing: "soughtNoneFound", soughtWhere: "Vår egen bas och två bibliotek" },
        profession: { standing: "found", says: "Barn som får välja rum berättar mer." },
        serviceUsers: { standing: "found", says: "De vill veta vem som läser." },
      },
      items: ["childRoom", "childTalks"],
    },
  },
  {
    text: "Finns det något sätt att följa upp drop-in utan att be om fler uppgifter än i dag?",
    outcome: "Kortare väntan",
    days: 8,
    isHome: true,
  },
  {
    text: "Hjälper det att ha samma kontaktperson hela vägen för unga som söker arbete?",
    population: "Unga vuxna med försörjningsstöd",
    days: 5,
    isHome: false,
  },
];
