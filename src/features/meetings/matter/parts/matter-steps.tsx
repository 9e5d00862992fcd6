import type { Translate } from "#kernel/messages.ts";
import { stepWords } from "#features/meetings/matter/parts/step-words.ts";
import { decidedWhen } from "#features/meetings/matter/parts/where-it-stands.ts";
import type { MatterFacts } from "#features/meetings/matter/queries.ts";
import type { StepFacts } from "#features/meetings/matter/timeline/queries.ts";
import { dot } from "#ui/dot.ts";
import { sayDate } from "#ui/swedish-dates.ts";
import { Timeline } from "#ui/timeline.tsx";

type MatterStepsProps = {
  t: Translate;
  steps: readonly StepFacts[];
  matter: Pick<MatterFacts, "decidedOn" | "decidedDay">;
  today: Temporal.PlainDate;
};

/** What became of a matter: everything that has happened to it, with the meetings it happened at. */
export function MatterSteps({ t, steps, matter, today }: MatterStepsProps) {
  return (
    <section>
      <h2>{t("matter.history")}</h2>
      <Timeline
        label={t("matter.history")}
        items={steps.map(({ what, day, text, meeting, meetingSlug, body, toldBy }) => ({
          when: day
            ? sayDate(t.language, day, { today })
            : what.startsWith("decided")
              ? decidedWhen({ t, today }, matter)
              : t("matter.day_unknown"),
          dateTime: day?.toString(),
          title: stepWords(t, what),
          detail: (
            <>
              {text ? <p>{text}</p> : null}
              {meeting && meetingSlug ? (
                <p>
                  {t("matter.at_meeting")} <a href={`/mote/${meetingSlug}`}>{meeting}</a>
                </p>
              ) : null}
              <p class="muted">{[body, toldBy ? t("matter.by", { name: toldBy }) : null].filter(Boolean).join(dot)}</p>
            </>
          ),
        }))}
      />
    </section>
  );
}
