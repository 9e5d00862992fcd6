import { randomUUID } from "node:crypto";
import type { Context } from "hono";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { chooseNoteTakers } from "#features/meetings/minutes/commands.ts";
import { askedOf } from "#features/meetings/minutes/finishing.ts";
import {
  addToMinutes,
  adjustMinutes,
  askToAdjust,
  finishPart,
  takeBackMinutes,
} from "#features/meetings/minutes/finishing/commands.ts";
import { quorumIn } from "#features/meetings/minutes/finishing/queries.ts";
import { Finishing, longestAddition, NewAddition, SomePeople } from "#features/meetings/minutes/minutes-words.ts";
import { backToMinutes, minutesBase, type PartAsked, partAsked } from "#features/meetings/minutes/pages/minutes.tsx";
import { sayPerson } from "#features/meetings/minutes/parts/item-said.tsx";
import { namePart } from "#features/meetings/minutes/parts/minutes-part.tsx";
import { seatedIn } from "#features/meetings/minutes/choices/queries.ts";
import { Checkbox, Checks, Select, TextArea, TextField } from "#ui/fields.tsx";
import { textIn } from "#ui/filled.ts";
import { FormPage } from "#ui/form-page.tsx";
import { Notice } from "#ui/notice.tsx";

type Page = Context<Environment>;
const base = `${minutesBase}/:part`;

/** A part of the minutes as a whole: who takes notes, who adjusts, that it is ready, and what is added afterwards. */
export const minutesPartPages = pages("signedIn")
  .form(`${base}/antecknar`, {
    draw: (c, filled) => drawPeople(c, filled, "takers"),
    async send(c, filled) {
      await chooseNoteTakers(c.var.db, c.var.actor, c.var.now, whereOf(c), checkedForm(SomePeople, filled));
      return c.redirect(backTo(c, "antecknar"), 303);
    },
  })
  .form(`${base}/justering`, {
    draw: (c, filled) => drawPeople(c, filled, "adjusting"),
    async send(c, filled) {
      await askToAdjust(c.var.db, c.var.actor, c.var.now, whereOf(c), checkedForm(SomePeople, filled));
      return c.redirect(backTo(c, "framlagd"), 303);
    },
  })
  .post(`${base}/justera`, async (c) => {
    await adjustMinutes(c.var.db, c.var.actor, c.var.now, whereOf(c));
    return c.redirect(backTo(c, "justerad"), 303);
  })
  .post(`${base}/ta-tillbaka`, async (c) => {
    await takeBackMinutes(c.var.db, c.var.actor, c.var.now, whereOf(c));
    return c.redirect(backTo(c, "tillbaka"), 303);
  })
  .form(`${base}/klar`, {
    draw: drawFinishing,
    async send(c, filled) {
      await finishPart(c.var.db, c.var.actor, c.var.now, whereOf(c), checkedForm(Finishing, filled));
      return c.redirect(backTo(c, "klar"), 303);
    },
  })
  .form(`${base}/tillagg`, {
    draw: drawAddition,
    async send(c, filled) {
      await addToMinutes(c.var.db, c.var.actor, c.var.now, whereOf(c), checkedForm(NewAddition, filled));
      return c.redirect(backTo(c, "tillagg"), 303);
    },
  });

/** Some of those who sit are chosen: to take notes, or to adjust. */
async function drawPeople(c: Page, filled: Filled, what: "takers" | "adjusting") {
  const { t, db } = c.var;
  const asked = await partToRun(c);
  const { inside, part, bodies } = asked;
  if (what === "adjusting" && !askedOf(bodies).isAdjusted) throw new Refusal("conflict", "minutes.not_adjusted");
  const seated = await seatedIn(db, { meeting: inside.meeting, bodyIds: bodies.map(({ id }) => id) }, inside.today);
  const chosen = (what === "takers" ? part.takers : part.adjusters).map(({ id }) => id as string);
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={wayBack(c, asked)}
      heading={t(`minutes.${what}.title`)}
      lead={t(`minutes.${what}.lead`)}
      press={t(`minutes.${what}.save`)}
      back={backTo(c)}
    >
      <Checks
        t={t}
        filled={filled}
        name="people"
        label={t(`minutes.${what}.people`)}
        options={seated.map((person) => ({ value: person.id, label: sayPerson(t, person) }))}
        value={chosen}
        required={what === "adjusting"}
      />
    </FormPage>,
    { title: `${t(`minutes.${what}.title`)}: ${inside.meeting.title}` },
  );
}

async function drawFinishing(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const asked = await partToRun(c);
  const { inside, part, bodies } = asked;
  const { hasDiary, checksSecrecy, hasMandate } = askedOf(bodies);
  const isEnough = await quorumIn(db, { ...inside, bodies });
  const isCounted = bodies.some(({ quorumOf }) => quorumOf !== null);
  const decides = part.items.some(({ kind, decidedBy }) => kind === "decision" && decidedBy === null);
  const unsettled = part.items.filter((item) => item.unsettled > 0).length;
  const withoutKind = part.items.filter(({ kind, body }) => kind === null && body !== "").length;
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={wayBack(c, asked)}
      heading={t("minutes.finishing.title")}
      lead={t("minutes.finishing.lead")}
      before={
        <>
          {isEnough === false ? (
            <Notice t={t} tone="warn">
              {t("minutes.too_few")}
            </Notice>
          ) : null}
          {isCounted && isEnough === null ? (
            <Notice t={t} tone="warn">
              {t("minutes.quorum_unknown")}
            </Notice>
          ) : null}
          {decides && !hasMandate ? (
            <Notice t={t} tone="warn">
              {t("minutes.no_mandate")}
            </Notice>
          ) : null}
          {unsettled > 0 ? (
            <Notice t={t} tone="warn" heading={t("minutes.finishing.unsettled", { count: unsettled })}>
              {t("minutes.finishing.unsettled_help")}
            </Notice>
          ) : null}
          {withoutKind > 0 ? (
            <Notice t={t} tone="warn" heading={t("minutes.finishing.without_kind", { count: withoutKind })}>
              {t("minutes.finishing.without_kind_help")}
            </Notice>
          ) : null}
        </>
      }
      press={t("minutes.finishing.save")}
      back={backTo(c)}
    >
      {hasDiary ? (
        <TextField
          t={t}
          filled={filled}
          name="diaryNumber"
          label={t("minutes.diary_number")}
          value={part.diaryNumber}
          width="medium"
          required
        />
      ) : null}
      {checksSecrecy ? (
        <Checkbox t={t} filled={filled} name="isSecrecyChecked" label={t("minutes.finishing.secrecy")} required />
      ) : null}
    </FormPage>,
    { title: `${t("minutes.finishing.title")}: ${inside.meeting.title}` },
  );
}

async function drawAddition(c: Page, filled: Filled) {
  const { t } = c.var;
  const asked = await partAsked(c);
  const { inside, part, can } = asked;
  if (!can.add) throw new Refusal("forbidden", "minutes.not_your_notes");
  if (part.state !== "final") throw new Refusal("conflict", "minutes.not_final");
  return c.render(
    <FormPage
      t={t}
      filled={filled}
      kicker={wayBack(c, asked)}
      heading={t("minutes.addition.title")}
      lead={t("minutes.addition.lead")}
      hidden={{ key: textIn(filled, "key", randomUUID()) }}
      press={t("minutes.addition.save")}
      back={backTo(c)}
    >
      <Select
        t={t}
        filled={filled}
        name="itemId"
        label={t("minutes.addition.about")}
        options={part.items.map(({ id, heading }) => ({ value: id, label: heading }))}
        empty={t("minutes.addition.whole")}
      />
      <TextArea
        t={t}
        filled={filled}
        name="text"
        label={t("minutes.addition.text")}
        help={t("minutes.no_clients")}
        limit={longestAddition}
        required
      />
    </FormPage>,
    { title: `${t("minutes.addition.title")}: ${inside.meeting.title}` },
  );
}

/** The part a page is about, for its chair and secretary, while it is not final. */
async function partToRun(c: Page): Promise<PartAsked> {
  const asked = await partAsked(c);
  if (!asked.can.run) throw new Refusal("forbidden", "minutes.only_chair_and_secretary");
  // Sent by the second of two: the form is drawn again with what was answered.
  if (asked.part.state === "final" && c.req.method === "GET") throw new Refusal("conflict", "minutes.already_final");
  return asked;
}

function whereOf(c: Page) {
  return { slug: c.req.param("slug") ?? "", partId: c.req.param("part") ?? "" };
}

function backTo(c: Page, done?: string): string {
  return backToMinutes(c, done, `del-${c.req.param("part") ?? ""}`);
}

function wayBack(c: Page, { part, bodies }: PartAsked) {
  return <a href={backTo(c)}>{namePart(c.var.t, part, bodies)}</a>;
}
