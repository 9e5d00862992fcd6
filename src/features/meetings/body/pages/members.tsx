import type { Context } from "hono";
import { OrganisationId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { meantOrganisation } from "#features/organisations/queries.ts";
import { addMembers, endMember } from "#features/meetings/body/members/commands.ts";
import { NewMembers } from "#features/meetings/body/members/member.ts";
import { membersOfBody } from "#features/meetings/body/members/queries.ts";
import { bodyToRun, drawAbout } from "#features/meetings/body/pages/body-forms.tsx";
import { LastDayField } from "#features/meetings/body/pages/seats.tsx";
import { Days, LastDay } from "#features/meetings/body/seats/seat.ts";
import { DateField, TextArea, TextField } from "#ui/fields.tsx";

type Page = Context<Environment>;

/** The organisations that are members of a body: adding several at once, and ending a membership. */
export const memberPages = pages("signedIn")
  .form("/grupper/:slug/medlemmar", {
    async draw(c, filled) {
      const { t } = c.var;
      return drawAbout(c, filled, await bodyToRun(c), {
        heading: t("body.add_members"),
        lead: t("body.add_members_lead"),
        children: (
          <>
            <TextArea
              t={t}
              filled={filled}
              name="names"
              required
              label={t("body.member_names")}
              help={t("body.member_names_help")}
              rows={6}
            />
            <DateField
              t={t}
              filled={filled}
              name="validFrom"
              label={t("body.member_from")}
              help={t("body.member_from_help")}
            />
            <TextField t={t} filled={filled} name="source" label={t("body.source")} help={t("body.source_help")} />
          </>
        ),
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { id, slug } = await bodyToRun(c);
      checkedForm(Days, filled);
      await addMembers(db, actor, now, id, checkedForm(NewMembers, await written(c, filled)));
      return c.redirect(`/grupper/${slug}?klart=medlemmar#medlemmar`, 303);
    },
  })
  .form("/grupper/:slug/medlemmar/:member/avsluta", {
    async draw(c, filled) {
      const { t } = c.var;
      const { body, member } = await memberAsked(c);
      return drawAbout(c, filled, body, {
        heading: t("body.end_member"),
        lead: t("body.end_member_lead", { organisation: member.name }),
        press: t("body.end_member"),
        children: <LastDayField c={c} filled={filled} />,
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { body, member } = await memberAsked(c);
      await endMember(db, actor, now, member.id, checkedForm(LastDay, filled));
      return c.redirect(`/grupper/${body.slug}?klart=utgatt#medlemmar`, 303);
    },
  });

/** No list of members is longer. */
const mostLines = 100;

/** The lines of the form turned into the organisations that are meant; one that nobody knows is asked about. */
async function written(c: Page, filled: Filled): Promise<Filled> {
  const { names = "", ...values } = filled.values;
  const lines = String(names)
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length > mostLines)
    throw new Refusal("invalid", "web.form_invalid", { count: 1 }, [
      { path: "names", code: "body.too_many_lines", values: { most: mostLines } },
    ]);
  const organisationIds: OrganisationId[] = [];
  for (const line of lines.length > 0 ? lines : [""])
    organisationIds.push(
      OrganisationId.safeParse(line).data ?? (await meantOrganisation(c.var.db, line, "names", c.var.now)),
    );
  return { ...filled, values: { ...values, organisationIds } };
}

/** The membership a form is about, for those who run the body. */
async function memberAsked(c: Page) {
  const body = await bodyToRun(c);
  const member = (await membersOfBody(c.var.db, body.id)).find(({ id }) => id === c.req.param("member"));
  if (!member) throw new Refusal("not_found", "body.no_such_member");
  return { body, member };
}
