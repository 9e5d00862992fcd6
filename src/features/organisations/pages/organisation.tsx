import { Day } from "#kernel/answers.ts";
import { dateIn } from "#kernel/clock.ts";
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
import { back, managedIn, organisationIn, type Page } from "#features/organisations/pages/managed-organisation.ts";
import { postsAt } from "#features/organisations/posts/queries.ts";
import { AsOfDay, HasEnded, LedOn } from "#features/organisations/succession/parts/history.tsx";
import { leadsOnTo } from "#features/organisations/succession/queries.ts";
import { checkedForm, emptyForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";

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
  .get("/organisationer/:slug", async (c) => {
    // One that was merged leads on to what it became, unless it is asked how it was.
    const slug = c.req.param("slug") ?? "";
    const heir = c.req.query("den") === undefined ? await leadsOnTo(c.var.db, slug) : undefined;
    return heir ? c.redirect(`/organisationer/${heir.slug}?fran=${slug}`, 303) : drawOrganisation(c, {});
  })
  .form("/organisationer/:slug/skrivs", {
    draw: (c, filled) => drawOrganisation(c, { writing: filled }),
    send: async (c, filled) => {
      const organisation = await organisationIn(c);
      await addAlias(c.var.db, c.var.actor, organisation.id, checkedForm(Writing, filled));
      return back(c, organisation);
    },
  })
  .form("/organisationer/:slug/domaner", {
    draw: (c, filled) => drawOrganisation(c, { domain: filled }),
    send: async (c, filled) => {
      const organisation = await organisationIn(c);
      await registerDomain(c.var.db, c.var.actor, organisation.id, checkedForm(MailDomain, filled));
      return back(c, organisation);
    },
  })
  .form("/organisationer/:slug/domaner/bort", {
    draw: (c, filled) => drawOrganisation(c, { domain: { ...emptyForm, problems: filled.problems } }),
    send: async (c, filled) => {
      const organisation = await organisationIn(c);
      await removeDomain(c.var.db, c.var.actor, organisation.id, checkedForm(MailDomain, filled));
      return back(c, organisation);
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
      const organisation = await organisationIn(c);
      await renameOrganisation(c.var.db, c.var.actor, c.var.now, organisation.id, checkedForm(NewName, filled));
      return back(c, organisation);
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
      const organisation = await organisationIn(c);
      const { id } = organisation;
      const { relation = "", other = "", ...values } = filled.values;
      const [kind = "", way] = String(relation).split(".");
      const otherId = await meantOrganisation(db, String(other), "other", now, { endedToo: true });
      if (otherId === id)
        throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
          { path: "other", code: "organisations.related_to_itself" },
        ]);
      const [fromId, toId] = way === "in" ? [otherId, id] : [id, otherId];
      await addRelation(db, actor, checkedForm(NewRelation, { ...filled, values: { ...values, kind, fromId, toId } }));
      return back(c, organisation);
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
      const organisation = await organisationIn(c);
      await endRelation(c.var.db, c.var.actor, relationId, checkedForm(z.strictObject({ lastDay: Day }), filled));
      return back(c, organisation);
    },
  });

async function drawOrganisation(c: Page, forms: { writing?: Filled; domain?: Filled }) {
  const { t, db, actor, now } = c.var;
  const organisation = await organisationIn(c);
  const day = Day.safeParse(c.req.query("den")).data;
  const from = c.req.query("fran");
  const led = from === undefined ? undefined : await leadsOnTo(db, from);
  const posts = await postsAt(db, actor, organisation.id, dateIn(now()));
  const notice = day ? (
    <AsOfDay t={t} organisation={organisation} day={day} />
  ) : led?.slug === organisation.slug ? (
    <LedOn t={t} heir={led} />
  ) : organisation.validTo ? (
    <HasEnded t={t} lastDay={organisation.validTo} />
  ) : null;
  return c.render(
    <OrganisationView t={t} organisation={organisation} posts={posts} day={day} notice={notice} {...forms} />,
    { title: organisation.name },
  );
}
