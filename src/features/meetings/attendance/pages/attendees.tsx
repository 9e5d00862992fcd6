import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import {
  ApproximateCount,
  AttendanceId,
  type AttendanceRole,
  attendanceRoles,
  type AttendanceState,
  attendanceStates,
  AttendeeChange,
  NewAttendee,
} from "#features/meetings/attendance/attendance.ts";
import {
  addAttendee,
  changeAttendee,
  removeAttendee,
  setApproximateCount,
} from "#features/meetings/attendance/commands.ts";
import { insideToNote } from "#features/meetings/attendance/noting/queries.ts";
import { addressOf } from "#features/meetings/attendance/pages/attendance.tsx";
import { attendanceOf } from "#features/meetings/attendance/queries.ts";
import { seatedAt } from "#features/meetings/attendance/seated/queries.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";
import { Button } from "#ui/button.tsx";
import { Choice, NumberField, Select, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";
import { Form } from "#ui/form.tsx";

type Page = Context<Environment>;

/** Somebody who came without a seat, what is put right in a row, and a count where nobody wrote a list. */
export const meetingAttendeePages = pages("signedIn")
  .form("/mote/:slug/narvaro/ny", { draw: drawNew, send: sendNew })
  .form("/mote/:slug/narvaro/ungefar", { draw: drawApproximate, send: sendApproximate })
  .form("/mote/:slug/narvaro/:id", { draw: drawChange, send: sendChange })
  .post("/mote/:slug/narvaro/:id/bort", async (c) => {
    const inside = await toNote(c);
    await removeAttendee(c.var.db, c.var.actor, c.var.now, inside.meeting.slug, idAsked(c));
    return c.redirect(addressOf(inside), 303);
  });

async function drawNew(c: Page, filled: Filled) {
  const { t, db, now } = c.var;
  const inside = await toNote(c);
  const { meeting, bodies } = inside;
  const seated = await seatedAt(db, meeting, dateIn(now()));
  const ordinary = new Map(
    seated
      .filter(({ role }) => role !== "substitute")
      .map((each) => [each.personId, each.name ?? t("presence.nameless")]),
  );
  return drawForm(c, filled, inside, {
    deed: "add",
    lead: t("presence.add_lead"),
    fields: (
      <>
        <TextField
          t={t}
          filled={filled}
          name="name"
          label={t("presence.field.name")}
          help={t("presence.field.name_help")}
          autocomplete="off"
          autofocus
        />
        <SaidOfAttendee c={c} filled={filled} said={newcomer} roles={roleOptions(c)}>
          <Select
            t={t}
            filled={filled}
            name="bodyId"
            label={t("presence.field.list")}
            empty={t("presence.others")}
            options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <Select
            t={t}
            filled={filled}
            name="substitutesFor"
            label={t("presence.field.substitutes_for")}
            options={[...ordinary].map(([value, label]) => ({ value, label }))}
          />
        </SaidOfAttendee>
      </>
    ),
  });
}

async function sendNew(c: Page, filled: Filled) {
  const inside = await toNote(c);
  const { slug } = inside.meeting;
  const { id } = await addAttendee(c.var.db, c.var.actor, c.var.now, slug, checkedForm(NewAttendee, filled));
  return c.redirect(`${addressOf(inside)}#rad-${id}`, 303);
}

async function drawChange(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const inside = await toNote(c);
  const id = idAsked(c);
  const { lists } = await attendanceOf(db, inside);
  const row = lists.flatMap(({ rows }) => rows).find((each) => each.id === id);
  if (!row) throw new Refusal("not_found", "presence.no_such_row");
  const isNameless = row.name === null && row.personId === null;
  return drawForm(c, filled, inside, {
    deed: "change",
    lead: row.name ?? t("presence.nameless"),
    fields: <SaidOfAttendee c={c} filled={filled} said={row} roles={isNameless ? onlyNameless(c) : roleOptions(c)} />,
    below: (
      <Form t={t} action={`${addressOf(inside)}/${id}/bort`} tight>
        <Button small plain danger>
          {t("presence.remove_row")}
        </Button>
      </Form>
    ),
  });
}

async function sendChange(c: Page, filled: Filled) {
  const { db, actor, now } = c.var;
  const inside = await toNote(c);
  await changeAttendee(db, actor, now, inside.meeting.slug, idAsked(c), checkedForm(AttendeeChange, filled));
  return c.redirect(addressOf(inside), 303);
}

async function drawApproximate(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const inside = await toNote(c);
  const { lists } = await attendanceOf(db, inside);
  const known = lists.find(({ approximate }) => approximate !== null);
  return drawForm(c, filled, inside, {
    deed: "approximate",
    lead: t("presence.approximate_lead"),
    fields: (
      <>
        <Choice
          t={t}
          filled={filled}
          name="bodyId"
          label={t("presence.approximate_body")}
          value={known?.bodyId ?? inside.bodies[0]?.id}
          options={inside.bodies.map(({ id, name }) => ({ value: id, label: name }))}
          required
        />
        <NumberField
          t={t}
          filled={filled}
          name="count"
          label={t("presence.approximate_count")}
          help={t("presence.approximate_help")}
          value={known?.approximate}
        />
      </>
    ),
  });
}

async function sendApproximate(c: Page, filled: Filled) {
  const inside = await toNote(c);
  const { db, actor, now } = c.var;
  await setApproximateCount(db, actor, now, inside.meeting.slug, checkedForm(ApproximateCount, filled));
  return c.redirect(addressOf(inside), 303);
}

type Drawn = {
  readonly deed: "add" | "change" | "approximate";
  readonly lead: string;
  readonly fields: Child;
  readonly below?: Child;
};

function drawForm(c: Page, filled: Filled, inside: MeetingInside, { deed, lead, fields, below }: Drawn) {
  const { t } = c.var;
  const title = t(`presence.${deed}_title`);
  return c.render(
    <>
      <FormPage
        t={t}
        filled={filled}
        kicker={<a href={addressOf(inside)}>{t("presence.title")}</a>}
        heading={title}
        lead={lead}
        press={t(`presence.${deed}_press`)}
        back={addressOf(inside)}
      >
        {fields}
      </FormPage>
      {below}
    </>,
    { title: `${title}: ${inside.meeting.title}` },
  );
}

type Said = {
  readonly organisation: string | null;
  readonly role: AttendanceRole;
  readonly represents: string | null;
  readonly state: AttendanceState;
};

/** What somebody who has no seat here is most often. */
const newcomer: Said = { organisation: null, role: "guest", represents: null, state: "present" };

type SaidProps = {
  c: Page;
  filled: Filled;
  said: Said;
  roles: ReturnType<typeof roleOptions>;
  /** What is asked between who they are and whom they speak for. */
  children?: Child;
};

/** What is said of each who came: from where, as what, for whom, and whether they came at all. */
function SaidOfAttendee({ c, filled, said, roles, children }: SaidProps) {
  const { t } = c.var;
  return (
    <>
      <TextField
        t={t}
        filled={filled}
        name="organisation"
        label={t("presence.field.organisation")}
        help={t("presence.field.organisation_help")}
        value={said.organisation}
        autocomplete="off"
      />
      <Choice
        t={t}
        filled={filled}
        name="role"
        label={t("presence.field.role")}
        value={said.role}
        options={roles}
        required
      />
      {children}
      <TextField
        t={t}
        filled={filled}
        name="represents"
        label={t("presence.field.represents")}
        help={t("presence.field.represents_help")}
        value={said.represents}
        autocomplete="off"
      />
      <Choice
        t={t}
        filled={filled}
        name="state"
        label={t("presence.field.state")}
        value={said.state}
        options={attendanceStates.map((value) => ({ value, label: t(`presence.state.${value}`) }))}
        inline
        required
      />
    </>
  );
}

function toNote(c: Page) {
  const { db, actor, now } = c.var;
  return insideToNote(db, actor, c.req.param("slug") ?? "", dateIn(now()));
}

function idAsked(c: Page): AttendanceId {
  const id = AttendanceId.safeParse(c.req.param("id"));
  if (!id.success) throw new Refusal("not_found", "presence.no_such_row");
  return id.data;
}

function roleOptions({ var: { t } }: Page) {
  return attendanceRoles.map((value) => ({ value, label: t(`presence.role.${value}`) }));
}

/** A row without a name can be nothing else. */
function onlyNameless(c: Page) {
  return roleOptions(c).filter(({ value }) => value === "userRepresentative");
}
