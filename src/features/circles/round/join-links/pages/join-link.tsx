import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { dateIn } from "#kernel/clock.ts";
import { setJoinLink } from "#features/circles/round/join-links/commands.ts";
import { JoinLink } from "#features/circles/round/join-links/join-links.ts";
import { joinLinksOf } from "#features/circles/round/join-links/queries.ts";
import { roundToEdit } from "#features/circles/round/pages/round-loader.ts";
import { SessionPage, sessionName, sessionsAddress } from "#features/circles/round/parts/session-page.tsx";
import { Checks, TextField } from "#ui/fields.tsx";
import { EmptyState } from "#ui/empty-state.tsx";

/** Where digital meetings are joined: said for several at once, as most series have one address. */
export const joinLinkPages = pages("signedIn").form("/planera/:slug/traffar/lank", {
  async draw(c, filled) {
    const { t, db } = c.var;
    const { round } = await roundToEdit(c);
    const today = dateIn(c.var.now());
    const digital = round.sessions.filter(
      ({ mode, calledOff }) => !calledOff && (mode === "digital" || mode === "hybrid"),
    );
    const known = await joinLinksOf(db, round.id);
    const asked = digital.find(({ id }) => id === c.req.query("traff"));
    const shown = asked ?? digital[0];
    return c.render(
      <SessionPage
        t={t}
        filled={filled}
        round={round}
        heading={t("round.join_link.title")}
        lead={t(round.state === "draft" ? "round.join_link.lead_draft" : "round.join_link.lead")}
        press={t("round.join_link.save")}
      >
        {digital.length === 0 ? (
          <EmptyState heading={t("round.join_link.none")} />
        ) : (
          <>
            <TextField
              t={t}
              filled={filled}
              name="joinLink"
              type="url"
              label={t("round.field.joinLink")}
              help={t("round.field.joinLink_help")}
              value={shown && known.get(shown.id)}
            />
            <Checks
              t={t}
              filled={filled}
              name="sessionIds"
              label={t("round.venue.sessions")}
              options={digital.map((session) => ({
                value: session.id,
                label: sessionName(t, session, today),
                help: known.has(session.id) ? t("round.join_link.has") : undefined,
              }))}
              value={asked ? [asked.id] : digital.filter(({ id }) => !known.has(id)).map(({ id }) => id)}
              required
            />
          </>
        )}
      </SessionPage>,
      { title: t("round.join_link.title"), current: "/planera" },
    );
  },
  async send(c, filled) {
    const { round } = await roundToEdit(c);
    await setJoinLink(c.var.db, c.var.actor, round.id, checkedForm(JoinLink, filled));
    return c.redirect(`${sessionsAddress(round)}?klart=sparad`, 303);
  },
});
