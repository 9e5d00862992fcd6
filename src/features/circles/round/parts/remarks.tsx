import type { Translate } from "#kernel/messages.ts";
import { sectionPath } from "#features/circles/round/section-paths.ts";
import type { MustKnow, Oddity, Readiness, Remark, ToDecide } from "#features/circles/round/publish-readiness.ts";
import type { DayRemark } from "#features/circles/round/session-days.ts";
import { LinkButton } from "#ui/button.tsx";
import { sayDate } from "#ui/swedish-dates.ts";
import { TodoList } from "#ui/todo-list.tsx";

/** What is missing, still open or odd, in a sentence. */
export function remarkSentence(t: Translate, sort: "must", remark: Remark<MustKnow>): string;
export function remarkSentence(t: Translate, sort: "open", remark: Remark<ToDecide>): string;
export function remarkSentence(t: Translate, sort: "odd", remark: Remark<Oddity>): string;
export function remarkSentence(
  t: Translate,
  sort: "must" | "open" | "odd",
  { code, values = {} }: Remark<MustKnow | ToDecide | Oddity>,
): string {
  const said = { ...values };
  if (typeof said["date"] === "string") said["date"] = sayDate(t.language, Temporal.PlainDate.from(said["date"]));
  if (typeof said["usual"] === "number") said["usual"] = weekdayName(t, said["usual"]);
  if (sort === "must") return t(`round.must.${code as MustKnow}`, said);
  return sort === "open" ? t(`round.open.${code as ToDecide}`, said) : t(`round.odd.${code as Oddity}`, said);
}

type RemarksProps = { t: Translate; slug: string; readiness: Readiness; mayEdit: boolean };

/** What must be known before publishing, each with the way to the place where it is written. */
export function MissingList({ t, slug, readiness, mayEdit }: RemarksProps) {
  return (
    <TodoList
      label={t("round.missing")}
      items={readiness.missing.map((remark) => ({
        title: remarkSentence(t, "must", remark),
        action: mayEdit ? (
          <LinkButton
            href={`/planera/${slug}/${sectionPath[remark.section]}`}
            quiet
            small
            label={`${t("round.fill_in")}: ${remarkSentence(t, "must", remark)}`}
          >
            {t("round.fill_in")}
          </LinkButton>
        ) : undefined,
      }))}
    />
  );
}

/** What may stay open, and what is probably a slip: said, and stopping nobody. */
export function OpenList({ t, slug, readiness, mayEdit }: RemarksProps) {
  const remarks = [
    ...readiness.odd.map((remark) => ({ section: remark.section, says: remarkSentence(t, "odd", remark) })),
    ...readiness.toDecide.map((remark) => ({ section: remark.section, says: remarkSentence(t, "open", remark) })),
  ];
  return (
    <ul>
      {remarks.map(({ section, says }) => (
        <li>{mayEdit ? <a href={`/planera/${slug}/${sectionPath[section]}`}>{says}</a> : says}</li>
      ))}
    </ul>
  );
}

/** What is odd about a day, in a sentence. */
export function dayRemarkText(t: Translate, remark: DayRemark): string {
  if (remark.code === "holiday") return t("round.day.holiday", { holiday: remark.holiday });
  if (remark.code === "otherWeekday") return t("round.day.otherWeekday", { usual: weekdayName(t, remark.usual) });
  return t(`round.day.${remark.code}`);
}

/** "fredagar", "Fridays": the weekday that a number stands for, Monday first. */
function weekdayName(t: Translate, weekday: number): string {
  const monday = Temporal.PlainDate.from("2027-01-04");
  const name = monday
    .add({ days: weekday - 1 })
    .toLocaleString(t.language === "sv" ? "sv-SE" : "en-GB", { weekday: "long" });
  return t.language === "sv" ? `${name}ar` : `${name}s`;
}
