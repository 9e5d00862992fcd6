import type { Translate } from "#kernel/messages.ts";
import { CommissionTag, Due } from "#features/meetings/commission/parts/commission-tag.tsx";
import type { CommissionFacts } from "#features/meetings/commission/queries.ts";
import { Unknown } from "#ui/unknown.tsx";

type CommissionListProps = { t: Translate; commissions: readonly CommissionFacts[]; today: Temporal.PlainDate };

/** The commissions of a matter, each with who does it and what is to come when. What has no day says so. (R212) */
export function CommissionList({ t, commissions, today }: CommissionListProps) {
  return (
    <ul class="entries">
      {commissions.map(({ id, title, state, owner, dueOn, deliverables }) => (
        <li>
          <div class="entry">
            <h3>
              <a href={`/uppdrag/${id}`}>{title}</a>
            </h3>
            <p class="detail">
              {owner ?? <Unknown>{t("commission.nobody")}</Unknown>} <CommissionTag t={t} state={state} />
            </p>
            <ul>
              {deliverables.map((part) => (
                <li>
                  {part.text}{" "}
                  {part.state === "waiting" ? (
                    <Due t={t} dueOn={part.dueOn ?? dueOn} waits={state !== "closed"} today={today} />
                  ) : (
                    <span class="muted">{t(`commission.part.${part.state}`)}</span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        </li>
      ))}
    </ul>
  );
}
