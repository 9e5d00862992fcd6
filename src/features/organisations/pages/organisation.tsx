import type { Context } from "hono";
import { idOf } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { z } from "zod";
import {
  addRelation,
  createOrganisation,
  endRelation,
  registerDomain,
  removeDomain,
} from "#features/organisations/commands.ts";
import { addAlias, renameOrganisation } from "#features/organisations/naming/commands.ts";
import { mayAddOrganisation } from "#features/organisations/organisation-policy.ts";
import { MailDomain, NewName, NewOrganisation, NewRelation, Writing } from "#features/organisations/organisation.ts";
import { AddForm, EndRelationForm, RelateForm, RenameForm } from "#features/organisations/parts/organisation-forms.tsx";
import { OrganisationView } from "#features/organisations/parts/organisation-view.tsx";
import { meantOrganisation, organisationCalled } from "#features/organisations/queries.ts";
import { organisationPage } from "#features/organisations/register/queries.ts";
import { PlainDate } from "#features/organisations/validity.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, emptyForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";

type Page = Context<Environment>;

/** One organisation, and the forms of those who look after it. */
export const organisationPages = pages("signedIn")
  .form("/organisationer/ny", {
    draw: async (c, filled) => {
      const { t, db, actor } = c.var;
      const called = c.req.query("under") ?? filled.values["under"];
      const parent = typeof called === "string" ? await organisationCalled(db, called) : undefined;
      if (!mayAddOrganisation(actor, parent?.id)) throw new Refusal("forbidden", "organisations.not_yours");
      return c.render(<AddForm t={t} filled={filled} parent={parent && { ...parent, slug: String(called) }} />, {
        title: t("organisations.form.add"),
      });
    },
    send: async (c, filled) => {
      const { db, actor } = c.var;
      const { under, ...values } = filled.values;
      const parent = typeof under === "string" && under !== "" ? await organisationCalled(db, under) : undefined;
      const wish = checkedForm(NewOrganisation, {
        ...filled,
        values: parent ? { ...values, parentId: parent.id } : values,
      });
      const { slug } = await createOrganisation(db, actor, wish);
      return c.redirect(`/organisationer/${slug}`, 303);
    },
  })
  .get("/organisationer/:slug", (c) => drawOrganisation(c, {}))
  .form("/organisationer/:slug/skrivs", {
    draw: (c, filled) => drawOrganisation(c, { writing: filled }),
    send: async (c, filled) => {
      const { id } = await organisationIn(c);
      await addAlias(c.var.db, c.var.actor, id, checkedForm(Writing, filled));
      return back(c);
    },
  })
  .form("/organisationer/:slug/domaner", {
    draw: (c, filled) => drawOrganisation(c, { domain: filled }),
    send: async (c, filled) => {
      const { id } = await organisationIn(c);
      await registerDomain(c.var.db, c.var.actor, id, checkedForm(MailDomain, filled));
      return back(c);
    },
  })
  .form("/organisationer/:slug/domaner/bort", {
    draw: (c, filled) => drawOrganisation(c, { domain: { ...emptyForm, problems: filled.problems } }),
    send: async (c, filled) => {
      const { id } = await organisationIn(c);
      await removeDomain(c.var.db, c.var.actor, id, checkedForm(MailDomain, filled));
      return back(c);
    },
  })
  .form("/organisationer/:slug/namn", {
    draw: async (c, filled) => {
      const { t } = c.var;
      const organisation = await managedIn(c);
      return c.render(<RenameForm t={t} filled={filled} organisation={organisation} />, {
        title: t("organisations.form.rename", { name: organisation.name }),
      });
    },
    send: async (c, filled) => {
      const { id } = await organisationIn(c);
      await renameOrganisation(c.var.db, c.var.actor, c.var.now, id, checkedForm(NewName, filled));
      return back(c);
    },
  })
  .form("/organisationer/:slug/samband", {
    draw: async (c, filled) => {
      const { t } = c.var;
      const organisation = await managedIn(c);
      return c.render(<RelateForm t={t} filled={filled} organisation={organisation} />, {
        title: t("organisations.form.relate", { name: organisation.name }),
      });
    },
    send: async (c, filled) => {
      const { db, actor, now } = c.var;
      const { id } = await organisationIn(c);
      const { relation = "", other = "", ...values } = filled.values;
      const [kind = "", way] = String(relation).split(".");
      const otherId = await meantOrganisation(db, String(other), "other", now);
      if (otherId === id)
        throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
          { path: "other", code: "organisations.related_to_itself" },
        ]);
      const [fromId, toId] = way === "in" ? [otherId, id] : [id, otherId];
      await addRelation(db, actor, checkedForm(NewRelation, { ...filled, values: { ...values, kind, fromId, toId } }));
      return back(c);
    },
  })
  .form("/organisationer/:slug/samband/:relationId", {
    draw: async (c, filled) => {
      const { t } = c.var;
      const organisation = await managedIn(c);
      const relation = organisation.relations.find(({ id }) => id === c.req.param("relationId"));
      if (!relation) throw new Refusal("not_found", "organisations.no_such_relation");
      return c.render(<EndRelationForm t={t} filled={filled} organisation={organisation} relation={relation} />, {
        title: t("organisations.form.end_relation"),
      });
    },
    send: async (c, filled) => {
      const relationId = idOf("organisation_relation").safeParse(c.req.param("relationId")).data;
      if (!relationId) throw new Refusal("not_found", "organisations.no_such_relation");
      await endRelation(c.var.db, c.var.actor, relationId, checkedForm(z.strictObject({ lastDay: PlainDate }), filled));
      return back(c);
    },
  });

async function organisationIn(c: Page) {
  const organisation = await organisationPage(c.var.db, c.var.actor, c.req.param("slug") ?? "");
  if (!organisation) throw new Refusal("not_found", "organisations.no_such_organisation");
  return organisation;
}

/** For forms that only those who look after the organisation have any use of. */
async function managedIn(c: Page) {
  const organisation = await organisationIn(c);
  if (!organisation.can.manage) throw new Refusal("forbidden", "organisations.not_yours");
  return organisation;
}

function back(c: Page) {
  return c.redirect(`/organisationer/${c.req.param("slug")}`, 303);
}

async function drawOrganisation(c: Page, forms: { writing?: Filled; domain?: Filled }) {
  const organisation = await organisationIn(c);
  const day = PlainDate.safeParse(c.req.query("den")).data;
  return c.render(<OrganisationView t={c.var.t} organisation={organisation} day={day} {...forms} />, {
    title: organisation.name,
  });
}
