import { PersonId } from "#kernel/ids.ts";
import { Refusal } from "#kernel/refusal.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { addLeader, removeLeader } from "#features/workshops/workshop/leaders/commands.ts";
import { leadersOf } from "#features/workshops/workshop/leaders/queries.ts";
import { addressOf, workshopToLead } from "#features/workshops/workshop/pages/asked-workshop.ts";
import { NewLeader } from "#features/workshops/workshop/workshop-words.ts";
import { Button } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { TextField } from "#ui/fields.tsx";
import { Form, FormEnd } from "#ui/form.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { TodoList } from "#ui/todo-list.tsx";

/** Who leads a workshop, besides those who hold them for the organisation. */
export const workshopLeaderPages = pages("signedIn")
  .form("/workshop/:slug/ledare", {
    async draw(c, filled) {
      const { t, db } = c.var;
      const inside = await workshopToLead(c);
      const { workshop } = inside;
      const leaders = await leadersOf(db, workshop.id);
      return c.render(
        <Narrow>
          <PageHeading
            kicker={<a href={addressOf(inside)}>{workshop.title}</a>}
            heading={t("workshop.leaders")}
            lead={t("workshop.leaders_lead", { organisation: workshop.organisation })}
          />
          {leaders.length > 0 ? (
            <TodoList
              label={t("workshop.leaders")}
              items={leaders.map(({ id, name }) => ({
                title: name,
                action: (
                  <Form t={t} action={`${addressOf(inside)}/ledare/${id}/ta-bort`} tight>
                    <Button quiet small label={t("workshop.leader_remove_named", { name })}>
                      {t("workshop.remove")}
                    </Button>
                  </Form>
                ),
                done: true,
              }))}
            />
          ) : null}
          <Form t={t} filled={filled}>
            <TextField
              t={t}
              filled={filled}
              name="email"
              type="email"
              label={t("workshop.leader_email")}
              help={t("workshop.leader_email_help")}
              autocomplete="off"
              required
            />
            <FormEnd>
              <Button>{t("workshop.leader_add")}</Button>
            </FormEnd>
          </Form>
        </Narrow>,
        { title: `${t("workshop.leaders")}: ${workshop.title}`, current: "/workshoppar" },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const inside = await workshopToLead(c);
      await addLeader(db, actor, now, inside.workshop.slug, checkedForm(NewLeader, filled));
      return c.redirect(`${addressOf(inside)}/ledare`, 303);
    },
  })
  .post("/workshop/:slug/ledare/:person/ta-bort", async (c) => {
    const { db, actor, now } = c.var;
    const id = PersonId.safeParse(c.req.param("person")).data;
    if (!id) throw new Refusal("not_found", "workshop.no_such_leader");
    const slug = c.req.param("slug") ?? "";
    await removeLeader(db, actor, now, slug, id);
    // Whoever has left the workshop themselves may no longer see it.
    return c.redirect(id === actor.personId ? "/workshoppar" : `/workshop/${slug}/ledare`, 303);
  });
