import type { Context } from "hono";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm, type Filled, filledFrom } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { longestText, TakingText } from "#platform/shared-texts/text-answer.ts";
import { writerOf } from "#platform/shared-texts/text-saving.ts";
import { ItemOutcome } from "#features/meetings/minutes/item-outcome.ts";
import { type ItemKind, itemKinds } from "#features/meetings/minutes/minutes.ts";
import { ItemWriting } from "#features/meetings/minutes/minutes-words.ts";
import { settleItem } from "#features/meetings/minutes/outcome/commands.ts";
import {
  addressOfMinutes,
  backToMinutes,
  itemAsked,
  minutesBase,
  titleOf,
} from "#features/meetings/minutes/pages/minutes.tsx";
import { askedOf } from "#features/meetings/minutes/finishing.ts";
import { ItemSaid, ItemTags, sayKind, sayPerson } from "#features/meetings/minutes/parts/item-said.tsx";
import { OutcomeFields } from "#features/meetings/minutes/parts/outcome-fields.tsx";
import { bodiesBeside, organisationsNear, seatedIn } from "#features/meetings/minutes/choices/queries.ts";
import { otherTextsOf } from "#features/meetings/minutes/writing/queries.ts";
import { removeItemText, takeItem, writeItem } from "#features/meetings/minutes/writing/commands.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Narrow } from "#ui/columns.tsx";
import { EntryList } from "#ui/entry-list.tsx";
import { TextArea } from "#ui/fields.tsx";
import { textIn } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { TextComparison } from "#ui/text-comparison.tsx";
import { SomebodyWrites, TextEditor } from "#ui/text-writing.tsx";

type Page = Context<Environment>;
const base = `${minutesBase}/punkt/:item`;

/** An item of the minutes: written, compared, settled and named by those who take notes. */
export const minutesItemPages = pages("signedIn")
  .form(base, { draw: drawWriting, send: sendWriting })
  .post(`${base}/skriv`, async (c) => {
    const { db, actor, now } = c.var;
    const { item } = await itemAsked(c);
    const { takesOver } = checkedForm(TakingText, await filledFrom(c));
    const writer = writerOf({ ...item, hand: null, writerId: item.writer?.id ?? null }, now());
    // Somebody writes there: the page of the item says who, and offers to take over.
    if (takesOver || !writer || writer === actor.personId) await takeItem(db, actor, now, whereOf(c), takesOver);
    return c.redirect(addressOf(c), 303);
  })
  .post(`${base}/spara`, async (c) => {
    const writing = checkedForm(ItemWriting, await filledFrom(c));
    return c.json(await writeItem(c.var.db, c.var.actor, c.var.now, whereOf(c), writing));
  })
  .post(`${base}/texter/:text/bort`, async (c) => {
    await removeItemText(c.var.db, c.var.actor, c.var.now, { ...whereOf(c), textId: c.req.param("text") ?? "" });
    return c.redirect(`${addressOf(c)}/jamfor`, 303);
  })
  .form(`${base}/jamfor`, { draw: drawComparison, send: sendWriting })
  .form(`${base}/utfall`, {
    draw: drawOutcome,
    async send(c, filled) {
      const { item } = await itemAsked(c);
      await settleItem(c.var.db, c.var.actor, c.var.now, whereOf(c), checkedForm(ItemOutcome, filled));
      return c.redirect(backToMinutes(c, "utfall", `p-${item.id}`), 303);
    },
  });

async function sendWriting(c: Page, filled: Filled) {
  await itemAsked(c);
  const writing = checkedForm(ItemWriting, filled);
  const where = whereOf(c);
  const { fate } = await writeItem(c.var.db, c.var.actor, c.var.now, where, { ...writing, isDone: true });
  return c.redirect(
    fate === "beside" ? `${addressOf(c)}/jamfor?klart=bredvid` : backToMinutes(c, "sparad", `p-${where.itemId}`),
    303,
  );
}

async function drawWriting(c: Page, filled: Filled) {
  const { t, actor, now } = c.var;
  const { item, inside } = await itemAsked(c);
  const at = addressOf(c);
  const writer = writerOf({ ...item, hand: null, writerId: item.writer?.id ?? null }, now());
  const isOthers = writer !== undefined && writer !== actor.personId && item.writer !== null;
  return c.render(
    <Narrow>
      <PageHeading
        kicker={wayBack(c, titleOf(t, inside.bodies))}
        heading={item.heading}
        lead={t("ui.writing.device")}
      />
      <TextEditor t={t} at={at} text={item} personId={actor.personId}>
        {isOthers && item.writer && filled.problems.length === 0 ? (
          <SomebodyWrites t={t} at={at} name={sayPerson(t, item.writer)} body={item.body} />
        ) : (
          <Form
            t={t}
            filled={filled}
            hidden={{ basedOn: textIn(filled, "basedOn", item.version), hand: textIn(filled, "hand", ""), turn: "" }}
          >
            <TextArea
              t={t}
              filled={filled}
              name="body"
              label={t("minutes.writing.text")}
              help={t("minutes.no_clients")}
              value={item.body}
              rows={14}
              limit={longestText}
            />
            <FormEnd>
              <Button>{t("ui.writing.save")}</Button>
              <LinkButton href={backToMinutes(c, undefined, `p-${item.id}`)} plain>
                {t("ui.cancel")}
              </LinkButton>
            </FormEnd>
          </Form>
        )}
      </TextEditor>
    </Narrow>,
    { title: `${item.heading}: ${inside.meeting.title}` },
  );
}

async function drawComparison(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const { item, inside, can } = await itemAsked(c);
  const others = await otherTextsOf(db, inside.meeting.id, item.id);
  const waiting = others.filter(({ isSettled }) => !isSettled).map(({ id }) => id);
  const shown = filled.values["settles"] ?? waiting;
  return c.render(
    <>
      <PageHeading
        kicker={wayBack(c, titleOf(t, inside.bodies))}
        heading={`${t("ui.compare.title")}: ${item.heading}`}
        lead={t("ui.compare.lead")}
      />
      {c.req.query("klart") === "bredvid" ? <Notice t={t} tone="done" heading={t("ui.compare.kept")} /> : null}
      <TextComparison t={t} body={item.body} others={others} removal={can.run ? `${addressOf(c)}/texter` : undefined} />
      <Form t={t} filled={filled} hidden={{ basedOn: textIn(filled, "basedOn", item.version), settles: shown }}>
        <TextArea
          t={t}
          filled={filled}
          name="body"
          label={t("ui.compare.text")}
          help={t("minutes.no_clients")}
          value={item.body}
          rows={14}
          limit={longestText}
        />
        <FormEnd>
          <Button>{t("ui.compare.save")}</Button>
          <LinkButton href={backToMinutes(c, undefined, `p-${item.id}`)} plain>
            {t("ui.cancel")}
          </LinkButton>
        </FormEnd>
      </Form>
    </>,
    { title: `${t("ui.compare.title")}: ${inside.meeting.title}` },
  );
}

/** First the kind is chosen, by a link each; then the fields of that kind. */
async function drawOutcome(c: Page, filled: Filled) {
  const { t, db } = c.var;
  const { item, inside, bodies } = await itemAsked(c);
  const { hasMandate } = askedOf(bodies);
  const at = `${addressOf(c)}/utfall`;
  const kind = kindAsked(textIn(filled, "kind", c.req.query("slag") ?? (c.req.query("byt") ? "" : item.kind)));
  const title = { title: `${t("minutes.outcome.title")}: ${item.heading}` };
  const heading = (
    <PageHeading
      kicker={wayBack(c, titleOf(t, inside.bodies))}
      heading={kind ? sayKind(t, { kind }, hasMandate) : t("minutes.outcome.title")}
      lead={item.heading}
    />
  );
  if (!kind)
    return c.render(
      <Narrow>
        {heading}
        <p>{t("minutes.outcome.lead")}</p>
        <EntryList
          entries={itemKinds.map((each) => ({
            href: `${at}?slag=${each}`,
            title: sayKind(t, { kind: each }, hasMandate),
            detail: t(each === "decision" && !hasMandate ? "minutes.kind_help.position" : `minutes.kind_help.${each}`),
          }))}
        />
      </Narrow>,
      title,
    );
  const isOvertaken = filled.problems.some(({ code }) => code === "minutes.settled_meanwhile");
  // Whoever has been told what stands has seen it, and nobody else.
  const mark = isOvertaken ? item.outcomeMark : textIn(filled, "mark", item.outcomeMark);
  const ids = bodies.map(({ id }) => id);
  const [seated, beside, organisations] = await Promise.all([
    seatedIn(db, { meeting: inside.meeting, bodyIds: ids }, inside.today),
    bodiesBeside(db, ids),
    organisationsNear(db, ids),
  ]);
  return c.render(
    <Narrow>
      {heading}
      {kind === "decision" && !hasMandate ? (
        <Notice t={t} tone="warn">
          {t("minutes.no_mandate")}
        </Notice>
      ) : null}
      {isOvertaken ? (
        <Notice t={t} tone="warn" heading={t("minutes.overtaken")}>
          <p>{t("minutes.overtaken_text")}</p>
          <section aria-label={t("minutes.stands_now")}>
            <ItemTags t={t} item={item} hasMandate={hasMandate} />
            <ItemSaid t={t} item={item} />
          </section>
        </Notice>
      ) : null}
      <Form t={t} filled={filled} hidden={{ kind, mark }}>
        <OutcomeFields
          t={t}
          filled={filled}
          kind={kind}
          item={item}
          hasMandate={hasMandate}
          people={seated.map((person) => ({ value: person.id, label: sayPerson(t, person) }))}
          bodies={beside.map(({ id, name }) => ({ value: id, label: name }))}
          organisations={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        />
        {kind === "information" || kind === "discussion" || kind === "continued" ? (
          <p>{t(`minutes.kind_help.${kind}`)}</p>
        ) : null}
        <FormEnd>
          <Button>{t("minutes.outcome.save")}</Button>
          <LinkButton href={`${at}?byt=1`} plain>
            {t("minutes.outcome.other_kind")}
          </LinkButton>
          <LinkButton href={backToMinutes(c, undefined, `p-${item.id}`)} plain>
            {t("ui.cancel")}
          </LinkButton>
        </FormEnd>
      </Form>
    </Narrow>,
    title,
  );
}

const kindAsked = (text: string): ItemKind | undefined => itemKinds.find((kind) => kind === text);

function whereOf(c: Page) {
  return { slug: c.req.param("slug") ?? "", itemId: c.req.param("item") ?? "" };
}

function addressOf(c: Page): string {
  return `${addressOfMinutes(c)}/punkt/${c.req.param("item") ?? ""}`;
}

function wayBack(c: Page, title: string) {
  return <a href={backToMinutes(c)}>{title}</a>;
}
