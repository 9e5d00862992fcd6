import { type Problem, Refusal } from "#kernel/refusal.ts";
import { foldName } from "#features/organisations/organisation-name.ts";
import { Name } from "#features/organisations/organisation.ts";
import { managedIn, organisationIn, type Page } from "#features/organisations/pages/managed-organisation.ts";
import { meantOrganisation, organisationWritten } from "#features/organisations/queries.ts";
import { mergeOrganisations, splitOrganisation } from "#features/organisations/succession/commands.ts";
import { MergeFields, SplitFields } from "#features/organisations/succession/parts/succession-forms.tsx";
import { MergerForm, Split, SplitForm, type Successor } from "#features/organisations/succession/succession.ts";
import { problemsOf } from "#platform/web/field-problems.ts";
import { checked, checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";

/** What became of an organisation: it goes into another, or is divided. */
export const successionPages = pages("signedIn")
  .form("/organisationer/:slug/ga-upp", {
    draw: async (c, filled) => {
      const { t } = c.var;
      const organisation = await managedIn(c);
      return c.render(<MergeFields t={t} filled={filled} organisation={organisation} />, {
        title: t("organisations.merge.title", { name: organisation.name }),
      });
    },
    send: async (c, filled) => {
      const { db, actor, now } = c.var;
      const { id } = await organisationIn(c);
      const { into: written, others = [], ...rest } = checkedForm(MergerForm, filled);
      const fromIds = [id];
      for (const line of others) fromIds.push(await meantOrganisation(db, line, "others", now));
      const [into] = await successorsIn(c, [written], "into", rest);
      if (!into) throw atField({ path: "into", code: "web.field_missing" });
      const { day, source } = rest;
      const { slug } = await mergeOrganisations(db, actor, now, { fromIds: [...new Set(fromIds)], into, day, source });
      return c.redirect(`/organisationer/${slug}`, 303);
    },
  })
  .form("/organisationer/:slug/dela", {
    draw: async (c, filled) => {
      const { t } = c.var;
      const organisation = await managedIn(c);
      return c.render(<SplitFields t={t} filled={filled} organisation={organisation} />, {
        title: t("organisations.split.title", { name: organisation.name }),
      });
    },
    send: async (c, filled) => {
      const { db, actor, now } = c.var;
      const { id, slug } = await organisationIn(c);
      const { parts: names, after, heir, ...rest } = checkedForm(SplitForm, filled);
      const isHeir = (name: string) => heir !== undefined && foldName(name) === foldName(heir);
      if (heir !== undefined && !names.some(isHeir))
        throw atField({ path: "heir", code: "organisations.split.heir_unknown" });
      const successors = await successorsIn(c, names, "parts", rest);
      const parts = successors.map((successor, at) => ({ successor, inherits: isHeir(names[at] ?? "") }));
      const { day, source } = rest;
      await splitOrganisation(
        db,
        actor,
        now,
        id,
        checked(Split, { parts, ends: after === "ends", day: day.toString(), source }),
      );
      return c.redirect(`/organisationer/${slug}`, 303);
    },
  });

type Around = { readonly fresh?: "on" | undefined; readonly municipalityCode?: string | undefined };

/** Those who take over, as they were written: there already, or new ones if somebody has said that they may be. */
async function successorsIn(c: Page, names: readonly string[], path: string, around: Around): Promise<Successor[]> {
  const { db, now } = c.var;
  if (names.length === 0) throw atField({ path, code: "web.field_missing" });
  const { fresh, municipalityCode } = around;
  const successors: Successor[] = [];
  const missing: string[] = [];
  for (const name of names) {
    if (await organisationWritten(db, name)) {
      successors.push({ organisationId: await meantOrganisation(db, name, path, now) });
      continue;
    }
    const read = Name.safeParse(name);
    if (!read.success) throw atField({ code: "web.field_wrong", ...problemsOf(read.error, name)[0], path });
    missing.push(name);
    successors.push({ name: read.data, ...(municipalityCode === undefined ? {} : { municipalityCode }) });
  }
  if (missing.length > 0 && fresh === undefined) {
    const values = { names: missing.join(", "), count: missing.length };
    throw atField({ path, code: "organisations.successors_unknown", values });
  }
  return successors;
}

function atField(problem: Problem): Refusal {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [problem]);
}
