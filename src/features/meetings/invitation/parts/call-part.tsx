import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import type { Receiver } from "#features/meetings/invitation/queries.ts";
import type { ReplyRow } from "#features/meetings/invitation/reply/queries.ts";
import { type Reply, replies as allReplies, repliesFor } from "#features/meetings/invitation/reply/reply.ts";
import type { MeetingFacts, MeetingInside } from "#features/meetings/meeting/queries.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

type CallPartProps = {
  t: Translate;
  inside: MeetingInside;
  receivers: readonly Receiver[];
  /** How many were just called. */
  sent: number | undefined;
};

/** For whoever plans: whether the call is sent, and who will get it. */
export function CallPart({ t, inside, receivers, sent }: CallPartProps) {
  const { meeting, today } = inside;
  const withoutAddress = receivers.filter(({ email }) => email === null).length;
  const count = receivers.length - withoutAddress;
  return (
    <section class="stack" id="kallelse">
      {sent === undefined ? null : <Notice t={t} tone="done" heading={t("call.sent", { count: sent })} />}
      <p>
        {meeting.calledAt
          ? t("call.sent_on", { day: sayDate(t.language, dateIn(meeting.calledAt), { today }) })
          : `${t("call.not_sent")} ${t("call.will_get", { count })}`}{" "}
        {withoutAddress > 0 ? t("call.without_address", { count: withoutAddress }) : null}
      </p>
      {meeting.calledAt ? null : <p class="muted">{t("call.send_lead")}</p>}
      <Form t={t} action={`/mote/${meeting.slug}/kalla`} tight>
        <Button quiet={meeting.calledAt !== null} wide>
          {t(meeting.calledAt ? "call.send_again" : "call.send")}
        </Button>
      </Form>
    </section>
  );
}

type RepliesPartProps = { t: Translate; bodies: MeetingInside["bodies"]; replies: readonly ReplyRow[] };

/** Who comes: how many of each answer, and body by body what each has said. */
export function RepliesPart({ t, bodies, replies }: RepliesPartProps) {
  return (
    <section class="stack">
      <h2>{t("call.replies")}</h2>
      <p>{countsOf(t, replies)}</p>
      {bodies.map(({ id, name }) => {
        const rows = replies.filter(({ bodyId }) => bodyId === id);
        return (
          <Details summary={bodies.length > 1 ? name : t("call.reply.each")}>
            {bodies.length > 1 ? <p class="muted">{countsOf(t, rows)}</p> : null}
            <ReplyTable t={t} caption={name} rows={rows} />
          </Details>
        );
      })}
    </section>
  );
}

/** "På plats: 2, Inget svar: 11". Somebody who sits in two bodies counts once. */
function countsOf(t: Translate, replies: readonly ReplyRow[]): string {
  const people = new Map(replies.map(({ personId, answer }) => [personId, answer]));
  return [...allReplies, null]
    .map((answer) => ({ answer, count: [...people.values()].filter((each) => each === answer).length }))
    .filter(({ count }) => count > 0)
    .map(({ answer, count }) => t("call.reply.count", { answer: t(`call.reply.${answer ?? "none"}`), count }))
    .join(", ");
}

function ReplyTable({ t, caption, rows }: { t: Translate; caption: string; rows: readonly ReplyRow[] }) {
  const columns: readonly Column<ReplyRow>[] = [
    {
      label: t("call.reply.who"),
      head: true,
      cell: ({ name, function: called, isSubstitute }) => (
        <>
          {name ?? called} {isSubstitute ? <Tag tone="quiet">{t("call.reply.substitute_tag")}</Tag> : null}
        </>
      ),
    },
    { label: t("call.reply.answer"), cell: ({ answer }) => t(`call.reply.${answer ?? "none"}`) },
  ];
  return <Table caption={caption} columns={columns} rows={rows} captionHidden brief />;
}

type ReplyPartProps = {
  t: Translate;
  meeting: MeetingFacts;
  own: Reply | undefined;
  saved: boolean;
  today: Temporal.PlainDate;
};

/** For whoever is called: the question, with one button for each answer. */
export function ReplyPart({ t, meeting, own, saved, today }: ReplyPartProps) {
  return (
    <section class="stack" id="svar">
      <h2>{t("call.reply.own")}</h2>
      {saved ? <Notice t={t} tone="done" heading={t("call.reply.saved")} /> : null}
      {own ? <p>{t("call.reply.stands", { answer: t(`call.reply.${own}`) })}</p> : null}
      {meeting.replyBy ? <p>{t("call.reply_by", { day: sayDate(t.language, meeting.replyBy, { today }) })}</p> : null}
      <ReplyButtons t={t} meeting={meeting} own={own} action={`/mote/${meeting.slug}/svar`} />
    </section>
  );
}

type ReplyButtonsProps = {
  t: Translate;
  meeting: Pick<MeetingFacts, "mode">;
  own: Reply | undefined;
  action?: string;
};

export function ReplyButtons({ t, meeting, own, action }: ReplyButtonsProps) {
  return (
    <Form t={t} action={action} tight>
      <Buttons>
        {repliesFor(meeting.mode).map((reply) => (
          <Button quiet={reply !== own} name="answer" value={reply}>
            {t(`call.reply.${reply}`)}
          </Button>
        ))}
      </Buttons>
    </Form>
  );
}
