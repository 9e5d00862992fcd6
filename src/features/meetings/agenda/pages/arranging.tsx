import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import type { AgendaEntry } from "#features/meetings/agenda/agenda.ts";
import { ItemWish, Later, NewItem, Order } from "#features/meetings/agenda/agenda-wish.ts";
import {
  addItem,
  changeItem,
  moveToLater,
  orderAgenda,
  removeItem,
} from "#features/meetings/agenda/arranging/commands.ts";
import { agendaOf, laterMeetings } from "#features/meetings/agenda/queries.ts";
import { meetingToPlan } from "#features/meetings/meeting/pages/meeting-asked.ts";
import { partsOfBodies } from "#features/meetings/meeting/meeting-parts.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Fieldset, NumberField, OneOfSeveral, Select, TextArea, TextField } from "#ui/fields.tsx";
import { Form } from "#ui/form.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type Page = Context<Environment>;

/** Adding to an agenda, changing and ordering what stands there, and moving it to later. For whoever plans the meeting. */
export const arrangingPages = pages("signedIn")
  .form("/mote/:slug/dagordning/ny", {
    async draw(c, filled) {
      const { t } = c.var;
      const inside = await meetingToPlan(c);
      const parts = partsOfBodies(inside.bodies);
      return drawForm(c, filled, inside, {
        heading: t("agenda.add"),
        lead: t("agenda.add_lead"),
        press: t("agenda.add"),
        children: (
          <>
            <ItemFields t={t} filled={filled} entry={undefined} />
            {parts.length > 1 ? (
              <Select
                t={t}
                filled={filled}
                name="bodyId"
                label={t("agenda.field.part")}
                empty={t("agenda.common")}
                options={inside.bodies.map(({ id, name }) => ({ value: id, label: name }))}
              />
            ) : null}
          </>
        ),
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { meeting } = await meetingToPlan(c);
      await addItem(db, actor, now, meeting.slug, checkedForm(NewItem, filled));
      return c.redirect(`/mote/${meeting.slug}?klart=punkt#dagordning`, 303);
    },
  })
  .form("/mote/:slug/dagordning/ordning", {
    async draw(c, filled) {
      const { t, db } = c.var;
      const inside = await meetingToPlan(c);
      const agenda = await agendaOf(db, inside);
      return drawForm(c, filled, inside, {
        heading: t("agenda.arrange"),
        lead: t("agenda.arrange_lead"),
        press: t("agenda.save"),
        children: partsOfBodies(inside.bodies).map((part, _at, parts) => {
          const entries = agenda.filter(({ bodyId }) => bodyId === part);
          if (entries.length === 0) return null;
          const name = inside.bodies.find(({ id }) => id === part)?.name ?? t("agenda.common");
          const places = entries.map((entry, place) => {
            const at = agenda.indexOf(entry);
            return (
              <>
                <input type="hidden" name={`entries.${at}.id`} value={keyOf(entry)} />
                <NumberField t={t} filled={filled} name={`entries.${at}.place`} label={entry.title} value={place + 1} />
              </>
            );
          });
          const fields = <OneOfSeveral>{places}</OneOfSeveral>;
          return parts.length > 1 ? <Fieldset legend={name}>{fields}</Fieldset> : fields;
        }),
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { meeting } = await meetingToPlan(c);
      await orderAgenda(db, actor, now, meeting.slug, checkedForm(Order, filled));
      return c.redirect(`/mote/${meeting.slug}?klart=dagordning#dagordning`, 303);
    },
  })
  .form("/mote/:slug/dagordning/:entry", {
    async draw(c, filled) {
      const { t } = c.var;
      const inside = await meetingToPlan(c);
      const entry = await entryAsked(c, inside);
      const here = `/mote/${inside.meeting.slug}/dagordning/${keyOf(entry)}`;
      return drawForm(
        c,
        filled,
        inside,
        {
          heading: t("agenda.change_item"),
          lead: entry.matter ? t("agenda.is_matter", { title: entry.matter.title }) : undefined,
          press: t("agenda.save"),
          children: <ItemFields t={t} filled={filled} entry={entry} />,
        },
        <Buttons>
          <LinkButton href={`${here}/senare`} quiet>
            {t("agenda.move")}
          </LinkButton>
          {entry.matter ? null : (
            <Form t={t} action={`${here}/ta-bort`} tight>
              <Button plain danger>
                {t("agenda.remove")}
              </Button>
            </Form>
          )}
        </Buttons>,
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { meeting } = await meetingToPlan(c);
      const where = { slug: meeting.slug, entry: c.req.param("entry") ?? "" };
      await changeItem(db, actor, now, where, checkedForm(ItemWish, filled));
      return c.redirect(`/mote/${meeting.slug}?klart=dagordning#dagordning`, 303);
    },
  })
  .form("/mote/:slug/dagordning/:entry/senare", {
    async draw(c, filled) {
      const { t, db } = c.var;
      const inside = await meetingToPlan(c);
      const entry = await entryAsked(c, inside);
      const { today } = inside;
      const later = await laterMeetings(db, inside);
      return drawForm(c, filled, inside, {
        heading: t("agenda.move"),
        lead: t("agenda.move_lead"),
        press: t("agenda.move"),
        children: (
          <Select
            t={t}
            filled={filled}
            name="to"
            label={t("agenda.field.to")}
            empty={entry.matter ? t("agenda.next_time") : undefined}
            options={later.map(({ id, title, day }) => ({
              value: id,
              label: `${title} ${sayDate(t.language, day, { today, weekday: false })}`,
            }))}
          />
        ),
      });
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { meeting } = await meetingToPlan(c);
      const where = { slug: meeting.slug, entry: c.req.param("entry") ?? "" };
      await moveToLater(db, actor, now, where, checkedForm(Later, filled));
      return c.redirect(`/mote/${meeting.slug}?klart=senare#dagordning`, 303);
    },
  })
  .post("/mote/:slug/dagordning/:entry/ta-bort", async (c) => {
    const { db, actor, now } = c.var;
    const { meeting } = await meetingToPlan(c);
    await removeItem(db, actor, now, { slug: meeting.slug, entry: c.req.param("entry") ?? "" });
    return c.redirect(`/mote/${meeting.slug}?klart=dagordning#dagordning`, 303);
  });

function keyOf({ id, matter }: AgendaEntry): string {
  return id ?? matter?.id ?? "";
}

async function entryAsked(c: Page, inside: MeetingInside): Promise<AgendaEntry> {
  const wanted = c.req.param("entry") ?? "";
  const entry = (await agendaOf(c.var.db, inside)).find(({ id, matter }) => id === wanted || matter?.id === wanted);
  if (!entry) throw new Refusal("not_found", "agenda.no_such_item");
  return entry;
}

type Drawn = Pick<Parameters<typeof FormPage>[0], "heading" | "lead" | "press" | "children">;

function drawForm(c: Page, filled: Filled, { meeting }: MeetingInside, drawn: Drawn, below?: Child) {
  const { t } = c.var;
  const back = `/mote/${meeting.slug}`;
  return c.render(
    <>
      <FormPage t={t} filled={filled} kicker={<a href={back}>{meeting.title}</a>} back={back} {...drawn} />
      {below}
    </>,
    { title: String(drawn.heading) },
  );
}

type ItemFieldsProps = { t: Translate; filled: Filled; entry: AgendaEntry | undefined };

function ItemFields({ t, filled, entry }: ItemFieldsProps) {
  return (
    <>
      <TextField t={t} filled={filled} name="title" label={t("agenda.field.title")} value={entry?.title} required />
      <TextArea
        t={t}
        filled={filled}
        name="text"
        label={t("agenda.field.text")}
        help={t("agenda.field.text_help")}
        value={entry?.text}
        limit={4_000}
      />
      <NumberField
        t={t}
        filled={filled}
        name="minutes"
        label={t("agenda.field.minutes")}
        value={entry?.minutes ?? ""}
      />
      <TextField t={t} filled={filled} name="presenter" label={t("agenda.field.presenter")} value={entry?.presenter} />
    </>
  );
}
