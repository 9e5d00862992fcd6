import { type Command, InvalidArgumentError } from "commander";
import { withInstallation } from "#command-line/acting.ts";
import { AnsweredNo, answer, type Terminal } from "#command-line/terminal.ts";
import { type AuditHead, readHead } from "#platform/audit/seal.ts";

/** audit verify: whether the sealed trail of who did what is whole. */
export function registerAudit(program: Command, terminal: Terminal): void {
  const audit = program.command("audit").description("the trail of who did what");
  audit
    .command("verify")
    .description("check the sealed chain and name the first link that does not hold")
    .option("--head <no:hash>", "a head kept outside, from the log or an administrator's mail", headFrom)
    .option("--json", "for a machine to read")
    .action(async ({ head, json }: { head?: AuditHead; json?: boolean }) => {
      const { verifyAudit } = await import("#platform/audit/verify.ts");
      const verdict = await withInstallation(terminal, ({ db }) => verifyAudit(db, head));
      const { ok, firstBroken, sealed, unsealed, erased } = verdict;
      answer(terminal, verdict, json, () => [
        ok ? "The chain is whole." : `The chain is broken: ${JSON.stringify(firstBroken)}`,
        `${sealed} sealed, ${unsealed} not sealed yet, ${erased} with content erased by retention.`,
      ]);
      if (!ok) throw new AnsweredNo();
    });
}

function headFrom(written: string): AuditHead {
  const head = readHead(written);
  if (!head) throw new InvalidArgumentError("A head is written as in the log: a number, a colon, a hash.");
  return head;
}
