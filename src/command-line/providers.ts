import type { Command } from "commander";
import { placeCalled } from "#command-line/acting.ts";
import { AnsweredNo, answer, type Terminal } from "#command-line/terminal.ts";
import { throughApi } from "#command-line/api-call.ts";
import { bytesIn } from "#command-line/reading.ts";

type As = { as: string; json?: boolean };
type Listed = {
  id: string;
  issuer: string;
  standing: string;
  domains: readonly { domain: string; approved: boolean }[];
};
type Settings = {
  issuer: string;
  clientId: string;
  secretFile: string;
  domain: string[];
  claim: string;
  admitsNew?: boolean;
  onlyWay?: boolean;
};

/** provider: signing in through an organisation, by the same operations as the API. */
export function registerProvider(program: Command, terminal: Terminal): void {
  const provider = program.command("provider").description("sign-in through an organisation (OpenID Connect)");
  const command = (name: string, description: string) =>
    provider
      .command(name)
      .description(description)
      .requiredOption("--as <email>", "as whom")
      .option("--json", "for a machine to read");

  command("list", "list an organisation's providers, and the address to register with them")
    .requiredOption("--organisation <code>", "municipality code, region code or address")
    .action(({ as, json, organisation }: As & { organisation: string }) =>
      throughApi(terminal, as, async (call, { db }) => {
        const params = { organisationId: await placeCalled(db, organisation) };
        const listed = await call("listSignInProviders", { params });
        const { providers, returnAddress } = listed as { providers: Listed[]; returnAddress: string };
        answer(terminal, listed, json, () => [
          `redirect address\t${returnAddress}`,
          ...providers.map(({ id, standing, issuer, domains }) =>
            [id, standing, issuer, domains.map(({ domain, approved }) => (approved ? domain : `${domain}?`))].join(
              "\t",
            ),
          ),
        ]);
      }),
    );

  command("register", "register a provider, which is off at first, and print its id")
    .requiredOption("--organisation <code>", "municipality code, region code or address")
    .requiredOption("--issuer <address>", "what the provider calls itself")
    .requiredOption("--client-id <id>", "what we are called there")
    .requiredOption("--secret-file <file>", "a file with the client secret, or - for what comes in")
    .requiredOption("--domain <domain...>", "the mail domains it answers for")
    .option("--claim <name>", "where the address stands: email, preferred_username or upn", "email")
    .option("--admits-new", "somebody unknown gets an account, without roles")
    .option("--only-way", "people of the domains may come in no other way")
    .action(({ as, json, organisation, ...settings }: As & Settings & { organisation: string }) =>
      throughApi(terminal, as, async (call, { db }) => {
        const params = { organisationId: await placeCalled(db, organisation) };
        const made = (await call("registerSignInProvider", { params, body: await bodyOf(terminal, settings) })) as {
          id: string;
        };
        answer(terminal, made, json, () => [made.id]);
      }),
    );

  command("test", "ask whether a provider answers, is who it should be and knows us")
    .argument("<id>")
    .action((providerId: string, { as, json }: As) =>
      throughApi(terminal, as, async (call) => {
        const said = (await call("testSignInProvider", { params: { providerId } })) as { problem: string | null };
        answer(terminal, said, json, () => [said.problem ?? "ok"]);
        if (said.problem) throw new AnsweredNo();
      }),
    );

  for (const [name, operation, description] of [
    ["on", "turnOnSignInProvider", "let people sign in through a provider, if its connection works"],
    ["off", "turnOffSignInProvider", "lead nobody to a provider any more"],
  ] as const) {
    command(name, description)
      .argument("<id>")
      .action((providerId: string, { as }: As) =>
        throughApi(terminal, as, async (call) => void (await call(operation, { params: { providerId } }))),
      );
  }

  command("end", "end a provider after a last day")
    .argument("<id>")
    .requiredOption("--last-day <date>", "the last day")
    .action((providerId: string, { as, lastDay }: As & { lastDay: string }) =>
      throughApi(terminal, as, async (call) => {
        await call("endSignInProvider", { params: { providerId }, body: { lastDay } });
      }),
    );

  command("approve", "approve that a provider signs in everyone with an address in a domain")
    .argument("<id>")
    .argument("<domain>")
    .action((providerId: string, domain: string, { as }: As) =>
      throughApi(terminal, as, async (call) => {
        await call("approveSignInDomain", { params: { providerId, domain } });
      }),
    );
}

async function bodyOf(
  terminal: Terminal,
  { issuer, clientId, secretFile, domain, claim, admitsNew, onlyWay }: Settings,
) {
  const clientSecret = (await bytesIn(terminal, secretFile)).toString("utf8").trim();
  return {
    issuer,
    clientId,
    clientSecret,
    domains: domain,
    addressClaim: claim,
    admitsNew: admitsNew === true,
    onlyWay: onlyWay === true,
  };
}
