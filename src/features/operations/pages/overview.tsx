import { dateIn } from "#kernel/clock.ts";
import type { MessageKey, Translate } from "#kernel/messages.ts";
import { pages } from "#platform/web/pages.ts";
import { LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayMoment } from "#ui/swedish-dates.ts";
import { type Todo, TodoList } from "#ui/todo-list.tsx";
import { operationsOverview } from "#features/operations/queries.ts";

/** What of the running of the installation needs a person, and the ways to everything behind it. */
export const operationsPages = pages("signedIn").get("/drift", async (c) => {
  const { t, db, actor, now } = c.var;
  const overview = await operationsOverview(db, actor, now());
  const items = attention(t, overview);
  return c.render(
    <>
      <PageHeading heading={t("operations.title")} lead={items.length > 0 ? t("operations.lead") : undefined} />
      <section class="stack">
        {items.length > 0 ? (
          <>
            <h2>{t("operations.attention")}</h2>
            <TodoList items={items} />
          </>
        ) : (
          <EmptyState heading={t("operations.calm")}>{t("operations.calm_text")}</EmptyState>
        )}
        {overview.backup ? <p>{sayBackup(t, overview.backup, now())}</p> : null}
      </section>
      <section class="stack">
        <h2>{t("operations.parts")}</h2>
        <ul class="ways">
          {waysOf(overview.can).map(({ href, title, lead }) => (
            <li>
              <a href={href}>{t(title)}</a>
              <p>{t(lead)}</p>
            </li>
          ))}
        </ul>
      </section>
    </>,
    { title: t("operations.title") },
  );
});

function sayBackup(t: Translate, { madeAt }: NonNullable<Overview["backup"]>, now: Temporal.Instant): string {
  if (!madeAt) return t("operations.backup_none");
  return t("operations.backup_made", { when: sayMoment(t.language, madeAt, { today: dateIn(now) }) });
}

type Overview = Awaited<ReturnType<typeof operationsOverview>>;

type Way = { readonly href: string; readonly title: MessageKey; readonly lead: MessageKey; readonly open: boolean };

function waysOf(can: Overview["can"]): readonly Way[] {
  const own = (name: "outbox" | "work" | "trail" | "chain", href: string, open: boolean): Way => ({
    href,
    title: `operations.${name}.title`,
    lead: `operations.${name}.lead`,
    open,
  });
  const ways: readonly Way[] = [
    own("outbox", "/drift/utkorg", can.outbox),
    own("work", "/drift/arbete", can.work),
    own("trail", "/drift/spar", can.trail),
    own("chain", "/drift/spar/kedjan", can.verify),
    {
      href: "/drift/gallring",
      title: "privacy.erasures.title",
      lead: "privacy.erasures.lead",
      open: can.erasures,
    },
    {
      href: "/drift/inloggning",
      title: "sign_in.approval.title",
      lead: "sign_in.approval.lead",
      open: can.domains,
    },
    {
      href: "/drift/tillganglighet",
      title: "accessibility.reports.title",
      lead: "accessibility.reports.lead",
      open: can.reports,
    },
  ];
  return ways.filter(({ open }) => open);
}

type Matter = { name: MatterName; count: number; way?: { href: string; press: MessageKey } };
type MatterName = "mail_failed" | "mail_stuck" | "mail_kept" | "work_failed" | "unsealed" | "backup_late";

/** The matters in the order of how much they hurt whoever waits for them. */
function attention(t: Translate, { mails, stuck, failed, unsealed, backup }: Overview): Todo[] {
  const way = (href: string, press: MessageKey) => ({ href, press });
  const matters: Matter[] = [
    { name: "unsealed", count: unsealed, way: way("/drift/spar/kedjan", "operations.unsealed_do") },
    { name: "backup_late", count: backup?.daysWithout ?? 0 },
    {
      name: "mail_failed",
      count: mails?.failed ?? 0,
      way: way("/drift/utkorg?lage=failed", "operations.mail_failed_do"),
    },
    { name: "mail_stuck", count: stuck, way: way("/drift/utkorg?lage=waiting", "operations.mail_failed_do") },
    { name: "work_failed", count: failed ?? 0, way: way("/drift/arbete", "operations.work_failed_do") },
    { name: "mail_kept", count: mails?.kept ?? 0, way: way("/drift/utkorg?lage=kept", "operations.mail_kept_do") },
  ];
  return matters
    .filter(({ count }) => count > 0)
    .map(({ name, count, way: leads }) => ({
      title: t(`operations.${name}`, { count }),
      detail: t(`operations.${name}_text`, { count }),
      ...(leads && {
        action: (
          <LinkButton href={leads.href} quiet small>
            {t(leads.press)}
          </LinkButton>
        ),
      }),
    }));
}
