import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import { csvText } from "#platform/csv/csv-text.ts";
import { readTable } from "#platform/csv/table.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checked, checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { importApplications, mapColumns, sendApplications } from "#features/circles/registration/imports/commands.ts";
import { ImportChoice, ImportFileId, ImportMapping } from "#features/circles/registration/imports/import-mapping.ts";
import { rowDeeds } from "#features/circles/registration/imports/import-plan.ts";
import { importPlan, importsOf, roundToImportTo } from "#features/circles/registration/imports/queries.ts";
import { ChooseApplications } from "#features/circles/registration/parts/choose-applications.tsx";
import { ImportPreview, rowProblem } from "#features/circles/registration/parts/import-preview.tsx";
import { ChoiceForm } from "#features/organisations/imports/organisation-import.ts";

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
    send: async (c, { files }) => {
      const { round } = await roundAsked(c);
      const file = files["file"];
      if (!file) throw atFile(new Refusal("invalid", "registration.import.no_file"));
      const bytes = new Uint8Array(await file.arrayBuffer());
      const wish = { roundId: round.id, file: { name: file.name, bytes } };
      const { id } = await sendApplications(c.var.db, c.var.actor, wish, c.var.now);
      return c.redirect(`/planera/${round.slug}/anmalningar/import/${id}`, 303);
    },
  })
  .form(`${at}/:id`, {
    draw: drawPreview,
    send: async (c, filled) => {
      const { round, id } = await fileAsked(c);
      const wish = { roundId: round.id, id, choice: choiceIn(filled) };
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
    const cells = new Map(readTable(plan.file.content ?? new Uint8Array()).rows.map((row) => [row.line, row.cells]));
    const wrong = plan.rows
      .filter(({ deed }) => deed === "error")
      .map(({ line, problems }) => [
        ...plan.header.map((_, place) => cells.get(line)?.[place] ?? ""),
        problems.map((problem) => rowProblem(t, problem)).join(". "),
      ]);
    return c.body(csvText([[...plan.header, t("registration.import.deed.error")], ...wrong]), 200, {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="fel.csv"',
    });
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

/** All that are right, or those that were ticked. */
function choiceIn(filled: Filled): ImportChoice {
  const { which, lines } = checkedForm(ChoiceForm, filled);
  if (which === "all") return {};
  if (lines === undefined) throw new Refusal("invalid", "registration.import.nothing_right");
  return checked(ImportChoice, { lines });
}

function atFile(refusal: Refusal): Refusal {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [
    { path: "file", code: refusal.code, values: refusal.details },
  ]);
}
