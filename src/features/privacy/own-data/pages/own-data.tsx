import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import { ownDataFile, ownDataFileName } from "#features/privacy/own-data/own-data-file.ts";
import type { OwnSection } from "#features/privacy/own-data/own-data.ts";
import { OwnDataView } from "#features/privacy/own-data/parts/own-data-view.tsx";
import { ownDataOf, ownIdentity } from "#features/privacy/own-data/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import { pages } from "#platform/web/pages.ts";
import { LinkButton } from "#ui/button.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** Everything held about whoever is signed in, to read and as a file. */
export const ownDataPages = pages("signedIn")
  .get("/mina-uppgifter/allt", async (c) => {
    const { t } = c.var;
    return c.render(
      <>
        <PageHeading
          kicker={<a href="/mina-uppgifter">{t("organisations.own.title")}</a>}
          heading={t("own_data.title")}
          lead={t("own_data.lead")}
        />
        <p>
          <LinkButton href="/mina-uppgifter/allt.json">{t("own_data.as_file")}</LinkButton>
        </p>
        <OwnDataView t={t} sections={await ownOf(c)} />
      </>,
      { title: t("own_data.title") },
    );
  })
  .get("/mina-uppgifter/allt.json", async (c) => asFile(c, await ownOf(c)));

async function ownOf(c: Page): Promise<readonly OwnSection[]> {
  const whose = await ownIdentity(c.var.db, c.var.actor.personId);
  if (!whose) throw new Refusal("not_found", "web.not_found");
  return ownDataOf(c.var.db, whose);
}

/** What is held, as a file to keep or to take somewhere else. */
export function asFile(c: Page, sections: readonly OwnSection[]): Response {
  const text = JSON.stringify(ownDataFile(sections, c.var.now()), null, 2);
  c.header("Content-Disposition", `attachment; filename="${ownDataFileName}"`);
  c.header("Cache-Control", "no-store");
  return c.body(text, 200, { "content-type": "application/json; charset=UTF-8" });
}
