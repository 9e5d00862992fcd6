import { statSync } from "node:fs";
import type { Terminal } from "#command-line/terminal.ts";
import type { Config } from "#config.ts";
import type { Installation } from "#installation.ts";
import type { Actor } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import { StartProblem } from "#platform/start-problem.ts";

/**
 * Opens the installation for one command, and closes it whatever comes of it. Loaded when it is needed: a command that
 * needs no database starts none, and is quicker than loading what could start one.
 */
export async function withInstallation<T>(
  terminal: Terminal,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const { openInstallation } = await import("#installation.ts");
  const { openLog } = await import("#platform/web/log.ts");
  const config = await commandConfig(terminal);
  // Beside the answer, which a machine may read.
  const log = openLog(config.logLevel, { write: (line) => terminal.warn(line.trimEnd()) });
  const installation = await openInstallation(config, "command", log);
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}

/** What a command goes by. It logs warnings and faults alone, unless it is told to log more. */
export async function commandConfig({ env }: Terminal): Promise<Config> {
  const { configFrom } = await import("#config.ts");
  return configFrom({ LOG_LEVEL: "warn", ...env });
}

/** What only whoever owns the machine may do, as nobody in particular: let the first people in. */
export async function asOwner<T>(
  terminal: Terminal,
  work: (installation: Installation, actor: Actor) => Promise<T>,
): Promise<T> {
  return withInstallation(terminal, async (installation) => {
    mustOwn(installation.config.dataDir);
    const { machineOwner } = await import("#features/organisations/people/actor-roles.ts");
    return work(installation, machineOwner);
  });
}

/**
 * Acts as somebody from the command line. Only for the operating-system user who owns the data folder: who could read
 * it all anyway. The audit trail says that it was an operator who did it, and as whom.
 */
export async function actingAs<T>(
  terminal: Terminal,
  email: string,
  work: (installation: Installation, actor: Actor) => Promise<T>,
): Promise<T> {
  return withInstallation(terminal, async (installation) => {
    mustOwn(installation.config.dataDir);
    const { actorOf, personWithAddress } = await import("#features/organisations/people/queries.ts");
    const person = await personWithAddress(installation.db, email);
    const known = person && (await actorOf(installation.db, person.id, dateIn(installation.now()), "operator"));
    if (!known) throw new StartProblem(`Nobody here has the address ${email}.`);
    return work(installation, known.actor);
  });
}

/** Stops whoever does not own the data folder from acting as others. */
export function mustOwn(dataDir: string): void {
  const owner = statSync(dataDir, { throwIfNoEntry: false })?.uid;
  if (owner !== undefined && process.getuid && owner !== process.getuid()) {
    throw new StartProblem(`Only the user who owns ${dataDir} may do this.`);
  }
}

/** The organisation that a code or a name on the command line means. */
export async function placeCalled(db: Installation["db"], code: string): Promise<OrganisationId> {
  const { organisationCalled } = await import("#features/organisations/queries.ts");
  const place = await organisationCalled(db, code);
  if (!place) throw new StartProblem(`There is no organisation called ${code}.`);
  return place.id;
}
