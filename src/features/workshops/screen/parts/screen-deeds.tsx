import type { Translate } from "#kernel/messages.ts";
import type { OnScreen } from "#features/workshops/screen/queries.ts";
import type { WorkshopInside } from "#features/workshops/workshop/queries.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";

type ScreenDeedsProps = { t: Translate; inside: WorkshopInside; shown: OnScreen };

/** What whoever stands at the screen does next, without leaving it. Small, under what the room is to see. */
export function ScreenDeeds({ t, inside: { workshop }, shown: { question, open, next } }: ScreenDeedsProps) {
  const at = `/workshop/${workshop.slug}`;
  const deed = (to: string, says: string, id: string, hidden: Record<string, string> = {}) => (
    <Form t={t} action={`${at}/${to}`} hidden={{ ...hidden, fran: "skarm" }} tight>
      <Button quiet small id={id}>
        {says}
      </Button>
    </Form>
  );
  const { state, screenShows } = workshop;
  const isOpen = state === "open";
  return (
    <Buttons>
      {state === "draft" ? deed("oppna", t("workshop.open"), "gor-oppna") : null}
      {state === "paused" ? deed("fortsatt", t("workshop.go_on"), "gor-fortsatt") : null}
      {isOpen && open ? deed("avsluta-fragan", t("workshop.end_round"), "gor-avsluta") : null}
      {isOpen && question && screenShows === "question"
        ? deed("visa", t("workshop.show_answers"), "gor-visa", { shows: "results", questionId: question.id })
        : null}
      {isOpen && question && screenShows === "results"
        ? deed("stall", t("workshop.put_again"), "gor-igen", { questionId: question.id })
        : null}
      {isOpen && next ? deed("stall", t("screen.next"), "gor-nasta", { questionId: next.id }) : null}
      {state !== "draft" && screenShows !== "joining"
        ? deed("visa", t("workshop.show_joining"), "gor-vagen", { shows: "joining" })
        : null}
      {isOpen ? deed("pausa", t("workshop.pause"), "gor-pausa") : null}
    </Buttons>
  );
}
