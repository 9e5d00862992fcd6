import type { Context } from "hono";
import { dateIn } from "#kernel/clock.ts";
import type { MessageKey } from "#kernel/messages.ts";
import { Refusal } from "#kernel/refusal.ts";
import type { Environment } from "#platform/web/environment.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { setSpreadTarget, takeBackSpread, tellOfSpread } from "#features/circles/spread/commands.ts";
import { SpreadInShort, SpreadPage } from "#features/circles/spread/parts/spread-page.tsx";
import { spreadCalled, spreadInRoom } from "#features/circles/spread/queries.ts";
import { Spread, SpreadId, spreadManners, SpreadTarget } from "#features/circles/spread/spread.ts";
import type { Room } from "#features/circles/room/queries.ts";
import { Choice, DateField, NumberField, Select, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

type Page = Context<Environment>;

const doneWords: Readonly<Record<string, MessageKey>> = {
  sparat: "spread.done.told",
  mal: "spread.done.target",
  borta: "spread.done.taken_back",
};

/** How far the circle has reached, on its page. */
export async function spreadPart(c: Page, room: Room) {
  return <SpreadInShort t={c.var.t} slug={room.round.slug} spread={await spreadInRoom(c.var.db, room)} />;
}

/** Spread of what a circle learns: the picture of it, telling, the target, and taking something back. */
export const spreadPages = pages("signedIn")
  .get("/cirkel/:slug/spridning", async (c) => {
    const { t, now } = c.var;
    const { room, spread } = await asked(c);
    const done = doneWords[c.req.query("klart") ?? ""];
    return c.render(
      <SpreadPage t={t} room={room} spread={spread} today={dateIn(now())} done={done ? t(done) : undefined} />,
      { title: `${t("spread.title")}: ${room.round.title}` },
    );
  })
  .form("/cirkel/:slug/spridning/ny", {
    async draw(c, filled) {
      const { t, now } = c.var;
      const { room, spread } = await asked(c);
      if (!spread.can.tell) throw new Refusal("conflict", "spread.nobody_yet");
      const today = dateIn(now()).toString();
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          {...aroundForm(c, room)}
          heading={t("spread.tell")}
          lead={t("spread.tell_lead")}
        >
          {room.own ? null : (
            <Select
              t={t}
              filled={filled}
              name="registrationId"
              label={t("spread.participant")}
              options={room.participants.map(({ registrationId, name }) => ({ value: registrationId, label: name }))}
              required
            />
          )}
          <TextField
            t={t}
            filled={filled}
            name="audience"
            label={t("spread.audience")}
            help={`${t("spread.audience_help")} ${t("spread.no_clients")}`}
            required
          />
          <DateField t={t} filled={filled} name="toldOn" label={t("spread.told_on")} value={today} max={today} />
          <Choice
            t={t}
            filled={filled}
            name="manner"
            label={t("spread.manner")}
            options={spreadManners.map((manner) => ({ value: manner, label: t(`spread.manner.${manner}`) }))}
            required
          />
          <NumberField
            t={t}
            filled={filled}
            name="reached"
            label={t("spread.reached")}
            help={t("spread.reached_help")}
            required
          />
        </FormPage>,
        { title: `${t("spread.tell")}: ${room.round.title}` },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { round } = (await asked(c)).room;
      await tellOfSpread(db, actor, now, round.id, checkedForm(Spread, filled));
      return c.redirect(`/cirkel/${round.slug}/spridning?klart=sparat`, 303);
    },
  })
  .form("/cirkel/:slug/spridning/mal", {
    async draw(c, filled) {
      const { t } = c.var;
      const { room, spread } = await asked(c);
      if (!room.own) throw new Refusal("forbidden", "spread.own_place");
      return c.render(
        <FormPage
          t={t}
          filled={filled}
          {...aroundForm(c, room)}
          heading={t("spread.target_set")}
          lead={t("spread.target_lead")}
        >
          <NumberField
            t={t}
            filled={filled}
            name="colleagues"
            label={t("spread.target_colleagues")}
            value={spread.own?.target?.colleagues}
            required
          />
        </FormPage>,
        { title: `${t("spread.target_set")}: ${room.round.title}` },
      );
    },
    async send(c, filled) {
      const { db, actor, now } = c.var;
      const { round } = (await asked(c)).room;
      await setSpreadTarget(db, actor, now, round.id, checkedForm(SpreadTarget, filled));
      return c.redirect(`/cirkel/${round.slug}/spridning?klart=mal`, 303);
    },
  })
  .post("/cirkel/:slug/spridning/:spread/bort", async (c) => {
    const { db, actor } = c.var;
    const { round } = (await asked(c)).room;
    const id = SpreadId.safeParse(c.req.param("spread"));
    if (!id.success) throw new Refusal("not_found", "spread.no_such");
    await takeBackSpread(db, actor, round.id, id.data);
    return c.redirect(`/cirkel/${round.slug}/spridning?klart=borta`, 303);
  });

function aroundForm({ var: { t } }: Page, { round: { slug, title } }: Room) {
  const back = `/cirkel/${slug}/spridning`;
  return { kicker: <a href={back}>{title}</a>, press: t("spread.save"), back };
}

function asked(c: Page) {
  return spreadCalled(c.var.db, c.var.actor, c.req.param("slug") ?? "");
}
