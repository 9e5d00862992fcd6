import { type Command, Option } from "commander";
import { withInstallation } from "#command-line/acting.ts";
import { answer, type Terminal } from "#command-line/terminal.ts";
import { type Grant, grants } from "#kernel/actor.ts";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Reader } from "#platform/database/database.ts";

type Asked = { as: string; action?: Grant; resource?: string; json?: boolean };

/** access explain: what somebody may do, and which role says so. */
export function registerAccess(program: Command, terminal: Terminal): void {
  const access = program.command("access").description("who may do what, and why");
  access
    .command("explain")
    .description("what a person may do, and by which rule")
    .requiredOption("--as <email>", "whose rights")
    .addOption(new Option("--action <right>", "only this right").choices(grants))
    .option("--resource <code>", "only about this organisation (code, short name or address) or round (address)")
    .option("--json", "for a machine to read")
    .action((asked: Asked) => withInstallation(terminal, ({ db, now }) => explain(terminal, db, dateIn(now()), asked)));
}

async function explain(
  terminal: Terminal,
  db: Reader,
  today: Temporal.PlainDate,
  { as, action, resource, json }: Asked,
): Promise<void> {
  const { personWithAddress } = await import("#features/organisations/people/queries.ts");
  const { accessOf, thingCalled } = await import("#features/organisations/people/access/queries.ts");
  const { explainAccess, rolesWithoutRights } =
    await import("#features/organisations/people/access/access-explanation.ts");
  const { sayReason, sayRoleWithoutRights } =
    await import("#features/organisations/people/parts/access-explanation.tsx");
  const { t } = await import("#command-line/sentences.ts");

  const person = await personWithAddress(db, as);
  if (!person) throw new Refusal("not_found", "organisations.access.unknown_person", { email: as });
  const thing = resource === undefined ? undefined : await thingCalled(db, resource);
  if (resource !== undefined && !thing)
    throw new Refusal("not_found", "organisations.access.unknown_resource", { resource });

  const held = await accessOf(db, person.id, today);
  const reasons = explainAccess(held, { grant: action, thing });
  const isWhole = action === undefined && thing === undefined;
  const none = isWhole ? "organisations.access.nothing" : "organisations.access.not_that";
  const told = reasons.map(({ grant, by: { role, place, validFrom, validTo } }) => {
    return { action: grant, role, place, validFrom, validTo };
  });
  answer(terminal, { person, may: told.length > 0, reasons: told }, json, () => [
    ...(reasons.length === 0 ? [t(none, { name: person.name })] : []),
    ...reasons.map((reason) => {
      const { what, why } = sayReason(t, reason);
      return `${reason.grant}\t${what} ${why}`;
    }),
    ...(isWhole ? rolesWithoutRights(held).map((role) => sayRoleWithoutRights(t, role)) : []),
  ]);
}
