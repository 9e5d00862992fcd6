import { type Command, Option } from "commander";
import { placeCalled } from "#command-line/acting.ts";
import { answer, type Terminal } from "#command-line/terminal.ts";
import { type Call, throughApi } from "#command-line/api-call.ts";
import { pastedText, jsonIn } from "#command-line/reading.ts";

type As = { as: string; json?: boolean };
type Listed = { slug: string; state: string; title: string; numbers: { placed: number; applied: number } };
type Shown = { slug: string; title: string; state: string; missing: readonly Remark[]; toDecide: readonly Remark[] };
type Remark = { code: string; section: string };
type Started = { id: string; slug: string };

/** round: planning and leading circles, by the same operations as the API. */
export function registerRound(program: Command, terminal: Terminal): void {
  const round = program.command("round").description("rounds of circles");
  const command = (name: string, description: string) =>
    round
      .command(name)
      .description(description)
      .requiredOption("--as <email>", "as whom")
      .option("--json", "for a machine to read");

  command("list", "list the rounds somebody plans or may look into").action(({ as, json }: As) =>
    throughApi(terminal, as, async (call) => {
      const rounds = await allRounds(call);
      answer(terminal, { rounds }, json, () =>
        rounds.map(({ slug, state, title, numbers }) => `${slug}\t${state}\t${numbers.placed}\t${title}`),
      );
    }),
  );

  command("show", "show a round from the inside, with what it lacks")
    .argument("<slug>")
    .action((slug: string, { as, json }: As) =>
      throughApi(terminal, as, async (call) => {
        const shown = (await call("readPlannedRound", { params: { slug } })) as Shown;
        const remarks = (name: string, list: readonly Remark[]) =>
          list.map(({ code, section }) => `${name}\t${section}\t${code}`);
        answer(terminal, shown, json, () => [
          `${shown.slug}\t${shown.state}\t${shown.title}`,
          ...remarks("missing", shown.missing),
          ...remarks("to decide", shown.toDecide),
        ]);
      }),
    );

  command("create", "begin a draft, empty or from an invitation, and print its address")
    .requiredOption("--organisation <code>", "who holds it: municipality code, region code or address")
    .option("--kind <kind>", "what kind it is", "researchCircle")
    .option("--title <words>", "what it is called")
    .option("--invitation <file>", "an invitation to read it from, or - for what comes in")
    .action((wish: As & { organisation: string; kind: string; title?: string; invitation?: string }) =>
      throughApi(terminal, wish.as, async (call, { db }) => {
        const started = await created(terminal, call, await placeCalled(db, wish.organisation), wish);
        answer(terminal, started, wish.json, () => [started.slug]);
      }),
    );

  command("publish", "show a round to the world and open it for applications")
    .argument("<slug>")
    .action((slug: string, { as, json }: As) =>
      throughApi(terminal, as, async (call) => {
        const published = (await call("publishRound", { params: { slug } })) as { slug: string };
        answer(terminal, published, json, () => [published.slug]);
      }),
    );

  command("extend", "give more time to apply")
    .argument("<slug>")
    .option("--deadline <date>", "the new last day")
    .option("--until-full", "open until every place is taken")
    .requiredOption("--reason <words>", "why")
    .action(
      (
        slug: string,
        { as, deadline, untilFull, reason }: As & { deadline?: string; untilFull?: boolean; reason: string },
      ) =>
        throughApi(terminal, as, async (call) => {
          await call("extendDeadline", { params: { slug }, body: { deadline, openUntilFull: untilFull, reason } });
        }),
    );

  command("write", "write a section of a round from a file of JSON")
    .argument("<slug>")
    .addOption(new Option("--section <section>").choices(Object.keys(sectionOperations)).makeOptionMandatory())
    .requiredOption("--file <file>", "what it is to say, or - for what comes in")
    .action((slug: string, { as, section, file }: As & { section: keyof typeof sectionOperations; file: string }) =>
      throughApi(terminal, as, async (call) => {
        await call(sectionOperations[section], { params: { slug }, body: await jsonIn(terminal, file) });
      }),
    );

  command("close", "close a round for applications")
    .argument("<slug>")
    .action((slug: string, { as }: As) =>
      throughApi(terminal, as, async (call) => {
        await call("takeRoundStep", { params: { slug }, body: { step: "close" } });
      }),
    );

  command("cancel", "call a round off; everybody who applied is told why")
    .argument("<slug>")
    .requiredOption("--reason <words>", "why, as those who applied will read it")
    .action((slug: string, { as, reason }: As & { reason: string }) =>
      throughApi(terminal, as, async (call) => {
        await call("cancelRound", { params: { slug }, body: { reason } });
      }),
    );
}

const sectionOperations = {
  basics: "writeRoundBasics",
  story: "writeRoundStory",
  questions: "writeRoundQuestions",
  people: "writeRoundPeople",
  audience: "writeRoundAudience",
  frame: "writeRoundFrame",
  "way-in": "writeRoundWayIn",
  sessions: "addSessions",
} as const;

const most = 200;

async function allRounds(call: Call): Promise<Listed[]> {
  const all: Listed[] = [];
  for (;;) {
    const query = { limit: String(most), after: all.at(-1)?.slug };
    const { rounds } = (await call("listPlannedRounds", { query })) as { rounds: Listed[] };
    all.push(...rounds);
    if (rounds.length < most) return all;
  }
}

type Start = { kind: string; title?: string; invitation?: string };

async function created(
  terminal: Terminal,
  call: Call,
  organisationId: string,
  { kind, title, invitation }: Start,
): Promise<Started> {
  if (invitation === undefined)
    return (await call("createRound", { body: { organisationId, kind, title } })) as Started;
  const text = await pastedText(terminal, invitation);
  return (await call("createRoundFromInvitation", { body: { organisationId, text } })) as Started;
}
