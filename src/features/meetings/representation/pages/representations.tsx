import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { OrganisationId } from "#kernel/ids.ts";
import type { MessageKey } from "#kernel/messages.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { RepresentationPage } from "#features/meetings/representation/parts/representation-page.tsx";
import { representationFile } from "#features/meetings/representation/parts/representation-file.ts";
import { RepresentationTable } from "#features/meetings/representation/parts/representation-table.tsx";
import {
  representationCalled,
  representationsListed,
  representedOrganisations,
} from "#features/meetings/representation/queries.ts";
import {
  RepresentationId,
  RepresentationLevel,
  representationLevels,
} from "#features/meetings/representation/representation.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Stack } from "#ui/columns.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";

type Page = Context<Environment>;

/** What is chosen among in the register. */
const whiches = ["now", "unreported", "past"] as const;

const doneWords: Readonly<Record<string, MessageKey>> = {
  upplagd: "representation.done.added",
  avslutad: "representation.done.ended",
  berattat: "representation.done.reported",
};

/** The register of who sits where for whom, as a list and as files, and what each has told at home. (R156) */
export const representationPages = pages("signedIn")
  .get("/foretradare", async (c) => {
    const { t, db, actor, now } = c.var;
    const today = dateIn(now());
    const wished = wishOf(c);
    const after = RepresentationId.safeParse(c.req.query("efter")).data;
    const [list, organisations] = await Promise.all([
      representationsListed(db, today, { ...wished.wish, after, limit: 200 }),
      representedOrganisations(db),
    ]);
    const query = (more: Record<string, string>) => new URLSearchParams({ ...wished.asked, ...more }).toString();
    return c.render(
      <>
        <PageHeading
          kicker={<a href="/grupper">{t("body.all")}</a>}
          heading={t("representation.all")}
          lead={t("representation.all_lead")}
        />
        {actor.reach.has("bodies:manage") ? (
          <Buttons>
            <LinkButton quiet href="/foretradare/ny">
              {t("representation.add")}
            </LinkButton>
          </Buttons>
        ) : null}
        <Filters t={t} action="/foretradare" label={t("representation.filter")} results="register">
          <Select
            t={t}
            name="for"
            required
            label={t("representation.organisation")}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
            value={wished.asked["for"]}
            empty={t("representation.every")}
            width="medium"
          />
          <Select
            t={t}
            name="niva"
            required
            label={t("representation.level")}
            options={representationLevels.map((each) => ({ value: each, label: t(`representation.level.${each}`) }))}
            value={wished.asked["niva"]}
            empty={t("representation.every")}
            width="medium"
          />
          <Select
            t={t}
            name="visa"
            required
            label={t("representation.which")}
            options={whiches.map((each) => ({ value: each, label: t(`representation.which.${each}`) }))}
            value={wished.asked["visa"] ?? "now"}
            empty={false}
            width="medium"
          />
        </Filters>
        <Stack id="register">
          {list.representations.length > 0 ? (
            <>
              <RepresentationTable
                t={t}
                caption={t("representation.counted", { count: list.count })}
                representations={list.representations}
                today={today}
              />
              <Buttons>
                <LinkButton href={`/foretradare.csv?${query({})}`} quiet small download>
                  {t("representation.csv")}
                </LinkButton>
                <LinkButton href={`/foretradare.xlsx?${query({})}`} quiet small download>
                  {t("representation.xlsx")}
                </LinkButton>
              </Buttons>
            </>
          ) : (
            <EmptyState
              heading={t("representation.none")}
              action={<a href="/foretradare">{t("representation.show_all")}</a>}
            >
              {t("representation.none_text")}
            </EmptyState>
          )}
          {after || list.after ? (
            <Pager
              t={t}
              previous={after ? `/foretradare?${query({})}` : undefined}
              next={list.after ? `/foretradare?${query({ efter: list.after })}` : undefined}
            />
          ) : null}
        </Stack>
      </>,
      { title: t("representation.all") },
    );
  })
  .get("/foretradare.csv", (c) => fileAnswer(c, "csv"))
  .get("/foretradare.xlsx", (c) => fileAnswer(c, "xlsx"))
  .get("/foretradare/:representation", async (c) => {
    const { t, db, actor, now } = c.var;
    const today = dateIn(now());
    const found = await representationCalled(db, actor, c.req.param("representation") ?? "", today);
    const done = doneWords[c.req.query("klart") ?? ""];
    const { name, place } = found.representation;
    return c.render(<RepresentationPage t={t} found={found} today={today} done={done ? t(done) : undefined} />, {
      title: t("representation.heading", { who: name ?? t("representation.nameless"), place }),
    });
  });

const mostInFile = 10_000;

/** The register as a file, narrowed as the list is. */
async function fileAnswer(c: Page, kind: "csv" | "xlsx") {
  const { t, db, now } = c.var;
  const list = await representationsListed(db, dateIn(now()), { ...wishOf(c).wish, limit: mostInFile });
  const { type, bytes } = await representationFile(t, kind, list.representations);
  return c.body(bytes, 200, {
    "Content-Type": type,
    "Content-Disposition": `attachment; filename="${t("representation.file")}.${kind}"`,
    "Cache-Control": "no-store",
  });
}

/** What is asked for in the address, as far as it can be understood. */
function wishOf(c: Page) {
  const { for: organisation, niva, visa } = c.req.query();
  const organisationId = OrganisationId.safeParse(organisation).data;
  const level = RepresentationLevel.safeParse(niva).data;
  const which = whiches.find((each) => each === visa);
  const asked = Object.fromEntries(
    Object.entries({ for: organisationId, niva: level, visa: which }).filter(
      (entry): entry is [string, NonNullable<(typeof entry)[1]>] => entry[1] !== undefined,
    ),
  ) as Record<string, string>;
  return {
    asked,
    wish: { organisationId, level, unreported: which === "unreported", past: which === "past" },
  };
}
