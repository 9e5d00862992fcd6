import type { Translate } from "#kernel/messages.ts";
import { dateIn } from "#kernel/clock.ts";
import type { BodyFacts } from "#features/meetings/body/queries.ts";
import { partName, personWords } from "#features/meetings/distribution/parts/minutes-words.ts";
import type { PartToSend, SentDispatch, ToBeSent } from "#features/meetings/distribution/queries.ts";
import { isNothing } from "#features/meetings/distribution/what-to-send.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { Details } from "#ui/details.tsx";
import { dot } from "#ui/dot.ts";
import { Form } from "#ui/form.tsx";
import { Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";
import { sayDate, sayMoment } from "#ui/swedish-dates.ts";

type Bodies = readonly BodyFacts[];

/** The parts of the minutes, and whether each can be sent. */
export function PartsToSend({
  t,
  parts,
  bodies,
  today,
}: {
  t: Translate;
  parts: readonly PartToSend[];
  bodies: Bodies;
  today: Temporal.PlainDate;
}) {
  return (
    <Table
      caption={t("distribution.parts")}
      rows={parts}
      columns={[
        { label: t("distribution.part"), head: true, cell: ({ bodyId }) => partName(t, bodies, bodyId) },
        {
          label: t("distribution.part_state"),
          cell: ({ state, finishedAt, additionIds }) =>
            state === "final" && finishedAt ? (
              <>
                {t("distribution.part_final", { day: sayDate(t.language, dateIn(finishedAt), { today }) })}
                {additionIds.length > 0
                  ? `${dot}${t("distribution.history_additions", { count: additionIds.length })}`
                  : null}
              </>
            ) : (
              <Tag tone="open">{t("distribution.part_not_final")}</Tag>
            ),
        },
        ...(parts.some(({ diaryNumber }) => diaryNumber !== null)
          ? [{ label: t("distribution.diary_number"), cell: ({ diaryNumber }: PartToSend) => diaryNumber }]
          : []),
      ]}
    />
  );
}

type ReceiverProps = {
  t: Translate;
  receivers: readonly ToBeSent[];
  bodies: Bodies;
  address: string;
};

/** Everybody who gets the minutes, with what: those who sit there first, then those by address with what can be done. */
export function ReceiverTable({ t, receivers, bodies, address }: ReceiverProps) {
  const parts = ({ bodyIds }: ToBeSent) =>
    [
      ...(bodies.length > 1 ? [t("distribution.common")] : []),
      ...bodies.filter(({ id }) => bodyIds.includes(id)).map(({ name }) => name),
    ].join(", ");
  return (
    <section class="stack" id="mottagare">
      <h2>{t("distribution.receivers")}</h2>
      <Table
        caption={t("distribution.receivers")}
        captionHidden
        rows={receivers.filter(({ email }) => email !== null)}
        columns={[
          { label: t("distribution.receiver"), head: true, cell: (receiver) => personWords(t, receiver) },
          { label: t("distribution.gets"), cell: parts },
          {
            label: t("distribution.part_state"),
            cell: ({ unsent, personId, hasHad }) => (
              <>
                {t(
                  isNothing(unsent)
                    ? hasHad
                      ? "distribution.nothing_new"
                      : "distribution.nothing_yet"
                    : "distribution.waits",
                )}
                {personId === null ? <small class="under muted">{t("distribution.by_link")}</small> : null}
              </>
            ),
          },
          {
            label: t("distribution.remove"),
            labelHidden: true,
            cell: ({ personId, receiverId, name, hasHad }) =>
              personId === null ? (
                <Buttons>
                  {hasHad ? (
                    <Form t={t} tight action={`${address}/mottagare/${receiverId}/lank`}>
                      <Button quiet small label={t("distribution.renew_who", { name: name ?? "" })}>
                        {t("distribution.renew")}
                      </Button>
                    </Form>
                  ) : null}
                  <Form t={t} tight action={`${address}/mottagare/${receiverId}/bort`}>
                    <Button quiet small label={t("distribution.remove_who", { name: name ?? "" })}>
                      {t("distribution.remove")}
                    </Button>
                  </Form>
                </Buttons>
              ) : null,
          },
        ]}
      />
      <p>
        <LinkButton href={`${address}/mottagare`} quiet>
          {t("distribution.add")}
        </LinkButton>
      </p>
    </section>
  );
}

type HistoryProps = {
  t: Translate;
  dispatches: readonly SentDispatch[];
  parts: readonly PartToSend[];
  bodies: Bodies;
  today: Temporal.PlainDate;
};

/** What has been sent: when, by whom, and what each was sent. */
export function DispatchHistory({ t, dispatches, parts, bodies, today }: HistoryProps) {
  const sentParts = ({ partIds, additions }: SentDispatch["mails"][number]) =>
    [
      ...parts.filter(({ id }) => partIds.includes(id)).map(({ bodyId }) => partName(t, bodies, bodyId)),
      ...(additions > 0 ? [t("distribution.history_additions", { count: additions })] : []),
    ].join(", ");
  return (
    <section class="stack" id="skickat">
      <h2>{t("distribution.history")}</h2>
      {dispatches.length === 0 ? <p>{t("distribution.history_none")}</p> : null}
      {dispatches.map(({ sentAt, sentBy, message, mails }, at) => (
        <Details
          open={at === 0}
          summary={
            <>
              {sayMoment(t.language, sentAt, { today })}
              {dot}
              {personWords(t, { name: sentBy, organisation: null })}
            </>
          }
        >
          {message ? <p>{message}</p> : null}
          <Table
            caption={t("distribution.history")}
            captionHidden
            rows={mails}
            columns={[
              { label: t("distribution.receiver"), head: true, cell: (mail) => personWords(t, mail) },
              { label: t("distribution.history_what"), cell: sentParts },
              {
                label: t("distribution.mail"),
                cell: ({ state }) => t(`distribution.mail.${state ?? "not_posted"}`),
              },
            ]}
          />
        </Details>
      ))}
    </section>
  );
}
