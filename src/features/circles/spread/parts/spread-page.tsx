import type { Translate } from "#kernel/messages.ts";
import type { SpreadInRoom, ToldOnce } from "#features/circles/spread/queries.ts";
import type { Room } from "#features/circles/room/queries.ts";
import { BalanceBars } from "#ui/balance-bars.tsx";
import { Button, LinkButton } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";

type Shown = { t: Translate; spread: SpreadInRoom };

/** How far a circle has reached, on the circle's own page. */
export function SpreadInShort({ t, spread, slug }: Shown & { slug: string }) {
  return (
    <section class="stack">
      <h2>{t("spread.title")}</h2>
      <p class="muted">{reachWords({ t, spread })}</p>
      <p>
        <LinkButton href={`/cirkel/${slug}/spridning`} quiet>
          {t("spread.open")}
        </LinkButton>
      </p>
    </section>
  );
}

function reachWords({ t, spread: { reach } }: Shown): string {
  if (reach.perParticipant === undefined) return t("spread.nobody_yet");
  return t("spread.reach", {
    colleagues: reach.colleagues,
    participants: reach.participants,
    each: reach.perParticipant,
  });
}

type SpreadPageProps = Shown & { room: Room; today: Temporal.PlainDate; done: string | undefined };

/** How far a circle has reached, per workplace and municipality, with one's own part and what can be done. */
export function SpreadPage({ t, room: { round }, spread, today, done }: SpreadPageProps) {
  const { reach, target, own, each, can } = spread;
  const address = `/cirkel/${round.slug}/spridning`;
  const bars = (groups: typeof reach.byEmployer) =>
    groups.map(({ name, participants, colleagues }) => ({
      label: t("spread.group", { name, participants }),
      count: colleagues,
    }));
  return (
    <>
      <PageHeading
        kicker={<a href={`/cirkel/${round.slug}`}>{round.title}</a>}
        heading={t("spread.title")}
        lead={reachWords({ t, spread })}
      >
        {target > 0 ? <p>{t("spread.target_all", { target })}</p> : null}
      </PageHeading>
      {done ? <Notice t={t} tone="done" heading={done} /> : null}
      <div class="buttons">
        {can.tell ? <LinkButton href={`${address}/ny`}>{t("spread.tell")}</LinkButton> : null}
        {can.setTarget ? (
          <LinkButton href={`${address}/mal`} quiet>
            {t(own?.target ? "spread.target_change" : "spread.target_set")}
          </LinkButton>
        ) : null}
      </div>
      {own ? <Own t={t} own={own} address={address} today={today} /> : null}
      {reach.participants > 0 ? (
        <>
          <BalanceBars
            t={t}
            caption={t("spread.by_employer")}
            counted={t("spread.reached")}
            bars={bars(reach.byEmployer)}
          />
          <BalanceBars
            t={t}
            caption={t("spread.by_workplace")}
            counted={t("spread.reached")}
            bars={bars(reach.byWorkplace)}
          />
        </>
      ) : null}
      {each && each.length > 0 ? (
        <Table
          caption={t("spread.each")}
          rows={each}
          columns={[
            { label: t("spread.participant"), head: true, cell: ({ name }) => name },
            { label: t("spread.target"), numeric: true, cell: ({ target: meant }) => meant ?? null },
            { label: t("spread.reached"), numeric: true, cell: ({ reached }) => reached },
          ]}
        />
      ) : null}
    </>
  );
}

type OwnProps = {
  t: Translate;
  own: NonNullable<SpreadInRoom["own"]>;
  address: string;
  today: Temporal.PlainDate;
};

function Own({ t, own: { told, target }, address, today }: OwnProps) {
  const columns: readonly Column<ToldOnce>[] = [
    { label: t("spread.audience"), head: true, cell: ({ audience }) => audience },
    { label: t("spread.told_on"), cell: ({ toldOn }) => sayDate(t.language, toldOn, { today }) },
    { label: t("spread.manner"), cell: ({ manner }) => t(`spread.manner.${manner}`) },
    { label: t("spread.reached"), numeric: true, cell: ({ reached }) => reached },
    {
      label: t("spread.take_back"),
      labelHidden: true,
      cell: ({ id, audience }) => (
        <Form t={t} action={`${address}/${id}/bort`} tight>
          <Button quiet small label={t("spread.take_back_one", { audience })}>
            {t("spread.take_back")}
          </Button>
        </Form>
      ),
    },
  ];
  return (
    <section class="stack">
      <h2>{t("spread.own")}</h2>
      {target ? <p>{t("spread.own_target", { target: target.colleagues })}</p> : null}
      {told.length > 0 ? (
        <Table caption={t("spread.own")} captionHidden columns={columns} rows={told} />
      ) : (
        <p class="muted">{t("spread.own_none")}</p>
      )}
    </section>
  );
}
