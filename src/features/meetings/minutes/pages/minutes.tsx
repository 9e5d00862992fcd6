import type { Context } from "hono";
import type { MessageKey, Translate } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import { dateIn } from "#kernel/clock.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { Filled } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";
import { mayPlanMeeting } from "#features/meetings/meeting/meeting-policy.ts";
import { type MeetingInside, meetingInside } from "#features/meetings/meeting/queries.ts";
import { beginMinutes } from "#features/meetings/minutes/commands.ts";
import { askedOf } from "#features/meetings/minutes/finishing.ts";
import { quorumIn } from "#features/meetings/minutes/finishing/queries.ts";
import { mayAdd, mayRunMinutes, mayTakeNotes } from "#features/meetings/minutes/minutes-policy.ts";
import type { MinutesItem, MinutesPart } from "#features/meetings/minutes/minutes.ts";
import { PartOfMinutes } from "#features/meetings/minutes/parts/minutes-part.tsx";
import { minutesOf, partsBegun, standingsOf } from "#features/meetings/minutes/queries.ts";
import { Button } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;
export const minutesBase = "/mote/:slug/anteckningar";

const dones: Readonly<Record<string, MessageKey>> = {
  borjat: "minutes.begun",
  sparad: "minutes.done.saved",
  utfall: "minutes.done.settled",
  punkt: "minutes.done.item",
  borttagen: "minutes.done.removed",
  antecknar: "minutes.done.takers",
  framlagd: "minutes.done.laid",
  justerad: "minutes.done.adjusted",
  tillbaka: "minutes.done.back",
  klar: "minutes.done.final",
  tillagg: "minutes.done.added",
};

/** The minutes of a meeting, begun, written and read: each sees the parts that are theirs. */
export const minutesPages = pages("signedIn").form(minutesBase, {
  draw: drawMinutes,
  async send(c) {
    await beginMinutes(c.var.db, c.var.actor, c.var.now, c.req.param("slug") ?? "");
    return c.redirect(`${addressOfMinutes(c)}?klart=borjat`, 303);
  },
});

async function drawMinutes(c: Page, filled: Filled) {
  const { t, db, actor, now } = c.var;
  const inside = await insideAsked(c);
  const parts = await minutesOf(db, inside);
  const { meeting, bodies } = inside;
  const begun = parts.length > 0 || (await partsBegun(db, inside)).length > 0;
  // Begun, and nothing of it theirs: it is not there.
  if (begun && parts.length === 0) throw new Refusal("not_found", "minutes.no_such_part");
  const done = dones[c.req.query("klart") ?? ""];
  const mayBegin = mayPlanMeeting(bodies.map(({ standing }) => standing));
  const shown = await Promise.all(
    parts.map(async (part) => {
      const own = bodiesOf(inside, part);
      const isEnough = part.state === "final" ? part.hadQuorum : await quorumIn(db, { ...inside, bodies: own });
      return { part, own, isEnough };
    }),
  );
  const mayWrite = parts.some((part) => part.state === "working" && powersIn(inside, part, actor.personId).write);
  return c.render(
    <>
      <PageHeading
        kicker={<a href={`/mote/${meeting.slug}`}>{meeting.title}</a>}
        heading={titleOf(t, bodies)}
        lead={begun ? (mayWrite ? t("minutes.no_clients") : undefined) : t("minutes.not_begun")}
      />
      {done ? <Notice t={t} tone="done" heading={t(done)} /> : null}
      {begun ? null : mayBegin ? (
        <>
          <p>{t("minutes.not_begun_help")}</p>
          <Form t={t} filled={filled}>
            <Button>{t("minutes.begin")}</Button>
          </Form>
        </>
      ) : null}
      {shown.map(({ part, own, isEnough }) => (
        <PartOfMinutes
          t={t}
          part={part}
          bodies={own}
          address={addressOfMinutes(c)}
          can={powersIn(inside, part, actor.personId)}
          isEnough={isEnough}
          personId={actor.personId}
          now={now()}
        />
      ))}
    </>,
    { title: `${titleOf(t, bodies)}: ${meeting.title}` },
  );
}

/** Minutes where they are adjusted, notes elsewhere. */
export function titleOf(t: Translate, bodies: readonly BodyFacts[]): string {
  return t(askedOf(bodies).isAdjusted ? "minutes.minutes" : "minutes.notes");
}

/** What somebody may do with a part; the buttons are drawn from it. */
export function powersIn(inside: MeetingInside, part: MinutesPart, personId: Page["var"]["actor"]["personId"]) {
  const standings = standingsOf(inside, part.bodyId);
  const takers = { takerIds: part.takers.map(({ id }) => id) };
  return {
    write: mayTakeNotes(standings, takers, personId),
    run: mayRunMinutes(standings),
    adjust: part.adjusters.some(({ id, adjustedAt }) => id === personId && adjustedAt === null),
    add: mayAdd(standings, takers, personId),
  };
}

/** The bodies of a part. */
export function bodiesOf(inside: MeetingInside, { bodyId }: Pick<MinutesPart, "bodyId">): readonly BodyFacts[] {
  return inside.bodies.filter(({ id }) => bodyId === null || id === bodyId);
}

/** The meeting whose minutes a page is about, for those inside it. */
export function insideAsked(c: Page): Promise<MeetingInside> {
  const { db, actor, now } = c.var;
  return meetingInside(db, actor, c.req.param("slug") ?? "", dateIn(now()));
}

export type PartAsked = {
  readonly inside: MeetingInside;
  readonly part: MinutesPart;
  readonly bodies: readonly BodyFacts[];
  readonly can: ReturnType<typeof powersIn>;
};

/** The part a page is about, for those who may read it. */
export async function partAsked(c: Page): Promise<PartAsked> {
  const inside = await insideAsked(c);
  const part = (await minutesOf(c.var.db, inside)).find(({ id }) => id === c.req.param("part"));
  if (!part) throw new Refusal("not_found", "minutes.no_such_part");
  return { inside, part, bodies: bodiesOf(inside, part), can: powersIn(inside, part, c.var.actor.personId) };
}

/** The item a page is about, for those who take notes there. */
export async function itemAsked(c: Page): Promise<PartAsked & { readonly item: MinutesItem }> {
  const inside = await insideAsked(c);
  for (const part of await minutesOf(c.var.db, inside)) {
    const item = part.items.find(({ id }) => id === c.req.param("item"));
    if (!item) continue;
    const can = powersIn(inside, part, c.var.actor.personId);
    if (!can.write) throw new Refusal("forbidden", "minutes.not_your_notes");
    if (part.state !== "working")
      throw new Refusal("conflict", part.state === "final" ? "minutes.is_final" : "minutes.is_adjusted");
    return { inside, part, item, bodies: bodiesOf(inside, part), can };
  }
  throw new Refusal("not_found", "minutes.no_such_item");
}

/** Where the minutes of the meeting stand. */
export function addressOfMinutes(c: Page): string {
  return `/mote/${c.req.param("slug") ?? ""}/anteckningar`;
}

/** The minutes, at a part or an item, with what was just done. */
export function backToMinutes(c: Page, done?: string, at?: string): string {
  return `${addressOfMinutes(c)}${done ? `?klart=${done}` : ""}${at ? `#${at}` : ""}`;
}
