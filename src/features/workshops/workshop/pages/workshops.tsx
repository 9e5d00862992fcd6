import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { OrganisationId } from "#kernel/ids.ts";
import { reaches } from "#kernel/actor.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { nameInPlace } from "#features/organisations/organisation-name.ts";
import { meantOrganisation, organisationsReached } from "#features/organisations/queries.ts";
import { MeetingId } from "#features/meetings/meeting/meeting.ts";
import { AboutFields } from "#features/workshops/workshop/parts/about-fields.tsx";
import { WorkshopTable } from "#features/workshops/workshop/parts/workshop-table.tsx";
import { addWorkshop } from "#features/workshops/workshop/preparing/commands.ts";
import { bodiesToChoose, meetingsToChoose } from "#features/workshops/workshop/preparing/queries.ts";
import { workshopsListed } from "#features/workshops/workshop/register/queries.ts";
import { WorkshopId, WorkshopState, workshopStates } from "#features/workshops/workshop/workshop.ts";
import { NewWorkshop } from "#features/workshops/workshop/workshop-words.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { Stack } from "#ui/columns.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Select, TextField } from "#ui/fields.tsx";
import { Filters } from "#ui/filters.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { Pager } from "#ui/pager.tsx";

type Page = Context<Environment>;

/** More organisations than this are not chosen from a list: one is written. */
const longestList = 40;

/** The workshops somebody leads or may read, and beginning one. */
export const workshopListPages = pages("signedIn")
  .get("/workshoppar", async (c) => {
    const { t, db, actor, now } = c.var;
    const today = dateIn(now());
    const { namn: typed = "", lage, efter } = c.req.query();
    const state = WorkshopState.safeParse(lage).data;
    const after = WorkshopId.safeParse(efter).data;
    const list = await workshopsListed(db, actor, today, { typed: typed.slice(0, 200), state, after, limit: 50 });
    const isNarrowed = typed !== "" || state !== undefined;
    const mayHold = actor.reach.has("workshops:lead");
    const address = (more: Record<string, string>) => {
      const known = Object.entries({ namn: typed, lage: state ?? "", ...more }).filter(([, value]) => value !== "");
      return `/workshoppar?${new URLSearchParams(known).toString()}`;
    };
    const add = <LinkButton href="/workshoppar/ny">{t("workshop.add")}</LinkButton>;
    return c.render(
      <>
        <PageHeading heading={t("workshop.all")} lead={t("workshop.all_lead")} />
        {mayHold && (list.count > 0 || isNarrowed) ? <Buttons>{add}</Buttons> : null}
        {list.count > 0 || isNarrowed ? (
          <Filters t={t} action="/workshoppar" label={t("workshop.filter")} results="workshoppar">
            <TextField
              t={t}
              name="namn"
              type="search"
              required
              label={t("workshop.title_has")}
              value={typed}
              width="medium"
            />
            <Select
              t={t}
              name="lage"
              required
              label={t("workshop.state")}
              options={workshopStates.map((each) => ({ value: each, label: t(`workshop.state.${each}`) }))}
              value={state}
              empty={t("workshop.every")}
              width="medium"
            />
          </Filters>
        ) : null}
        <Stack id="workshoppar">
          {list.workshops.length > 0 ? (
            <WorkshopTable t={t} workshops={list.workshops} count={list.count} today={today} />
          ) : (
            <EmptyState
              heading={t("workshop.none")}
              action={isNarrowed ? <a href="/workshoppar">{t("workshop.show_all")}</a> : mayHold ? add : undefined}
            >
              {t(isNarrowed ? "workshop.none_found" : "workshop.none_text")}
            </EmptyState>
          )}
          {after || list.after ? (
            <Pager
              t={t}
              previous={after ? address({}) : undefined}
              next={list.after ? address({ efter: list.after }) : undefined}
            />
          ) : null}
        </Stack>
      </>,
      { title: t("workshop.all") },
    );
  })
  .form("/workshoppar/ny", {
    async draw(c, filled) {
      const { t, db, actor, now } = c.var;
      mustHold(c);
      const today = dateIn(now());
      const [holders, bodies, meetings] = await Promise.all([
        holdersFor(c),
        bodiesToChoose(db, actor, today),
        meetingsToChoose(db, actor, today),
      ]);
      const [only] = holders?.length === 1 ? holders : [];
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href="/workshoppar">{t("workshop.all")}</a>}
          heading={t("workshop.add")}
          lead={t("workshop.add_lead")}
          press={t("workshop.add_press")}
          back="/workshoppar"
        >
          {holders ? (
            <Select
              t={t}
              filled={filled}
              name="organisationId"
              required
              label={t("workshop.held_by")}
              options={holders.map(({ id, path }) => ({ value: id, label: nameInPlace(path) }))}
              value={only?.id}
              empty={only ? false : undefined}
            />
          ) : (
            <TextField t={t} filled={filled} name="organisationId" required label={t("workshop.held_by")} />
          )}
          <AboutFields
            t={t}
            filled={filled}
            today={today}
            bodies={bodies}
            meetings={meetings}
            before={{ meetingId: MeetingId.safeParse(c.req.query("mote")).data ?? null }}
          />
        </FormPage>,
        { title: t("workshop.add"), current: "/workshoppar" },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      mustHold(c);
      const words = checkedForm(NewWorkshop, await withHolder(c, filled));
      const { slug } = await addWorkshop(db, actor, now, words);
      return c.redirect(`/workshop/${slug}?klart=upplagd`, 303);
    },
  });

function mustHold(c: Page): void {
  if (!c.var.actor.reach.has("workshops:lead")) throw new Refusal("not_found", "workshop.no_such_workshop");
}

/** The organisations somebody holds workshops for; nothing when there are too many to list. */
async function holdersFor(c: Page) {
  const { db, actor } = c.var;
  if (reaches(actor, "workshops:lead", {})) return undefined;
  const reached = await organisationsReached(db, actor, "workshops:lead");
  return reached.length > longestList ? undefined : reached;
}

/** An organisation that was written by name is turned into the one that is meant. */
async function withHolder(c: Page, filled: Filled): Promise<Filled> {
  const written = String(filled.values["organisationId"] ?? "").trim();
  const id =
    OrganisationId.safeParse(written).data ?? (await meantOrganisation(c.var.db, written, "organisationId", c.var.now));
  return { ...filled, values: { ...filled.values, organisationId: id } };
}
