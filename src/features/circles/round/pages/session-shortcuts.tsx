import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { readInvitation } from "#features/circles/invitation/queries.ts";
import { draftFromInvitation } from "#features/circles/round/draft/draft-from-invitation.ts";
import { planTerm } from "#features/circles/round/editor/commands.ts";
import { roundToEdit } from "#features/circles/round/pages/round-loader.ts";
import {
  SessionPage,
  sessionName,
  sessionOf,
  sessionsAddress as at,
} from "#features/circles/round/parts/session-page.tsx";
import { Term, Venue } from "#features/circles/round/round-sections.ts";
import { addSessions, setVenue } from "#features/circles/round/sessions/commands.ts";
import { Checks, Select, TextField } from "#ui/fields.tsx";

/** What is said of several meetings at once: the term, many days in one line, and where they are held. */
export const sessionShortcutPages = pages("signedIn")
  .form("/planera/:slug/traffar/termin", {
    async draw(c, filled) {
      const { t } = c.var;
      const { round } = await roundToEdit(c);
      const year = dateIn(c.var.now()).year;
      const terms = [0, 1, 2].flatMap((ahead) =>
        (["spring", "autumn"] as const).map((term) => ({ term, year: year + ahead })),
      );
      return c.render(
        <SessionPage
          t={t}
          round={round}
          heading={t("round.term.title")}
          lead={t("round.term.lead")}
          filled={filled}
          press={t("round.save")}
        >
          <Select
            t={t}
            filled={filled}
            name="plannedTerm"
            label={t("round.term.title")}
            options={terms.map((each) => ({
              value: `${each.year}-${each.term}`,
              label: t(`round.term.${each.term}`, { year: String(each.year) }),
            }))}
            value={round.plannedTerm}
            empty={t("round.undecided")}
          />
        </SessionPage>,
        { title: t("round.term.title"), current: "/planera" },
      );
    },
    async send(c, filled) {
      const { round } = await roundToEdit(c);
      await planTerm(c.var.db, c.var.actor, round.id, checkedForm(Term, filled).plannedTerm);
      return c.redirect(`${at(round)}?klart=sparad`, 303);
    },
  })
  .form("/planera/:slug/traffar/flera", {
    async draw(c, filled) {
      const { t } = c.var;
      const { round } = await roundToEdit(c);
      return c.render(
        <SessionPage
          t={t}
          round={round}
          heading={t("round.session.several")}
          lead={t("round.session.several_lead")}
          filled={filled}
          press={t("round.session.add_several")}
        >
          <TextField
            t={t}
            filled={filled}
            name="days"
            label={t("round.session.days")}
            help={t("round.session.days_help")}
            required
          />
        </SessionPage>,
        { title: t("round.session.several"), current: "/planera" },
      );
    },
    async send(c, filled) {
      const { round } = await roundToEdit(c);
      const days = String(filled.values["days"] ?? "").slice(0, 2_000);
      const { sessions } = draftFromInvitation(
        readInvitation(`Vi träffas ${days}.`, { today: dateIn(c.var.now()) }).invitation,
      );
      const dated = sessions.filter(({ date }) => date);
      if (dated.length === 0)
        throw new Refusal("invalid", "round.session.no_days", {}, [{ path: "days", code: "round.session.no_days" }]);
      await addSessions(c.var.db, c.var.actor, round.id, dated);
      return c.redirect(`${at(round)}?klart=sparad`, 303);
    },
  })
  .form("/planera/:slug/traffar/plats", {
    async draw(c, filled) {
      const { t } = c.var;
      const { round } = await roundToEdit(c);
      const today = dateIn(c.var.now());
      const open = round.sessions.filter((session) => !session.calledOff && session.mode !== "digital");
      const asked = c.req.query("traff");
      return c.render(
        <SessionPage
          t={t}
          round={round}
          heading={t("round.venue.title")}
          lead={round.state === "draft" ? undefined : t("round.venue.lead")}
          filled={filled}
          press={t("round.venue.save")}
        >
          <TextField
            t={t}
            filled={filled}
            name="venue"
            label={t("round.field.venue")}
            help={t("round.field.venue_help")}
            required
          />
          <Checks
            t={t}
            filled={filled}
            name="sessions"
            label={t("round.venue.sessions")}
            options={open.map((session) => ({
              value: session.id,
              label: sessionName(t, session, today),
              help: session.venue ?? undefined,
            }))}
            value={asked ? [asked] : open.filter(({ venue }) => venue === null).map(({ id }) => id)}
            required
          />
        </SessionPage>,
        { title: t("round.venue.title"), current: "/planera" },
      );
    },
    async send(c, filled) {
      const { round } = await roundToEdit(c);
      const { sessions = [], ...values } = filled.values;
      const { venue } = checkedForm(Venue, { ...filled, values });
      const chosen = [sessions].flat().map((id) => sessionOf(round, id).id);
      await setVenue(c.var.db, c.var.actor, round.id, chosen, venue);
      return c.redirect(`${at(round)}?klart=sparad`, 303);
    },
  });
