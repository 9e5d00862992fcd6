import type { OrganisationId } from "#kernel/ids.ts";
import { type Problem, Refusal } from "#kernel/refusal.ts";
import { foldName } from "#features/organisations/organisation-name.ts";
import { Name } from "#features/organisations/organisation.ts";
import { managedIn, organisationIn, type Page } from "#features/organisations/pages/managed-organisation.ts";
import { meantOrganisation, organisationWritten } from "#features/organisations/queries.ts";
import { mergeOrganisations, splitOrganisation } from "#features/organisations/succession/commands.ts";
import { MergeForm, SplitForm } from "#features/organisations/succession/parts/succession-forms.tsx";
import { Merger, Split } from "#features/organisations/succession/succession.ts";
import { problemsOf } from "#platform/web/field-problems.ts";
import { checked, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";

/** What became of an organisation: it goes into another, or is divided. */
export const successionPages = pages("signedIn")
  .form("/organisationer/:slug/ga-upp", {
    draw: async (c, filled) => {
      const { t } = c.var;
      const organisation = await managedIn(c);
      return c.render(<MergeForm t={t} filled={filled} organisation={organisation} />, {
        title: t("organisations.merge.title", { name: organisation.name }),
      });
    },
    send: async (c, filled) => {
      const { db, actor, now } = c.var;
      const { id } = await organisationIn(c);
      const fromIds = [id];
      for (const line of linesIn(filled, "others")) fromIds.push(await meantOrganisation(db, line, "others", now));
      const [into] = await successorsIn(c, filled, "into", [textIn(filled, "into")]);
      const { slug } = await mergeOrganisations(db, actor, now, checked(Merger, { fromIds, into, ...whenIn(filled) }));
      return c.redirect(`/organisationer/${slug}`, 303);
    },
  })
  .form("/organisationer/:slug/dela", {
    draw: async (c, filled) => {
      const { t } = c.var;
      const organisation = await managedIn(c);
      return c.render(<SplitForm t={t} filled={filled} organisation={organisation} />, {
        title: t("organisations.split.title", { name: organisation.name }),
      });
    },
    send: async (c, filled) => {
      const { db, actor, now } = c.var;
      const { id, slug } = await organisationIn(c);
      const names = linesIn(filled, "parts");
      const after = textIn(filled, "after");
      const heir = foldName(textIn(filled, "heir"));
      if (after !== "ends" && after !== "goesOn") throw atField({ path: "after", code: "web.field_choose" });
      if (heir !== "" && !names.some((name) => foldName(name) === heir))
        throw atField({ path: "heir", code: "organisations.split.heir_unknown" });
      const successors = await successorsIn(c, filled, "parts", names);
      const parts = successors.map((successor, at) => ({
        successor,
        inherits: heir !== "" && foldName(names[at] ?? "") === heir,
      }));
      const ends = after === "ends";
      await splitOrganisation(db, actor, now, id, checked(Split, { parts, ends, ...whenIn(filled) }));
      return c.redirect(`/organisationer/${slug}`, 303);
    },
  });

type Written = { organisationId: OrganisationId } | { name: string; municipalityCode?: string };

/** Those who take over, as they were written: there already, or new ones if somebody has said that they may be. */
async function successorsIn(c: Page, filled: Filled, path: string, names: readonly string[]): Promise<Written[]> {
  const { db, now } = c.var;
  if (names.every((name) => name === "")) throw atField({ path, code: "web.field_missing" });
  const code = textIn(filled, "municipalityCode");
  const written: Written[] = [];
  const missing: string[] = [];
  for (const name of names) {
    if (await organisationWritten(db, name)) {
      written.push({ organisationId: await meantOrganisation(db, name, path, now) });
      continue;
    }
    const read = Name.safeParse(name);
    if (!read.success) throw atField({ code: "web.field_wrong", ...problemsOf(read.error, name)[0], path });
    missing.push(name);
    written.push({ name, ...(code === "" ? {} : { municipalityCode: code }) });
  }
  if (missing.length > 0 && textIn(filled, "fresh") === "") {
    const values = { names: missing.join(", "), count: missing.length };
    throw atField({ path, code: "organisations.successors_unknown", values });
  }
  return written;
}

function whenIn(filled: Filled) {
  return { day: textIn(filled, "day") || undefined, source: textIn(filled, "source") || undefined };
}

function textIn({ values }: Filled, name: string): string {
  const value = values[name];
  return typeof value === "string" ? value.trim() : "";
}

function linesIn(filled: Filled, name: string): string[] {
  return textIn(filled, name)
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

function atField(problem: Problem): Refusal {
  return new Refusal("invalid", "web.form_invalid", { count: 1 }, [problem]);
}
