import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { idOf, OrganisationId, PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { grantRole, invitePerson } from "#features/organisations/people/commands.ts";
import { endRole } from "#features/organisations/people/role-end/commands.ts";
import { placeName } from "#features/organisations/people/parts/place-name.ts";
import { type RoleChoices, RoleFields } from "#features/organisations/people/parts/role-fields.tsx";
import { managesPeopleIn, rolesToGive } from "#features/organisations/people/person-policy.ts";
import { Invitation, NewRole, RoleAssignmentId, RoleEnd } from "#features/organisations/people/person.ts";
import { personPage, roundOf } from "#features/organisations/people/queries.ts";
import { everywhere, type Scope } from "#features/organisations/people/scope.ts";
import { meantOrganisation, organisationCalled, organisationsReached } from "#features/organisations/queries.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { Checkbox, Choice, DateField, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;

/** More organisations than this are not chosen from a list: one is written. */
const longestList = 40;

/** Inviting somebody, giving somebody another role, and ending a role. */
export const roleFormPages = pages("signedIn")
  .form("/personer/bjud-in", {
    draw: drawInvitation,
    send: async (c, filled) => {
      const { db, actor, now } = c.var;
      const invitation = checkedForm(Invitation, await placed(c, filled));
      const { personId } = await invitePerson(db, actor, now, invitation);
      return c.redirect(`/personer/${personId}?klart=inbjuden`, 303);
    },
  })
  .form("/personer/:personId/roller/ny", {
    draw: drawGrant,
    send: async (c, filled) => {
      const { db, actor, now } = c.var;
      const { id } = await personIn(c);
      await grantRole(db, actor, now, id, checkedForm(NewRole, await placed(c, filled)));
      return c.redirect(`/personer/${id}?klart=given`, 303);
    },
  })
  .form("/personer/:personId/roller/:assignmentId/avsluta", {
    draw: drawEnd,
    send: async (c, filled) => {
      const { db, actor, now } = c.var;
      const assignmentId = RoleAssignmentId.safeParse(c.req.param("assignmentId")).data;
      if (!assignmentId) throw new Refusal("not_found", "organisations.no_such_role");
      const { when, ...values } = filled.values;
      const { lastDay: _, ...without } = values;
      if (when === "later" && !values["lastDay"])
        throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
          { path: "lastDay", code: "web.field_missing" },
        ]);
      const end = checkedForm(RoleEnd, { ...filled, values: when === "later" ? values : without });
      await endRole(db, actor, now, assignmentId, end);
      const isOwn = c.req.param("personId") === actor.personId;
      return c.redirect(isOwn ? "/mina-uppgifter" : `/personer/${c.req.param("personId")}?klart=avslutad`, 303);
    },
  });

/** The form's words for a place turned into the ids that the command takes. */
async function placed(c: Page, filled: Filled): Promise<Filled> {
  const { db, now } = c.var;
  const { place = "", everywhere: all, host = "", ...values } = filled.values;
  const [written, hostWritten] = [String(place), String(host)];
  const organisationId =
    values["roundId"] || all
      ? undefined
      : (OrganisationId.safeParse(written).data ?? (await meantOrganisation(db, written, "place", now)));
  const hostOrganisationId =
    hostWritten.trim() === "" ? undefined : await meantOrganisation(db, hostWritten, "host", now);
  return {
    ...filled,
    values: {
      ...values,
      ...(organisationId ? { organisationId } : {}),
      ...(hostOrganisationId ? { hostOrganisationId } : {}),
    },
  };
}

async function choicesFor(c: Page, filled: Filled): Promise<RoleChoices> {
  const { db, actor } = c.var;
  const { organisation: called, omgang } = c.req.query();
  const roundId = idOf("round").safeParse(omgang ?? filled.values["roundId"]).data;
  const round = roundId && (await roundOf(db, roundId));
  if (round) {
    const scope: Scope = { kind: "round", roundId: round.id, organisationId: round.organisationId };
    if (!managesPeopleIn(actor, scope)) throw new Refusal("not_found", "organisations.no_such_organisation");
    return { roles: rolesToGive(actor, [scope]), places: undefined, everywhere: false, round, place: undefined };
  }
  const reached = await organisationsReached(db, actor, "people:manage");
  const named = called ? await organisationCalled(db, called) : undefined;
  const scopes = reached.map(({ id }): Scope => ({ kind: "organisation", organisationId: id }));
  const all = managesPeopleIn(actor, everywhere);
  const isShort = !all && reached.length <= longestList;
  return {
    roles: rolesToGive(actor, [...(all ? [everywhere] : []), ...scopes]),
    places: isShort ? reached : undefined,
    everywhere: all,
    round: undefined,
    place: isShort ? named?.id : named?.name,
  };
}

async function drawInvitation(c: Page, filled: Filled) {
  const { t } = c.var;
  const choices = await choicesFor(c, filled);
  const isAlike =
    filled.values["anotherPerson"] !== undefined ||
    filled.problems.some(({ code }) => code === "organisations.spelled_alike");
  const title = t("organisations.invite.title");
  if (choices.roles.length === 0) throw new Refusal("forbidden", "organisations.not_yours_to_invite");
  return c.render(
    <FormPage
      t={t}
      action="/personer/bjud-in"
      filled={filled}
      heading={title}
      lead={t("organisations.invite.lead")}
      press={t("organisations.invite.press")}
      back="/personer"
    >
      <TextField t={t} filled={filled} name="name" required label={t("organisations.invite.name")} />
      <TextField
        t={t}
        filled={filled}
        name="email"
        type="email"
        required
        label={t("organisations.invite.email")}
        help={t("organisations.invite.email_help")}
      />
      <TextField t={t} filled={filled} name="title" label={t("organisations.invite.title_field")} />
      <RoleFields t={t} filled={filled} choices={choices} />
      {isAlike ? (
        <Checkbox t={t} filled={filled} name="anotherPerson" label={t("organisations.invite.another")} />
      ) : null}
    </FormPage>,
    { title },
  );
}

async function drawGrant(c: Page, filled: Filled) {
  const { t } = c.var;
  const { id, name, can } = await personIn(c);
  if (!can.grant) throw new Refusal("forbidden", "organisations.not_yours_to_invite");
  const title = t("organisations.grant_form.title", { name });
  return c.render(
    <FormPage
      t={t}
      action={`/personer/${id}/roller/ny`}
      filled={filled}
      heading={title}
      lead={t("organisations.grant_form.lead")}
      press={t("organisations.grant_form.press")}
      back={`/personer/${id}`}
    >
      <RoleFields t={t} filled={filled} choices={await choicesFor(c, filled)} />
    </FormPage>,
    { title },
  );
}

async function drawEnd(c: Page, filled: Filled) {
  const { t } = c.var;
  const { id, name, roles } = await personIn(c);
  const role = roles.find((each) => each.id === c.req.param("assignmentId"));
  if (!role) throw new Refusal("not_found", "organisations.no_such_role");
  if (!role.can.end) throw new Refusal("conflict", "organisations.role_over");
  const title = t("organisations.end_form.title");
  const said = { name, role: t(`organisations.role.${role.role}`), place: placeName(t, role) };
  const when = [
    { value: "now", label: t("organisations.end_form.now") },
    { value: "later", label: t("organisations.end_form.later") },
  ];
  return c.render(
    <FormPage
      t={t}
      action={`/personer/${id}/roller/${role.id}/avsluta`}
      filled={filled}
      heading={title}
      lead={t("organisations.end_form.lead", said)}
      press={t("organisations.end_form.press")}
      back={`/personer/${id}`}
    >
      <Choice
        t={t}
        filled={filled}
        name="when"
        required
        label={t("organisations.end_form.when")}
        options={when}
        value="now"
      />
      <DateField
        t={t}
        filled={filled}
        name="lastDay"
        label={t("organisations.end_form.last_day")}
        help={t("organisations.end_form.last_day_help")}
        min={dateIn(c.var.now()).toString()}
      />
    </FormPage>,
    { title },
  );
}

async function personIn(c: Page) {
  const { db, actor, now } = c.var;
  const personId = PersonId.safeParse(c.req.param("personId")).data;
  const person = personId && (await personPage(db, actor, personId, dateIn(now())));
  if (!person) throw new Refusal("not_found", "organisations.no_such_person");
  return person;
}
