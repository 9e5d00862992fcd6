import { dateIn } from "#kernel/clock.ts";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { HarvestSource } from "#features/knowledge/filling/source/queries.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

type SourceListProps = {
  t: Translate;
  sources: readonly HarvestSource[];
  today: Temporal.PlainDate;
  now: Temporal.Instant;
  mayKeep: (source: HarvestSource) => boolean;
};

/** Archives that are harvested, how it goes with each, and what it has brought. */
export function SourceList({ t, sources, today, now, mayKeep }: SourceListProps) {
  const day = (at: Temporal.Instant) => sayDate(t.language, dateIn(at), { today, weekday: false });
  return (
    <Table
      caption={t("filling.sources")}
      captionHidden
      rows={sources}
      columns={[
        {
          label: t("filling.column.archive"),
          head: true,
          cell: (source) => (
            <>
              {mayKeep(source) ? <a href={`/hamta/kallor/${source.id}`}>{source.name}</a> : source.name}
              <span class="note">{source.organisation}</span>
            </>
          ),
        },
        { label: t("filling.every"), cell: ({ every }) => t(`filling.every.${every}`) },
        { label: t("filling.column.state"), cell: (source) => <HowItGoes t={t} source={source} now={now} day={day} /> },
        {
          label: t("filling.column.waiting"),
          numeric: true,
          cell: ({ id, waiting }) => (waiting > 0 ? <a href={`/hamtat?arkiv=${id}`}>{waiting}</a> : "0"),
        },
        {
          label: t("filling.column.do"),
          labelHidden: true,
          cell: (source) => (mayKeep(source) ? <Deeds t={t} source={source} now={now} /> : null),
        },
      ]}
    />
  );
}

type GoesProps = { t: Translate; source: HarvestSource; now: Temporal.Instant; day: (at: Temporal.Instant) => string };

function HowItGoes({ t, source, now, day }: GoesProps): Child {
  const { isResting, isUnderWay, lastEndedAt, lastProblem, restsUntil, records, skipped } = source;
  const waits = !isResting && waitsUntil(source, now) ? restsUntil : null;
  return (
    <>
      {isResting ? (
        <Tag tone="quiet">{t("filling.state.resting")}</Tag>
      ) : isUnderWay && !waits ? (
        <Tag tone="open">{t("filling.state.under_way")}</Tag>
      ) : lastEndedAt ? (
        t("filling.state.ended", { day: day(lastEndedAt) })
      ) : waits ? null : (
        t("filling.state.never")
      )}
      {lastProblem ? <span class="note">{problemWords(t, lastProblem)}</span> : null}
      {waits ? <span class="note">{t("filling.state.waits", { day: day(waits) })}</span> : null}
      {lastEndedAt || isUnderWay ? <span class="note">{t("filling.records_counted", { count: records })}</span> : null}
      {skipped > 0 ? <span class="note">{t("filling.skipped_counted", { count: skipped })}</span> : null}
    </>
  );
}

function Deeds({ t, source, now }: { t: Translate; source: HarvestSource; now: Temporal.Instant }) {
  const { id, name, isResting } = source;
  const button = (deed: "hamta" | "vila" | "vack", says: string) => (
    <Form t={t} action={`/hamta/kallor/${id}/${deed}`} tight>
      <Button quiet small label={`${says}: ${name}`}>
        {says}
      </Button>
    </Form>
  );
  return (
    <Buttons>
      {isResting || waitsUntil(source, now) ? null : button("hamta", t("filling.harvest_now"))}
      {isResting ? button("vack", t("filling.wake")) : button("vila", t("filling.rest"))}
    </Buttons>
  );
}

function waitsUntil({ restsUntil }: HarvestSource, now: Temporal.Instant): boolean {
  return restsUntil !== null && Temporal.Instant.compare(restsUntil, now) > 0;
}

/** What went wrong, in words; a problem of another release is told as such. */
function problemWords(t: Translate, problem: string): string {
  const key = `filling.problem.${problem}`;
  return t.knows(key) ? t(key) : t("filling.problem.other");
}
