import { dateIn } from "#kernel/clock.ts";
import type { MessageKey } from "#kernel/messages.ts";
import { pages } from "#platform/web/pages.ts";
import { mayRunBody } from "#features/meetings/body/body-policy.ts";
import { membersOfBody } from "#features/meetings/body/members/queries.ts";
import { partsOfBody } from "#features/meetings/body/pages/parts-of-body.ts";
import { BodyMembers } from "#features/meetings/body/parts/body-members.tsx";
import { BodySheet, BodyTasks, Resting } from "#features/meetings/body/parts/body-page.tsx";
import { BodySeats } from "#features/meetings/body/parts/body-seats.tsx";
import { bodyCalled, dormanciesOf, tasksOf } from "#features/meetings/body/queries.ts";
import { seatsOf } from "#features/meetings/body/seats/queries.ts";
import { RepresentedIn } from "#features/meetings/representation/parts/represented-in.tsx";
import { representationsIn } from "#features/meetings/representation/queries.ts";
import { Columns } from "#ui/columns.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

const doneWords: Readonly<Record<string, MessageKey>> = {
  upplagd: "body.done.added",
  andrad: "body.done.changed",
  vilar: "body.done.rests",
  startad: "body.done.restarted",
  plats: "body.done.seat_added",
  borttagen: "body.done.seat_ended",
  satt: "body.done.seated",
  avslutad: "body.done.left",
  namn: "body.done.named",
  utannamn: "body.done.nameless",
  medlemmar: "body.done.members",
  utgatt: "body.done.member_left",
};

/** A body: what it is for, who sits in it for whom, and what it has met about and works with. */
export const bodyPages = pages("signedIn").get("/grupper/:slug", async (c) => {
  const { t, db, actor, now } = c.var;
  const today = dateIn(now());
  const body = await bodyCalled(db, actor, c.req.param("slug") ?? "", today);
  const [tasks, seats, members, dormancies, represented, parts] = await Promise.all([
    tasksOf(db, body.id),
    seatsOf(db, actor, body.id),
    membersOfBody(db, body.id),
    dormanciesOf(db, body.id),
    representationsIn(db, body.id, today),
    Promise.all(partsOfBody.map((part) => part(c, body))),
  ]);
  const done = doneWords[c.req.query("klart") ?? ""];
  const mayRun = mayRunBody(body.standing);
  return c.render(
    <>
      <PageHeading
        kicker={t("body.kicker", { kind: t(`body.kind.${body.kind}`), organisation: body.organisation })}
        heading={body.name}
        lead={body.purpose ?? undefined}
      />
      {done ? <Notice t={t} tone="done" heading={t(done)} /> : null}
      <Resting t={t} body={body} dormancies={dormancies} />
      <Columns label={t("body.facts")} besideLast beside={<BodySheet t={t} body={body} dormancies={dormancies} />}>
        {parts}
        <BodyTasks t={t} body={body} tasks={tasks} />
        <BodySeats t={t} slug={body.slug} seats={seats} today={today} mayRun={mayRun} />
        <RepresentedIn t={t} representations={represented} />
        <BodyMembers t={t} slug={body.slug} members={members} today={today} mayRun={mayRun} />
      </Columns>
    </>,
    { title: body.name },
  );
});
