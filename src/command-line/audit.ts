import { type Command, InvalidArgumentError } from "commander";
import { answer, withInstallation } from "#command-line/acting.ts";
import { readHead } from "#platform/audit/seal.ts";
import { verifyAudit } from "#platform/audit/verify.ts";

/** audit verify: whether the sealed trail of who did what is whole. */
export function registerAudit(program: Command): void {
  const audit = program.command("audit").description("the trail of who did what");
  audit
    .command("verify")
    .description("check the sealed chain and name the first link that does not hold")
    .option("--head NO:HASH", "a head kept outside, from the log or an administrator's mail")
    .option("--json", "for a machine to read")
    .action(async ({ head, json }: { head?: string; json?: boolean }) => {
      const kept = head === undefined ? undefined : readHead(head);
      if (head !== undefined && !kept)
        throw new InvalidArgumentError("--head is written as in the log: a number, a colon, a hash.");
      const verdict = await withInstallation(({ db }) => verifyAudit(db, kept));
      const { ok, firstBroken, sealed, unsealed, erased } = verdict;
      answer(verdict, json, () => [
        ok ? "The chain is whole." : `The chain is broken: ${JSON.stringify(firstBroken)}`,
        `${sealed} sealed, ${unsealed} not sealed yet, ${erased} with content erased by retention.`,
      ]);
      if (!ok) process.exitCode = 1;
    });
}
