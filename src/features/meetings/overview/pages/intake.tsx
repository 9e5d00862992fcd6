import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import {
  answers,
  CommissionAnswer,
  longest,
  origins,
  priorities,
  ReceivedCommission,
  sizes,
} from "#features/meetings/commission/commission-words.ts";
import { commissionToRun } from "#features/meetings/commission/pages/commission.tsx";
import { answerIntake, receiveCommission } from "#features/meetings/overview/intake/commands.ts";
import { intakeOf, loadOf, peopleOfUnit, unitsToReceive } from "#features/meetings/overview/load/queries.ts";
import { IntakePage } from "#features/meetings/overview/parts/intake-page.tsx";
import { Choice, DateField, Select, TextArea, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;

/** What others ask the support unit to do: receiving it, answering it, and how much it all takes. */
export const intakePages = pages("signedIn")
  .get("/uppdrag/inflode", async (c) => {
    const { t, db, actor, now } = c.var;
    mustKeepBodies(c);
    const today = dateIn(now());
    const [rows, units] = await Promise.all([intakeOf(db, actor), loadOf(db, actor, today)]);
    return c.render(<IntakePage t={t} rows={rows} units={units} today={today} />, {
      title: t("overview.intake"),
    });
  })
  .form("/uppdrag/ny", {
    async draw(c, filled) {
      const { t, db, actor } = c.var;
      mustKeepBodies(c);
      const units = await unitsToReceive(db, actor);
      const only = units.length === 1 ? units[0]?.id : undefined;
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href="/uppdrag/inflode">{t("overview.intake")}</a>}
          heading={t("overview.receive")}
          lead={t("overview.receive_lead")}
          press={t("commission.save")}
          back="/uppdrag/inflode"
          keepDraft="commission-intake"
        >
          <Select
            t={t}
            filled={filled}
            name="organisation"
            label={t("overview.unit")}
            value={only}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            required
          />
          <TextField t={t} filled={filled} name="title" label={t("commission.title")} required />
          <TextArea
            t={t}
            filled={filled}
            name="about"
            label={t("commission.about")}
            help={t("commission.no_clients")}
            rows={4}
            limit={longest.about}
          />
          <TextField t={t} filled={filled} name="requester" label={t("commission.requester")} required />
          <TextField
            t={t}
            filled={filled}
            name="requesterEmail"
            type="email"
            label={t("overview.requester_email")}
            help={t("overview.requester_email_help")}
          />
          <Choice
            t={t}
            filled={filled}
            name="origin"
            label={t("commission.origin")}
            options={origins.map((origin) => ({ value: origin, label: t(`commission.origin.${origin}`) }))}
            required
          />
          <Weighing c={c} filled={filled} />
        </FormPage>,
        { title: t("overview.receive") },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      mustKeepBodies(c);
      const { id } = await receiveCommission(db, actor, now, checkedForm(ReceivedCommission, filled));
      return c.redirect(`/uppdrag/${id}?klart=mottaget`, 303);
    },
  })
  .form("/uppdrag/:id/svar", { draw: drawAnswer, send: sendAnswer });

type Before = {
  readonly size: string | null;
  readonly fte: number | null;
  readonly priority: string | null;
  readonly dueOn: Temporal.PlainDate | null;
};

/** How large and how pressing something is, and how much it takes. */
function Weighing({ c, filled, before }: { c: Page; filled: Filled; before?: Before }) {
  const { t } = c.var;
  return (
    <>
      <Choice
        t={t}
        filled={filled}
        name="size"
        label={t("commission.size")}
        value={before?.size}
        options={sizes.map((size) => ({ value: size, label: t(`commission.size.${size}`) }))}
        inline
      />
      <TextField
        t={t}
        filled={filled}
        name="fte"
        label={t("commission.fte")}
        help={t("commission.fte_help")}
        value={before?.fte === null || before === undefined ? undefined : String(before.fte).replace(".", ",")}
        width="short"
      />
      <Choice
        t={t}
        filled={filled}
        name="priority"
        label={t("commission.priority")}
        value={before?.priority}
        options={priorities.map((priority) => ({ value: priority, label: t(`commission.priority.${priority}`) }))}
        inline
      />
      <DateField t={t} filled={filled} name="dueOn" label={t("commission.due_on")} value={before?.dueOn?.toString()} />
    </>
  );
}

async function drawAnswer(c: Page, filled: Filled) {
  const { t, db, now } = c.var;
  const { commission, steps } = await commissionToAnswer(c);
  const { id, title, requester, requesterEmail, organisationId } = commission;
  const people = await peopleOfUnit(db, organisationId, dateIn(now()));
  const possible = answers.filter((answer) => steps.includes(answer));
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={`/uppdrag/${id}`}>{title}</a>}
      heading={t("commission.answer")}
      lead={t("commission.answer_lead", { requester: requester ?? "" })}
      before={
        <p>
          {requesterEmail
            ? t("commission.answer_mailed", { email: requesterEmail })
            : t("commission.answer_not_mailed")}
        </p>
      }
      press={t("commission.save")}
      back={`/uppdrag/${id}`}
    >
      <Choice
        t={t}
        filled={filled}
        name="answer"
        label={t("commission.answer_what")}
        options={possible.map((answer) => ({ value: answer, label: t(`commission.answer.${answer}`) }))}
        required
      />
      <TextArea
        t={t}
        filled={filled}
        name="reason"
        label={t("commission.reason")}
        help={t("commission.no_clients")}
        rows={3}
        limit={longest.reason}
      />
      <Select
        t={t}
        filled={filled}
        name="ownerPerson"
        label={t("commission.owner_unit_person")}
        value={commission.ownerPerson}
        options={people.map((person) => ({ value: person.id, label: person.name }))}
      />
      <TextField
        t={t}
        filled={filled}
        name="ownerName"
        label={t("commission.owner_name")}
        help={t("commission.owner_name_help")}
        value={commission.ownerPerson ? undefined : commission.owner}
      />
      <Weighing c={c} filled={filled} before={commission} />
    </FormPage>,
    { title: `${t("commission.answer")}: ${title}` },
  );
}

async function sendAnswer(c: Page, filled: Filled) {
  const { db, actor, now } = c.var;
  const { commission } = await commissionToAnswer(c);
  await answerIntake(db, actor, now, commission.id, checkedForm(CommissionAnswer, filled));
  return c.redirect(`/uppdrag/${commission.id}?klart=svarat`, 303);
}

/** What came from outside, for those who answer for the unit it came to. */
async function commissionToAnswer(c: Page) {
  const inside = await commissionToRun(c);
  if (inside.commission.requester === null) throw new Refusal("not_found", "commission.no_such_commission");
  return inside;
}

/** Answering for a unit: those who keep bodies somewhere. */
function mustKeepBodies(c: Page): void {
  if (!c.var.actor.reach.has("bodies:manage")) throw new Refusal("forbidden", "commission.not_your_unit");
}
