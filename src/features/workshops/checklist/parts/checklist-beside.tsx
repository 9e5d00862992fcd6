import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import type {
  bodiesOfChecklist,
  ChecklistInside,
  Uses,
  VersionLine,
  workshopOfChecklist,
} from "#features/workshops/checklist/inside/queries.ts";
import { Button } from "#ui/button.tsx";
import { Confirm } from "#ui/confirm.tsx";
import { type FactItem, Facts } from "#ui/facts.tsx";
import { Form } from "#ui/form.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type ChecklistBesideProps = {
  t: Translate;
  inside: ChecklistInside;
  shown: VersionLine;
  uses: Uses;
  bodies: Awaited<ReturnType<typeof bodiesOfChecklist>>;
  workshop: Awaited<ReturnType<typeof workshopOfChecklist>>;
};

/** What is known of a checklist: its versions, who made it and of what, and how much it is used. */
export function ChecklistBeside({ t, inside, shown, uses, bodies, workshop }: ChecklistBesideProps) {
  const { checklist, versions, original, can } = inside;
  const at = `/checklista/${checklist.slug}`;
  const day = (moment: Temporal.Instant) => sayDate(t.language, dateIn(moment), { weekday: false });
  const facts: (FactItem | null)[] = [
    {
      term: t("checklist.version"),
      value: t("checklist.version_number", { number: shown.versionNo }),
      note: shown.publishedAt ? t("checklist.published_on", { day: day(shown.publishedAt) }) : undefined,
    },
    {
      term: t("checklist.used"),
      value: t("checklist.uses", { count: uses.own }),
      note: uses.inCopies > 0 ? t("checklist.uses_in_copies", { count: uses.inCopies }) : undefined,
    },
    bodies.length > 0
      ? {
          term: t("checklist.made_by"),
          value: (
            <ul>
              {bodies.map(({ slug, name }) => (
                <li>
                  <a href={`/grupper/${slug}`}>{name}</a>
                </li>
              ))}
            </ul>
          ),
        }
      : null,
    workshop
      ? {
          term: t("checklist.made_at"),
          value: workshop.isRead ? (
            <a href={`/workshop/${workshop.slug}/sla-ihop`}>{workshop.title}</a>
          ) : (
            workshop.title
          ),
          note: workshop.heldOn ? sayDate(t.language, workshop.heldOn, { weekday: false }) : undefined,
        }
      : null,
    original
      ? {
          term: t("checklist.copied_from"),
          value: (
            <a href={`/checklista/${original.copied.slug}?version=${original.copied.versionNo}`}>
              {t("checklist.other_version", { title: original.copied.title, number: original.copied.versionNo })}
            </a>
          ),
          note: <a href={`${at}/skillnader`}>{t("checklist.see_differences")}</a>,
        }
      : null,
  ];
  return (
    <>
      <Facts items={facts.filter((fact) => fact !== null)} />
      {versions.length > 1 ? (
        <section aria-labelledby="versioner">
          <h2 id="versioner">{t("checklist.versions")}</h2>
          <ul>
            {versions.map(({ versionNo, publishedAt, note }) => (
              <li>
                <a href={`${at}?version=${versionNo}`}>{t("checklist.version_number", { number: versionNo })}</a>{" "}
                {publishedAt ? <span class="muted">{day(publishedAt)}</span> : null}
                {note ? <p class="muted">{note}</p> : null}
              </li>
            ))}
          </ul>
          <p>
            <a href={`${at}/skillnader?mot=fore&version=${shown.versionNo === 1 ? 2 : shown.versionNo}`}>
              {t("checklist.see_from_before")}
            </a>
          </p>
        </section>
      ) : null}
      {can.keep ? (
        <>
          <p>
            <a href={`${at}/andra`}>{t("checklist.change")}</a>
          </p>
          {checklist.retiredAt === null ? (
            <Confirm
              t={t}
              id="avsluta"
              opener={t("checklist.retire")}
              question={t("checklist.retire_ask")}
              explanation={t("checklist.retire_text")}
              small
            >
              <Form t={t} action={`${at}/avsluta`} hidden={{ version: String(checklist.version) }} tight>
                <Button>{t("checklist.retire")}</Button>
              </Form>
            </Confirm>
          ) : null}
        </>
      ) : null}
    </>
  );
}
