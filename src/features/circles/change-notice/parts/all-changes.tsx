import type { Translate } from "#kernel/messages.ts";
import { ChangedList } from "#features/circles/change-notice/parts/change-list.tsx";
import type { ChangedThing } from "#features/circles/change-notice/change-notice.ts";
import type { ChangeNotice, ChangeReader } from "#features/circles/change-notice/queries.ts";
import { Details } from "#ui/details.tsx";
import { sayMoment } from "#ui/swedish-dates.ts";
import { type Column, Table } from "#ui/table.tsx";
import { Unknown } from "#ui/unknown.tsx";

type AllChangesProps = {
  t: Translate;
  notices: readonly ChangeNotice[];
  /** Whom they concerned and who has seen them: for those who lead. */
  readers: readonly ChangeReader[] | undefined;
  today: Temporal.PlainDate;
};

/** Everything that was changed, the latest first, with what it was. */
export function AllChanges({ t, notices, readers, today }: AllChangesProps) {
  return (
    <>
      {notices.map(({ id, changedAt, changedBy, things }) => {
        const when = sayMoment(t.language, changedAt, { today });
        return (
          <section class="stack">
            <h2>
              {readers && changedBy ? t("changes.when_by", { when, who: changedBy }) : t("changes.when", { when })}
            </h2>
            <ChangedList t={t} things={things} today={today} />
            <Before t={t} things={things} />
            {readers ? <Seen t={t} readers={readers.filter(({ noticeId }) => noticeId === id)} today={today} /> : null}
          </section>
        );
      })}
    </>
  );
}

/** Longer texts as they were, for those who want to compare. */
function Before({ t, things }: { t: Translate; things: readonly ChangedThing[] }) {
  const texts = things.flatMap(({ kind, was }) =>
    (kind === "purpose" || kind === "goal") && was ? [{ kind, was }] : [],
  );
  if (texts.length === 0) return null;
  return (
    <Details summary={t("changes.before")}>
      {texts.map(({ kind, was }) => (
        <>
          <h3>{t(`changes.before.${kind}`)}</h3>
          <p>{was}</p>
        </>
      ))}
    </Details>
  );
}

/** How many have seen it, and behind that who: nobody is told off, and nobody has to be asked. */
function Seen({ t, readers, today }: { t: Translate; readers: readonly ChangeReader[]; today: Temporal.PlainDate }) {
  if (readers.length === 0) return <p class="muted">{t("changes.seen.nobody")}</p>;
  const seen = readers.filter(({ seenAt }) => seenAt).length;
  if (seen === readers.length) return <p>{t("changes.seen.all")}</p>;
  const columns: readonly Column<ChangeReader>[] = [
    { label: t("changes.seen.name"), head: true, cell: ({ name }) => name },
    { label: t("changes.seen.how"), cell: (reader) => <SeenHow t={t} reader={reader} today={today} /> },
  ];
  return (
    <>
      <p>{t("changes.seen.count", { seen, all: readers.length })}</p>
      <Details summary={t("changes.seen.who")}>
        <p class="muted">{t("changes.seen.note")}</p>
        <Table caption={t("changes.seen.who")} captionHidden columns={columns} rows={readers} />
      </Details>
    </>
  );
}

function SeenHow({ t, reader, today }: { t: Translate; reader: ChangeReader; today: Temporal.PlainDate }) {
  const { seenAt, seenBy, hasAddress } = reader;
  if (!seenAt || !seenBy) return <Unknown>{t(hasAddress ? "changes.seen.not_known" : "changes.seen.call")}</Unknown>;
  return <>{t(`changes.seen.way.${seenBy}`, { when: sayMoment(t.language, seenAt, { today }) })}</>;
}
