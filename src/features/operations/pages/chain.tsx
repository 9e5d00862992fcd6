import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import { readHead, writtenHead } from "#platform/audit/seal.ts";
import { type AuditVerdict, verifyAudit } from "#platform/audit/verify.ts";
import type { Environment } from "#platform/web/environment.ts";
import { emptyForm, type Filled, filledWith } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Button } from "#ui/button.tsx";
import { Facts } from "#ui/facts.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { OperationsHeading } from "#features/operations/parts/operations-heading.tsx";
import { mayVerifyTrail } from "#features/operations/operations-policy.ts";

type Page = Context<Environment>;

/** Whether the sealed trail is whole, alone or against a seal that was kept outside. Looks, and changes nothing. */
export const chainPages = pages("signedIn").get("/drift/spar/kedjan", async (c) => {
  const { db, actor } = c.var;
  if (!mayVerifyTrail(actor)) throw new Refusal("forbidden", "operations.not_yours");
  const typed = c.req.query("sigill")?.trim();
  const head = typed ? readHead(typed) : undefined;
  const problems = typed && !head ? [{ path: "sigill", code: "operations.chain.no_head" as const }] : [];
  if (problems.length > 0) c.status(422);
  return drawChain(c, await verifyAudit(db, head), typed ? { ...filledWith({ sigill: typed }), problems } : emptyForm);
});

function drawChain(c: Page, verdict: AuditVerdict, filled: Filled) {
  const { t } = c.var;
  return c.render(
    <>
      <OperationsHeading
        t={t}
        heading={t("operations.chain.title")}
        lead={t("operations.chain.lead")}
        from={{ href: "/drift/spar", label: t("operations.trail.title") }}
      />
      <Verdict c={c} verdict={verdict} />
      <Facts
        wide
        items={[
          { term: t("operations.chain.sealed"), value: verdict.sealed },
          { term: t("operations.chain.unsealed"), value: verdict.unsealed },
          { term: t("operations.chain.erased"), value: verdict.erased },
          {
            term: t("operations.chain.head"),
            value: verdict.head ? (
              <code class="breakable">{writtenHead(verdict.head)}</code>
            ) : (
              t("operations.chain.none")
            ),
          },
        ]}
      />
      <Form t={t} method="get" action="/drift/spar/kedjan" filled={filled}>
        <TextField
          t={t}
          filled={filled}
          name="sigill"
          required
          label={t("operations.chain.compare")}
          help={t("operations.chain.compare_help")}
        />
        <FormEnd>
          <Button quiet>{t("operations.chain.compare_do")}</Button>
        </FormEnd>
      </Form>
    </>,
    { title: t("operations.chain.title"), current: "/drift" },
  );
}

function Verdict({ c, verdict }: { c: Page; verdict: AuditVerdict }) {
  const { t } = c.var;
  const { firstBroken } = verdict;
  if (!firstBroken) {
    return (
      <Notice t={t} tone="done" heading={t("operations.chain.whole")}>
        <p>{t("operations.chain.whole_text")}</p>
      </Notice>
    );
  }
  const { why, seal, record } = firstBroken;
  const where = [
    seal === undefined ? "" : t("operations.chain.at_seal", { no: seal }),
    record === undefined ? "" : t("operations.chain.at_record", { no: record }),
  ];
  return (
    <Notice t={t} tone="warn" heading={t("operations.chain.broken")}>
      <p>
        {t("operations.chain.broken_at", { what: t(`operations.chain.why.${why}`), where: where.join(" ").trim() })}
      </p>
      <p>{t("operations.chain.what_next")}</p>
    </Notice>
  );
}
