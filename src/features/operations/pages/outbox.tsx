import { z } from "zod";
import { idOf } from "#kernel/ids.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { type MailState, outboxCounts, outboxList } from "#platform/mail/queries.ts";
import { pages } from "#platform/web/pages.ts";
import { EmptyState } from "#ui/empty-state.tsx";
import { TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { Pager } from "#ui/pager.tsx";
import { sayMoment } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";
import { Tabs } from "#ui/tabs.tsx";
import { MailStateTag } from "#features/operations/parts/mail-state.tsx";
import { OperationsHeading } from "#features/operations/parts/operations-heading.tsx";

const states = ["failed", "waiting", "kept", "sent"] as const satisfies readonly MailState[];

/** What the list is asked for. What cannot be read is as if it had not been asked. */
const Asked = z.object({
  lage: z.enum(states).optional().catch(undefined),
  till: z.string().trim().max(254).optional().catch(undefined),
  efter: idOf("mail").optional().catch(undefined),
});
type Asked = z.output<typeof Asked>;

const atATime = 50;

/** The mails of the installation, those that need somebody first to choose. */
export const outboxPages = pages("signedIn").get("/drift/utkorg", async (c) => {
  const { t, db, actor, now } = c.var;
  const asked = Asked.parse(c.req.query());
  const { lage, till, efter } = asked;
  const wish = { ...(lage ? { states: [lage] } : {}), ...(efter ? { after: efter } : {}), to: till || undefined };
  const [counts, found] = await Promise.all([
    outboxCounts(db, actor),
    outboxList(db, actor, { ...wish, limit: atATime + 1 }),
  ]);
  const mails = found.slice(0, atATime);
  const today = dateIn(now());
  return c.render(
    <>
      <OperationsHeading t={t} heading={t("operations.outbox.title")} lead={t("operations.outbox.lead")} />
      <StateTabs t={t} asked={asked} counts={counts} />
      <Filters t={t} action="/drift/utkorg" label={t("operations.outbox.find")}>
        {lage ? <input type="hidden" name="lage" value={lage} /> : null}
        <TextField t={t} name="till" type="search" width="medium" label={t("operations.outbox.to_find")} value={till} />
      </Filters>
      {mails.length > 0 ? (
        <Table
          caption={t("operations.outbox.caption", { count: mails.length })}
          captionHidden
          rows={mails}
          columns={[
            {
              label: t("operations.outbox.subject"),
              head: true,
              cell: ({ id, subject }) => <a href={`/drift/utkorg/${id}`}>{subject}</a>,
            },
            { label: t("operations.outbox.to"), cell: ({ to }) => to },
            {
              label: t("operations.outbox.when"),
              cell: ({ createdAt }) => (
                <span class="nowrap">{sayMoment(t.language, createdAt, { today, weekday: false })}</span>
              ),
            },
            { label: t("operations.outbox.state"), cell: ({ state }) => <MailStateTag t={t} state={state} /> },
          ]}
        />
      ) : (
        <EmptyState heading={t("operations.outbox.empty")}>
          {t(till || lage ? "operations.outbox.empty_find" : "operations.outbox.empty_text")}
        </EmptyState>
      )}
      {found.length > atATime ? <Pager t={t} next={addressOf({ ...asked, efter: mails.at(-1)?.id })} /> : null}
    </>,
    { title: t("operations.outbox.title"), current: "/drift" },
  );
});

function StateTabs({ t, asked, counts }: { t: Translate; asked: Asked; counts: Readonly<Record<MailState, number>> }) {
  const all = states.reduce((sum, state) => sum + counts[state], 0);
  const tab = (lage: MailState | undefined) => ({ href: addressOf({ till: asked.till, lage }) });
  const tabs = [
    { ...tab(undefined), label: t("operations.outbox.all"), count: all },
    ...states.map((state) => ({ ...tab(state), label: t(`operations.outbox.${state}`), count: counts[state] })),
  ];
  return <Tabs label={t("operations.outbox.states")} tabs={tabs} current={tab(asked.lage).href} />;
}

function addressOf(asked: Asked): string {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => Boolean(value)) as [string, string][]);
  return query.size > 0 ? `/drift/utkorg?${query.toString()}` : "/drift/utkorg";
}
