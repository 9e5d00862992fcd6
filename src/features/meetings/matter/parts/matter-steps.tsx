import type { Translate } from "#kernel/messages.ts";
import { stepWords } from "#features/meetings/matter/parts/step-words.ts";
import type { StepFacts } from "#features/meetings/matter/timeline/queries.ts";
import { dot } from "#ui/dot.ts";
import { sayDate } from "#ui/swedish-dates.ts";
import { Timeline } from "#ui/timeline.tsx";

type MatterStepsProps = { t: Translate; steps: readonly StepFacts[]; today: Temporal.PlainDate };

/** What became of a matter: everything that has happened to it, with the meetings it happened at. */
export function MatterSteps({ t, steps, today }: MatterStepsProps) {
  return (
    <section>
      <h2>{t("matter.history")}</h2>
      <Timeline
        label={t("matter.history")}
        items={steps.map(({ what, day, text, meeting, meetingSlug, body, toldBy }) => ({
          when: day ? sayDate(t.language, day, { today }) : t("matter.day_unknown"),
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
