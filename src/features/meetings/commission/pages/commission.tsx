import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { MessageKey, Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { type Form, pages } from "#platform/web/pages.ts";
import {
  askForMore,
  beginCommission,
  closeCommission,
  reportPart,
  setCommissionDays,
} from "#features/meetings/commission/commands.ts";
import {
  ClosedCommission,
  CommissionDays,
  longest,
  MorePart,
  partOutcomes,
  PartReport,
} from "#features/meetings/commission/commission-words.ts";
import { CommissionPage } from "#features/meetings/commission/parts/commission-page.tsx";
import { commissionInScope, type CommissionInside } from "#features/meetings/commission/queries.ts";
import type { DeliverableId } from "#features/meetings/matter/matter.ts";
import { Choice, DateField, TextArea, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;
type Drawing = { readonly t: Translate; readonly filled: Filled; readonly inside: CommissionInside };

/** The commission an address names, for those who may see it. */
export function commissionAsked(c: Page): Promise<CommissionInside> {
  const { db, actor, now } = c.var;
  return commissionInScope(db, actor, c.req.param("id") ?? "", dateIn(now()));
}

/** The same, for those who may change and close it. */
export async function commissionToRun(c: Page): Promise<CommissionInside> {
  const inside = await commissionAsked(c);
  if (!inside.can.run) throw new Refusal("forbidden", "commission.not_yours_to_run");
  return inside;
}

type Deed = {
  readonly heading: MessageKey;
  readonly lead: (inside: CommissionInside) => MessageKey;
  readonly fields: (drawing: Drawing) => Child;
  readonly send: (c: Page, id: string, filled: Filled) => Promise<unknown>;
  readonly done: string;
};

function deedForm({ heading, lead, fields, send, done }: Deed): Form {
  return {
    async draw(c, filled) {
      const { t } = c.var;
      const inside = await commissionToRun(c);
      const { id, title } = inside.commission;
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          kicker={<a href={`/uppdrag/${id}`}>{title}</a>}
          heading={t(heading)}
          lead={t(lead(inside))}
          press={t("commission.save")}
          back={`/uppdrag/${id}`}
        >
          {fields({ t, filled, inside })}
        </FormPage>,
        { title: `${t(heading)}: ${title}` },
      );
    },
    async send(c, filled) {
      const id = c.req.param("id") ?? "";
      await commissionToRun(c);
      await send(c, id, filled);
      return c.redirect(`/uppdrag/${id}?klart=${done}`, 303);
    },
  };
}

/** A commission: what is to come of it, reporting it, its days, asking for more and closing it. */
export const commissionPages = pages("signedIn")
  .get("/uppdrag/:id", async (c) => {
    const { t, now } = c.var;
    const inside = await commissionAsked(c);
    const key = `commission.done.${c.req.query("klart") ?? ""}`;
    const done = t.knows(key) ? t(key) : undefined;
    return c.render(<CommissionPage t={t} inside={inside} today={dateIn(now())} done={done} />, {
      title: inside.commission.title,
    });
  })
  .form("/uppdrag/:id/redovisa/:part", { draw: drawReport, send: sendReport })
  .form(
    "/uppdrag/:id/dagar",
    deedForm({
      heading: "commission.days",
      lead: () => "commission.days_lead",
      fields: ({ t, filled, inside: { commission } }) => (
        <>
          <DateField
            t={t}
            filled={filled}
            name="dueOn"
            label={t("commission.day_of_whole")}
            value={commission.dueOn?.toString()}
          />
          {commission.deliverables
            .filter(({ state }) => state === "waiting")
            .map(({ id, text, dueOn }) => (
              <DateField t={t} filled={filled} name={`parts.${id}`} label={text} value={dueOn?.toString()} />
            ))}
        </>
      ),
      send: async (c, id, filled) => {
        const { db, actor, now } = c.var;
        const { commission } = await commissionToRun(c);
        const words = checkedForm(CommissionDays, filled);
        // The form holds every part: a field that was emptied says that no day is set.
        const waiting = commission.deliverables.filter(({ state }) => state === "waiting");
        const parts = Object.fromEntries(waiting.map((part) => [part.id, words.parts[part.id] ?? null]));
        await setCommissionDays(db, actor, now, id, { ...words, parts });
      },
      done: "dagar",
    }),
  )
  .form(
    "/uppdrag/:id/mer",
    deedForm({
      heading: "commission.more",
      lead: () => "commission.days_lead",
      fields: ({ t, filled }) => (
        <>
          <TextField
            t={t}
            filled={filled}
            name="text"
            label={t("commission.more_text")}
            help={t("commission.no_clients")}
            required
          />
          <DateField t={t} filled={filled} name="dueOn" label={t("commission.due_on")} />
        </>
      ),
      send: ({ var: { db, actor, now } }, id, filled) => askForMore(db, actor, now, id, checkedForm(MorePart, filled)),
      done: "mer",
    }),
  )
  .form(
    "/uppdrag/:id/avsluta",
    deedForm({
      heading: "commission.close",
      lead: ({ commission }) =>
        commission.requester === null ? "commission.close_lead" : "commission.close_lead_outside",
      fields: ({ t, filled }) => (
        <TextArea
          t={t}
          filled={filled}
          name="text"
          label={t("commission.close_text")}
          help={t("commission.no_clients")}
          rows={3}
          limit={longest.reason}
        />
      ),
      send: ({ var: { db, actor, now } }, id, filled) =>
        closeCommission(db, actor, now, id, checkedForm(ClosedCommission, filled)),
      done: "avslutat",
    }),
  )
  .post("/uppdrag/:id/borja", async (c) => {
    const { db, actor, now } = c.var;
    const id = c.req.param("id") ?? "";
    await beginCommission(db, actor, now, id);
    return c.redirect(`/uppdrag/${id}?klart=borjat`, 303);
  });

/** The part a report is about, for those who may tell what came of it. */
async function partToReport(c: Page) {
  const inside = await commissionAsked(c);
  const part = inside.commission.deliverables.find(({ id }) => id === c.req.param("part"));
  if (!part) throw new Refusal("not_found", "commission.no_such_part");
  if (!inside.can.report) throw new Refusal("forbidden", "commission.not_yours_to_report");
  return { inside, part };
}

async function drawReport(c: Page, filled: Filled) {
  const { t } = c.var;
  const { inside, part } = await partToReport(c);
  const { id, title } = inside.commission;
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={<a href={`/uppdrag/${id}`}>{title}</a>}
      heading={t("commission.report_of", { part: part.text })}
      lead={inside.commission.matterId ? t("commission.report_lead") : undefined}
      press={t("commission.report")}
      back={`/uppdrag/${id}`}
    >
      <TextArea
        t={t}
        filled={filled}
        name="text"
        label={t("commission.report_text")}
        help={t("commission.no_clients")}
        rows={5}
        limit={longest.report}
        required
      />
      {inside.can.run ? (
        <Choice
          t={t}
          filled={filled}
          name="outcome"
          label={t("commission.report_outcome")}
          value="reported"
          options={partOutcomes.map((outcome) => ({
            value: outcome,
            label: t(`commission.report_outcome.${outcome}`),
          }))}
          required
        />
      ) : null}
    </FormPage>,
    { title: `${t("commission.report")}: ${title}` },
  );
}

async function sendReport(c: Page, filled: Filled) {
  const { db, actor, now } = c.var;
  const { inside, part } = await partToReport(c);
  const { id } = inside.commission;
  await reportPart(db, actor, now, id, part.id satisfies DeliverableId, checkedForm(PartReport, filled));
  return c.redirect(`/uppdrag/${id}?klart=redovisat`, 303);
}
