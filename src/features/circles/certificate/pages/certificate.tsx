import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { documentKinds } from "#platform/documents/document-kinds.ts";
import type { Environment } from "#platform/web/environment.ts";
import type { Filled } from "#platform/web/form.ts";
import { networkAddress } from "#platform/web/network-address.ts";
import { pages } from "#platform/web/pages.ts";
import { maySettle } from "#features/circles/certificate/certificate-policy.ts";
import { settlePlaces } from "#features/circles/certificate/commands.ts";
import { certificateDocument } from "#features/circles/certificate/parts/certificate-document.ts";
import { TakenPartTable } from "#features/circles/certificate/parts/taken-part-table.tsx";
import { certificateOf, type TakenPart, takenPartIn } from "#features/circles/certificate/queries.ts";
import { type Room, roomOf } from "#features/circles/room/queries.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";

type Page = Context<Environment>;

/** A document takes a tenth of a second to make: enough for everybody, not for a flood. */
const certificatesMade = { name: "certificate.document", perAddress: { times: 20, seconds: 60 } } as const;

/** What it has come to: for those who lead the circle everybody's part in it, for a participant their certificate. */
export const certificatePages = pages("signedIn")
  .form("/cirkel/:slug/intyg", {
    async draw(c, filled) {
      const room = await roomAsked(c);
      const people = await takenPartIn(c.var.db, room);
      return maySettle(room.part) ? drawEverybody(c, filled, room, people) : drawOwn(c, room, people);
    },
    async send(c) {
      const { db, actor, now } = c.var;
      const { round } = await roomAsked(c);
      const { completed, missed } = await settlePlaces(db, actor, now, round.id);
      return c.redirect(`/cirkel/${round.slug}/intyg?klara=${completed}&uteblivna=${missed}`, 303);
    },
  })
  .get("/cirkel/:slug/intyg/:registration/intyg.pdf", async (c) => {
    const { t, db, actor, now } = c.var;
    const slug = c.req.param("slug") ?? "";
    const facts = await certificateOf(db, actor, slug, c.req.param("registration") ?? "");
    await c.var.limits.count(certificatesMade, { address: networkAddress(c) });
    const { make, type } = documentKinds.pdf;
    const made = await make(certificateDocument(t, facts, dateIn(now())));
    return c.body(new Uint8Array(made), 200, {
      "content-type": type,
      "content-disposition": `attachment; filename="intyg-${facts.room.round.slug}.pdf"`,
      "cache-control": "no-store",
    });
  });

function drawEverybody(c: Page, filled: Filled, { round }: Room, people: readonly TakenPart[]) {
  const { t } = c.var;
  const open = people.filter(({ isCompleted }) => !isCompleted);
  const count = (outcome: string) => open.filter(({ participation }) => participation.outcome === outcome).length;
  const counts = { completed: count("completed"), missed: count("neverCame"), unknown: count("unknown") };
  const maySettleNow = round.state === "completed" && counts.completed + counts.missed > 0;
  const title = t("certificate.title_leader");
  return c.render(
    <>
      <PageHeading
        kicker={<a href={`/cirkel/${round.slug}`}>{round.title}</a>}
        heading={title}
        lead={t("certificate.lead_leader")}
      />
      {doneNotice(c)}
      <TakenPartTable t={t} people={people} address={`/cirkel/${round.slug}/intyg`} />
      {maySettleNow || filled.problems.length > 0 ? (
        <Form t={t} filled={filled}>
          {maySettleNow ? <p>{t("certificate.settle_text", counts)}</p> : null}
          {maySettleNow ? <Button>{t("certificate.settle")}</Button> : null}
        </Form>
      ) : null}
    </>,
    { title: `${title}: ${round.title}` },
  );
}

function drawOwn(c: Page, { round, own }: Room, people: readonly TakenPart[]) {
  const { t } = c.var;
  const mine = people.find(({ registrationId }) => registrationId === own?.registrationId);
  const title = t("certificate.title");
  return c.render(
    <>
      <PageHeading
        kicker={<a href={`/cirkel/${round.slug}`}>{round.title}</a>}
        heading={title}
        lead={t("certificate.lead")}
      />
      {mine?.isCompleted ? (
        <section class="stack">
          <p>{t("certificate.own.ready")}</p>
          <Buttons>
            <LinkButton href={`/cirkel/${round.slug}/intyg/${mine.registrationId}/intyg.pdf`}>
              {t("certificate.file")}
            </LinkButton>
          </Buttons>
        </section>
      ) : (
        <p>{t(mine ? "certificate.own.waits" : "certificate.own.no_seat")}</p>
      )}
    </>,
    { title: `${title}: ${round.title}` },
  );
}

function doneNotice(c: Page) {
  const [completed, missed] = [Number(c.req.query("klara")), Number(c.req.query("uteblivna"))];
  if (!Number.isSafeInteger(completed) || !Number.isSafeInteger(missed) || c.req.query("klara") === undefined)
    return null;
  return <Notice t={c.var.t} tone="done" heading={c.var.t("certificate.settled", { completed, missed })} />;
}

async function roomAsked(c: Page): Promise<Room> {
  const room = await roomOf(c.var.db, c.var.actor, c.req.param("slug") ?? "");
  if (!room) throw new Refusal("not_found", "room.no_such_circle");
  return room;
}
