import { type Command, Option } from "commander";
import { answer, type Terminal } from "#command-line/terminal.ts";
import { type Call, throughApi } from "#command-line/api-call.ts";
import { jsonIn } from "#command-line/reading.ts";
import { registrationStates } from "#features/circles/registration/registration.ts";

type As = { as: string; json?: boolean };
type Listed = { id: string; queueNo: number; state: string; name: string; employer: string; managerWord: string };
type Standing = { id: string; state: string };

/** registration: what those who plan a round do with its applications, by the same operations as the API. */
export function registerRegistration(program: Command, terminal: Terminal): void {
  const registration = program.command("registration").description("applications to rounds");
  const command = (name: string, description: string) =>
    registration
      .command(name)
      .description(description)
      .requiredOption("--as <email>", "as whom")
      .option("--json", "for a machine to read");

  command("list", "list who has applied to a round, in queue order")
    .argument("<slug>", "the round")
    .addOption(new Option("--state <state>", "only those who stand so").choices(registrationStates))
    .action((slug: string, { as, state, json }: As & { state?: string }) =>
      throughApi(terminal, as, async (call) => {
        const registrations = await allIn(call, slug, state);
        answer(terminal, { registrations }, json, () =>
          registrations.map(({ id, queueNo, state: standing, name, employer, managerWord }) =>
            [queueNo, standing, name, employer, managerWord, id].join("\t"),
          ),
        );
      }),
    );

  const standing = (name: string, description: string, operation: string) =>
    command(name, description)
      .argument("<id>", "the application")
      .action((registrationId: string, { as, json }: As) => told(terminal, as, json, operation, registrationId));

  standing("withdraw", "withdraw an application for somebody who has asked for it", "withdrawRegistration");
  standing("restore", "take a denial back", "restoreEligibility");

  command("deny", "find an applicant not eligible; the queue moves")
    .argument("<id>", "the application")
    .requiredOption("--reason <words>", "why, as the applicant will read it")
    .action((registrationId: string, { as, reason, json }: As & { reason: string }) =>
      told(terminal, as, json, "denyEligibility", registrationId, { reason }),
    );

  command("answer-offer", "answer an offer for somebody who has answered by telephone")
    .argument("<id>", "the application")
    .addOption(new Option("--answer <answer>").choices(["yes", "no"]).makeOptionMandatory())
    .action((registrationId: string, { as, answer: given, json }: As & { answer: string }) =>
      told(terminal, as, json, "answerOfferFor", registrationId, { answer: given }),
    );

  command("remind", "remind the managers of a round who have not answered")
    .argument("<slug>", "the round")
    .action((slug: string, { as, json }: As) =>
      throughApi(terminal, as, async (call) => {
        const said = (await call("remindManagers", { params: { slug }, body: {} })) as { reminded: number };
        answer(terminal, said, json, () => [String(said.reminded)]);
      }),
    );

  command("decide", "write down decisions of a selection")
    .argument("<slug>", "the round")
    .requiredOption(
      "--file <file>",
      "JSON: { decisions: [{ registrationId, outcome, reason }] }, or - for what comes in",
    )
    .action((slug: string, { as, file, json }: As & { file: string }) =>
      throughApi(terminal, as, async (call) => {
        const said = (await call("decideSelection", { params: { slug }, body: await jsonIn(terminal, file) })) as {
          decided: number;
        };
        answer(terminal, said, json, () => [String(said.decided)]);
      }),
    );

  command("send-notices", "give everyone in a selection their answer at the same time")
    .argument("<slug>", "the round")
    .action((slug: string, { as, json }: As) =>
      throughApi(terminal, as, async (call) => {
        const said = (await call("sendNotices", { params: { slug } })) as Record<string, number>;
        answer(terminal, said, json, () => Object.entries(said).map(([outcome, count]) => `${outcome}\t${count}`));
      }),
    );
}

/** Does something with one application, and tells how it stands. */
function told(
  terminal: Terminal,
  as: string,
  json: boolean | undefined,
  operation: string,
  registrationId: string,
  body?: object,
): Promise<void> {
  return throughApi(terminal, as, async (call) => {
    const said = (await call(operation, { params: { registrationId }, body })) as Standing;
    answer(terminal, said, json, () => [said.state]);
  });
}

const most = 200;

async function allIn(call: Call, slug: string, state: string | undefined): Promise<Listed[]> {
  const all: Listed[] = [];
  for (;;) {
    const query = { limit: String(most), state, after: all.at(-1)?.queueNo.toString() };
    const { registrations } = (await call("listRegistrations", { params: { slug }, query })) as {
      registrations: Listed[];
    };
    all.push(...registrations);
    if (registrations.length < most) return all;
  }
}
