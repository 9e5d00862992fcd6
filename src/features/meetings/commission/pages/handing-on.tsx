import { dateIn } from "#kernel/clock.ts";
import { Refusal } from "#kernel/refusal.ts";
import { checkedForm } from "#platform/web/form.ts";
import { pages } from "#platform/web/pages.ts";
import { isUnderWay } from "#features/meetings/commission/commission-lifecycle.ts";
import { HandedOn } from "#features/meetings/commission/commission-words.ts";
import { handOnCommission } from "#features/meetings/commission/handing-on/commands.ts";
import { peopleToHandTo } from "#features/meetings/commission/handing-on/queries.ts";
import { commissionToRun } from "#features/meetings/commission/pages/commission.tsx";
import { Select, TextField } from "#ui/fields.tsx";
import { FormPage } from "#ui/form-page.tsx";

/** Letting somebody else take over a commission that is under way. */
export const handingOnPages = pages("signedIn").form("/uppdrag/:id/ta-over", {
  async draw(c, filled) {
    const { t, db, now } = c.var;
    const { commission } = await commissionToRun(c);
    if (!isUnderWay(commission.state)) throw new Refusal("conflict", "commission.not_under_way");
    const { id, title, owner, ownerPerson } = commission;
    const people = await peopleToHandTo(db, commission, dateIn(now()));
    return c.render(
      <FormPage
        t={t}
        filled={filled}
        kicker={<a href={`/uppdrag/${id}`}>{title}</a>}
        heading={t("commission.hand_on")}
        lead={t("commission.hand_on_lead")}
        before={
          <p>
            {t("commission.owner")}: {owner ?? t("commission.nobody")}
          </p>
        }
        press={t("commission.save")}
        back={`/uppdrag/${id}`}
      >
        <Select
          t={t}
          filled={filled}
          name="ownerPerson"
          label={t(commission.fromBody ? "commission.owner_person" : "commission.owner_unit_person")}
          options={people
            .filter((each) => each.id !== ownerPerson)
            .map((each) => ({ value: each.id, label: each.name }))}
        />
        <TextField
          t={t}
          filled={filled}
          name="ownerName"
          label={t("commission.owner_name")}
          help={t("commission.owner_name_help")}
        />
      </FormPage>,
      { title: `${t("commission.hand_on")}: ${title}` },
    );
  },
  async send(c, filled) {
    const { db, actor, now } = c.var;
    const { commission } = await commissionToRun(c);
    await handOnCommission(db, actor, now, commission.id, checkedForm(HandedOn, filled));
    return c.redirect(`/uppdrag/${commission.id}?klart=overlamnat`, 303);
  },
});
