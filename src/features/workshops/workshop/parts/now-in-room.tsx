import type { Translate } from "#kernel/messages.ts";
import type { OpenRound } from "#features/workshops/workshop/leading/queries.ts";
import { TimeLeft } from "#features/workshops/workshop/parts/time-left.tsx";
import type { WorkshopInside } from "#features/workshops/workshop/queries.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Sheet } from "#ui/columns.tsx";
import { Form } from "#ui/form.tsx";

type NowInRoomProps = {
  t: Translate;
  now: Temporal.Instant;
  inside: WorkshopInside;
  open: OpenRound | undefined;
  coming: { readonly devices: number; readonly now: number; readonly answering: number } | undefined;
};

/** What happens in the room now: what is asked, how many are in and have answered; it follows the room by itself. */
export function NowInRoom({ t, now, inside: { workshop, questions }, open, coming }: NowInRoomProps) {
  const asked = questions.find(({ id }) => id === open?.questionId);
  const at = `/workshop/${workshop.slug}`;
  const shown = questions.find(({ id }) => id === workshop.screenQuestion);
  return (
    <section class="stack" aria-labelledby="nu">
      <h2 id="nu">{t("workshop.now")}</h2>
      <div data-part="nu">
        <Sheet>
          {workshop.state === "closed" ? (
            <p>{t("workshop.now_closed")}</p>
          ) : asked && open ? (
            <>
              <p class="kicker">{t("workshop.asked", { round: open.roundNo })}</p>
              <p class="now-asked">{asked.text}</p>
              {workshop.state === "paused" ? <p>{t("workshop.now_paused")}</p> : null}
              <TimeLeft t={t} closesAt={open.closesAt} now={now} isPaused={workshop.state === "paused"} />
              <p>{t("workshop.answered", { answers: coming?.now ?? 0, devices: coming?.answering ?? 0 })}</p>
              <Form t={t} action={`${at}/avsluta-fragan`} tight>
                <Button id="avsluta-fragan" quiet>
                  {t("workshop.end_round")}
                </Button>
              </Form>
            </>
          ) : (
            <p>{t(workshop.state === "paused" ? "workshop.now_paused" : "workshop.now_nothing")}</p>
          )}
          {workshop.state === "closed" ? null : (
            <>
              <p class="muted">
                {t("workshop.devices_in", { count: coming?.devices ?? 0 })}{" "}
                {t(`workshop.screen_shows.${workshop.screenShows}`, { question: shown?.text ?? "" })}
              </p>
              {workshop.screenShows === "joining" ? null : (
                <Buttons>
                  <Form t={t} action={`${at}/visa`} hidden={{ shows: "joining" }} tight>
                    <Button id="visa-vagen-in" plain small>
                      {t("workshop.show_joining")}
                    </Button>
                  </Form>
                </Buttons>
              )}
            </>
          )}
        </Sheet>
      </div>
    </section>
  );
}
