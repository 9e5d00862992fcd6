import { pages } from "#platform/web/pages.ts";
import { RoomScreen, saidOfScreen } from "#features/workshops/screen/parts/room-screen.tsx";
import { ScreenDeeds } from "#features/workshops/screen/parts/screen-deeds.tsx";
import { onScreen } from "#features/workshops/screen/queries.ts";
import { addressOf, workshopToLead } from "#features/workshops/workshop/pages/asked-workshop.ts";
import { joinDrawing } from "#features/workshops/workshop/parts/join-code.tsx";

/** The screen at the front of the room. It follows the room by itself, and what it shows is text for those who hear it. */
export const screenPages = pages("signedIn").get("/workshop/:slug/skarm", async (c) => {
  const { t, db, now, config } = c.var;
  const inside = await workshopToLead(c);
  const { workshop } = inside;
  const shown = await onScreen(db, inside);
  const drawing = workshop.joinCode ? await joinDrawing(config.baseUrl, workshop.joinCode) : undefined;
  return c.render(
    <div class="room-screen">
      <live-part id="skarm" data-events={workshop.state === "closed" ? undefined : `${addressOf(inside)}/handelser`}>
        <p class="sr-only" role="status" data-part="sagt">
          {saidOfScreen(t, inside, shown)}
        </p>
        <div data-part="skarm">
          <RoomScreen t={t} now={now()} inside={inside} shown={shown} baseUrl={config.baseUrl} drawing={drawing} />
          <div class="room-deeds">
            <ScreenDeeds t={t} inside={inside} shown={shown} />
            <noscript>
              <a href={`${addressOf(inside)}/skarm`}>{t("screen.again")}</a>
            </noscript>
            <a href={addressOf(inside)}>{t("screen.back")}</a>
          </div>
        </div>
      </live-part>
    </div>,
    { title: `${t("screen.title")}: ${workshop.title}`, current: "/workshoppar" },
  );
});
