import { z } from "zod";
import { approveDomain } from "#features/sign-in/providers/approval/commands.ts";

import { ProviderId } from "#features/sign-in/providers/provider.ts";
import { domainsWaiting } from "#features/sign-in/providers/queries.ts";
import { dateIn } from "#kernel/clock.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { Context } from "hono";
import { pages } from "#platform/web/pages.ts";
import { Address } from "#ui/address.tsx";
import { Button } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { type Column, Table } from "#ui/table.tsx";

const Approval = z.strictObject({ providerId: ProviderId, domain: z.string().max(253) });
const here = "/drift/inloggning";

/** The mail domains that wait for somebody who answers for the whole installation. */
export const approvalPages = pages("signedIn").form(here, {
  draw: drawWaiting,
  send: async (c, filled) => {
    const { providerId, domain } = checkedForm(Approval, filled);
    await approveDomain(c.var.db, c.var.actor, providerId, { domain });
    return c.redirect(`${here}?klart=godkand`, 303);
  },
});

type Waiting = Awaited<ReturnType<typeof domainsWaiting>>[number];

async function drawWaiting(c: Context<Environment>, filled: Filled) {
  const { t, db, actor, now } = c.var;
  const rows = await domainsWaiting(db, actor, dateIn(now()));
  const problem = filled.problems[0];
  const columns: Column<Waiting>[] = [
    { label: t("sign_in.approval.domain"), head: true, cell: ({ domain }) => <Address of={domain} /> },
    {
      label: t("sign_in.approval.organisation"),
      cell: ({ organisation, slug }) => <a href={`/organisationer/${slug}`}>{organisation}</a>,
    },
    { label: t("sign_in.provider.issuer"), cell: ({ issuer }) => <Address of={issuer} /> },
    { label: t("sign_in.approval.people"), numeric: true, cell: ({ people }) => people },
    {
      label: t("sign_in.approval.press"),
      labelHidden: true,
      cell: ({ providerId, domain, organisation }) => (
        <Form t={t} action={here} hidden={{ providerId, domain }} tight>
          <Button quiet small label={t("sign_in.approval.press_label", { domain, organisation })}>
            {t("sign_in.approval.press")}
          </Button>
        </Form>
      ),
    },
  ];
  return c.render(
    <>
      <PageHeading
        kicker={<a href="/drift">{t("operations.title")}</a>}
        heading={t("sign_in.approval.title")}
        lead={t("sign_in.approval.lead")}
      />
      {problem ? <Notice t={t} tone="warn" heading={t(problem.code, problem.values)} /> : null}
      {c.req.query("klart") ? <Notice t={t} tone="done" heading={t("sign_in.provider.done.godkand")} /> : null}
      {rows.length > 0 ? (
        <>
          <p>{t("sign_in.approval.warning")}</p>
          <Table caption={t("sign_in.approval.caption", { count: rows.length })} rows={rows} columns={columns} />
        </>
      ) : (
        <EmptyState heading={t("sign_in.approval.none")}>{t("sign_in.approval.none_text")}</EmptyState>
      )}
    </>,
    { title: t("sign_in.approval.title"), current: "/drift" },
  );
}
