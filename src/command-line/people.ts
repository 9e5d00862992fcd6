import { type Command, InvalidArgumentError, Option } from "commander";
import { actingAs, asOwner, placeCalled } from "#command-line/acting.ts";
import { answer, type Terminal } from "#command-line/terminal.ts";
import { roles } from "#features/organisations/people/roles.ts";
import { type Grant, grants } from "#kernel/actor.ts";
import { StartProblem } from "#platform/start-problem.ts";

type Account = {
  email: string;
  name: string;
  password?: string;
  role?: string;
  organisation?: string;
  json?: boolean;
};

/** user create: an account, as the machine's owner. */
export function registerUser(program: Command, terminal: Terminal): void {
  const user = program.command("user").description("people with an account");
  user
    .command("create")
    .description("add an account and print its id")
    .requiredOption("--email <address>", "what they sign in with")
    .requiredOption("--name <name>", "what they are called")
    .option("--password <words>", "at least 12 characters; without one they sign in with a mailed link")
    .addOption(new Option("--role <role>", "a role from today on").choices(roles))
    .option(
      "--organisation <code>",
      "where the role holds: municipality code, region code or address; left out: everywhere",
    )
    .option("--json", "for a machine to read")
    .action(async (account: Account) => {
      const id = await createUser(terminal, account);
      answer(terminal, { id }, account.json, () => [id]);
    });
  registerSecondFactorOff(user, terminal);
}

/** user second-factor-off: for whoever has lost app and spare codes, the last administrator too. */
function registerSecondFactorOff(user: Command, terminal: Terminal): void {
  user
    .command("second-factor-off")
    .description("take the code of an app away from somebody who has lost it; they are told by mail")
    .requiredOption("--email <address>", "whose")
    .action(({ email }: { email: string }) =>
      asOwner(terminal, async ({ db, now }, actor) => {
        const { turnOffSecondFactor } = await import("#features/sign-in/commands.ts");
        const { personWithAddress } = await import("#features/organisations/people/queries.ts");
        const { dateIn } = await import("#kernel/clock.ts");
        const person = await personWithAddress(db, email);
        if (!person) throw new StartProblem(`Nobody here has the address ${email}.`);
        await turnOffSecondFactor(db, actor, person.id, { today: dateIn(now()) });
      }),
    );
}

async function createUser(terminal: Terminal, { email, name, password, role, organisation }: Account): Promise<string> {
  const { NewAccount } = await import("#features/organisations/people/person.ts");
  const { NewPassword } = await import("#features/sign-in/sign-in.ts");
  const { checked } = await import("#platform/web/form.ts");
  if (password !== undefined) checked(NewPassword, { password });

  return asOwner(terminal, async (installation, actor) => {
    const { db, now } = installation;
    const { createAccount } = await import("#features/organisations/people/commands.ts");
    const { loadReferenceData } = await import("#features/organisations/reference/commands.ts");
    await loadReferenceData(db);
    const organisationId = organisation === undefined ? undefined : await placeCalled(db, organisation);
    const account = checked(NewAccount, {
      email,
      name,
      ...(role === undefined ? {} : { role }),
      ...(organisationId === undefined ? {} : { organisationId }),
    });
    const { personId } = await createAccount(db, actor, now, account);
    if (password !== undefined) {
      const { openSignIn } = await import("#installation-sign-in.ts");
      const { setPassword } = await import("#platform/sign-in/session.ts");
      await setPassword(openSignIn(installation), personId, password);
    }
    return personId;
  });
}

const daysUnlessSaid = 90;

/** token create: an API token of somebody's, printed once. */
export function registerToken(program: Command, terminal: Terminal): void {
  const token = program.command("token").description("keys to the API");
  token
    .command("create")
    .description("make a token for an account and print it, this one time")
    .requiredOption("--email <address>", "whose token")
    .option("--name <words>", "what it is for", "command line")
    .option("--expires <days>", "for how many days it is valid, at most 366", daysFrom, daysUnlessSaid)
    .addOption(
      new Option("--scope <right...>", "what it may be used for; left out: all that the account may").choices(grants),
    )
    .option("--json", "for a machine to read")
    .action(async (wish: { email: string; name: string; expires: number; scope?: Grant[]; json?: boolean }) => {
      const made = await actingAs(terminal, wish.email, async ({ db, now }, actor) => {
        const { createToken } = await import("#platform/tokens/commands.ts");
        const expiresAt = now().add({ hours: 24 * wish.expires });
        const scopes = wish.scope ?? grants.filter((grant) => actor.reach.has(grant));
        const { id, secret } = await createToken(db, actor, { name: wish.name, scopes, expiresAt }, now());
        return { id, token: secret, scopes, expiresAt: expiresAt.toString({ smallestUnit: "second" }) };
      });
      answer(terminal, made, wish.json, () => [made.token]);
    });
}

function daysFrom(written: string): number {
  const days = Number(written);
  if (!Number.isInteger(days) || days < 1 || days > 366)
    throw new InvalidArgumentError("A whole number from 1 to 366.");
  return days;
}
