import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import { fileChosen, rowsChosen, wrongRowsFile } from "#platform/csv/sent-table.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { importApplications, mapColumns, sendApplications } from "#features/circles/registration/imports/commands.ts";
import { ImportFileId, ImportMapping } from "#features/circles/registration/imports/import-mapping.ts";
import { rowDeeds } from "#features/circles/registration/imports/import-plan.ts";
import { importPlan, importsOf, roundToImportTo } from "#features/circles/registration/imports/queries.ts";
import { ChooseApplications } from "#features/circles/registration/parts/choose-applications.tsx";
import { ImportPreview, rowProblem } from "#features/circles/registration/parts/import-preview.tsx";

type Page = Context<Environment>;

const at = "/planera/:slug/anmalningar/import";

/** Applications from another service's form: a file is chosen, looked through row by row, and taken in. */
export const applicationImportPages = pages("signedIn")
  .form(at, {
    draw: async (c, filled) => {
      const { t, db } = c.var;
      const { round } = await roundAsked(c);
      const earlier = await importsOf(db, round.id);
      return c.render(<ChooseApplications t={t} round={round} earlier={earlier} filled={filled} now={c.var.now()} />, {
        title: `${t("registration.import.heading")} – ${round.title}`,
        current: "/planera",
      });
    },
    send: async (c, filled) => {
      const { round } = await roundAsked(c);
      const wish = { roundId: round.id, file: await fileChosen(filled) };
      const { id } = await sendApplications(c.var.db, c.var.actor, wish, c.var.now);
      return c.redirect(`/planera/${round.slug}/anmalningar/import/${id}`, 303);
    },
  })
  .form(`${at}/:id`, {
    draw: drawPreview,
    send: async (c, filled) => {
      const { round, id } = await fileAsked(c);
      const wish = { roundId: round.id, id, choice: rowsChosen(filled) };
      const { added, merged } = await importApplications(c.var.db, c.var.actor, wish, c.var.now);
      return c.redirect(`${c.req.path}?nya=${added}&hopslagna=${merged}`, 303);
    },
  })
  .form(`${at}/:id/kolumner`, {
    draw: drawPreview,
    send: async (c, filled) => {
      const { round, id } = await fileAsked(c);
      const mapping = checkedForm(ImportMapping, filled);
      await mapColumns(c.var.db, c.var.actor, { roundId: round.id, id, mapping });
      return c.redirect(`/planera/${round.slug}/anmalningar/import/${id}?last=1`, 303);
    },
  })
  .get(`${at}/:id/fel.csv`, async (c) => {
    const { t } = c.var;
    const { plan } = await planAsked(c);
    if (!plan.file.content) throw new Refusal("not_found", "registration.import.gone");
    const wrong = plan.rows
      .filter(({ deed }) => deed === "error")
      .map(({ line, problems }) => ({ line, said: problems.map((problem) => rowProblem(t, problem)).join(". ") }));
    return wrongRowsFile(c, plan.file.content, t("registration.import.deed.error"), wrong);
  });

/** The round as somebody who may take applications in sees it; to anybody else it is not there. */
async function roundAsked(c: Page) {
  const found = await roundToImportTo(c.var.db, c.var.actor, c.req.param("slug") ?? "");
  if (!found) throw new Refusal("not_found", "registration.no_such_round");
  if (!found.can.decide) throw new Refusal("forbidden", "registration.not_yours");
  return found;
}

async function fileAsked(c: Page) {
  const { round } = await roundAsked(c);
  const id = ImportFileId.safeParse(c.req.param("id")).data;
  if (!id) throw new Refusal("not_found", "registration.import.gone");
  return { round, id };
}

async function planAsked(c: Page) {
  const { round, id } = await fileAsked(c);
  const plan = await importPlan(c.var.db, round, id, c.var.now());
  if (!plan) throw new Refusal("not_found", "registration.import.gone");
  return { round, plan };
}

async function drawPreview(c: Page, filled: Filled) {
  const { t } = c.var;
  const { round, plan } = await planAsked(c);
  const { visa, sida, nya, hopslagna, last } = c.req.query();
  const done = nya === undefined ? undefined : { added: Number(nya) || 0, merged: Number(hopslagna) || 0 };
  return c.render(
    <ImportPreview
      t={t}
      round={round}
      plan={plan}
      deed={rowDeeds.find((each) => each === visa)}
      page={Math.max(1, Number.parseInt(sida ?? "1", 10) || 1)}
      done={done}
      isMapped={last !== undefined}
      filled={filled}
      now={c.var.now()}
    />,
    { title: `${t("registration.import.heading")} – ${round.title}`, current: "/planera" },
  );
}
