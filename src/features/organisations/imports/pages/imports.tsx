import { carryOutImport, sendImport, throwAwayImport } from "#features/organisations/imports/commands.ts";
import { countsOf, rowOutcomes } from "#features/organisations/imports/import-plan.ts";
import { ImportId } from "#features/organisations/imports/organisation-import.ts";
import { ChooseFile } from "#features/organisations/imports/parts/choose-file.tsx";
import { ImportPreview, sayProblem } from "#features/organisations/imports/parts/import-preview.tsx";
import { importPlan, importSent } from "#features/organisations/imports/queries.ts";
import { mayImport } from "#features/organisations/organisation-policy.ts";
import type { Page } from "#features/organisations/pages/managed-organisation.ts";
import { Refusal } from "#kernel/refusal.ts";
import { fileChosen, rowsChosen, wrongRowsFile } from "#platform/csv/sent-table.ts";
import { pages } from "#platform/web/pages.ts";

/** A file of organisations or memberships: chosen, looked through row by row, and taken in. */
export const importPages = pages("signedIn")
  .form("/organisationer/importera", {
    draw: (c, filled) => {
      const { t, actor } = c.var;
      if (!mayImport(actor)) throw new Refusal("forbidden", "organisations.not_yours");
      return c.render(<ChooseFile t={t} filled={filled} />, { title: t("organisations.import.title") });
    },
    send: async (c, filled) => {
      const { db, actor, now } = c.var;
      if (!mayImport(actor)) throw new Refusal("forbidden", "organisations.not_yours");
      const { id } = await sendImport(db, actor, now, await fileChosen(filled));
      return c.redirect(`/organisationer/importera/${id}`, 303);
    },
  })
  .form("/organisationer/importera/:id", {
    draw: async (c, filled) => {
      const { t, db, actor } = c.var;
      const sent = await sentIn(c);
      const plan = await importPlan(db, actor, sent.content);
      const outcome = rowOutcomes.find((each) => each === c.req.query("visa"));
      const page = Math.max(1, Number.parseInt(c.req.query("sida") ?? "1", 10) || 1);
      const done = { added: numberIn(c, "nya"), changed: numberIn(c, "andrade") };
      const counts = countsOf(plan.rows);
      return c.render(
        <ImportPreview
          t={t}
          filled={filled}
          sent={sent}
          plan={plan}
          counts={counts}
          outcome={outcome}
          page={page}
          done={c.req.query("nya") === undefined ? undefined : done}
        />,
        { title: t("organisations.import.preview") },
      );
    },
    send: async (c, filled) => {
      const { db, actor } = c.var;
      const { id } = await sentIn(c);
      const { added, changed } = await carryOutImport(db, actor, id, rowsChosen(filled));
      return c.redirect(`/organisationer/importera/${id}?nya=${added}&andrade=${changed}`, 303);
    },
  })
  .post("/organisationer/importera/:id/slang", async (c) => {
    const { id } = await sentIn(c);
    await throwAwayImport(c.var.db, c.var.actor, id);
    return c.redirect("/organisationer/importera", 303);
  })
  .get("/organisationer/importera/:id/fel.csv", async (c) => {
    const { t, db, actor } = c.var;
    const sent = await sentIn(c);
    const plan = await importPlan(db, actor, sent.content);
    const wrong = plan.rows
      .filter(({ outcome }) => outcome === "wrong")
      .map(({ line, problems }) => ({ line, said: problems.map((problem) => sayProblem(t, problem)).join(" ") }));
    return wrongRowsFile(c, sent.content, t("organisations.import.wrong_column"), wrong);
  });

async function sentIn(c: Page) {
  const id = ImportId.safeParse(c.req.param("id")).data;
  const sent = id && (await importSent(c.var.db, c.var.actor, id));
  if (!sent) throw new Refusal("not_found", "organisations.import.gone");
  return sent;
}

function numberIn(c: Page, name: string): number {
  return Number.parseInt(c.req.query(name) ?? "0", 10) || 0;
}
