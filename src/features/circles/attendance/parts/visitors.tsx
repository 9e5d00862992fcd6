import type { Translate } from "#kernel/messages.ts";
import type { Visitor } from "#features/circles/attendance/queries.ts";
import { Button } from "#ui/button.tsx";
import { dot } from "#ui/dot.ts";
import { Form } from "#ui/form.tsx";

type VisitorsProps = { t: Translate; visitors: readonly Visitor[]; address: string };

/** Those who were there without a seat, and the way to add somebody. */
export function Visitors({ t, visitors, address }: VisitorsProps) {
  return (
    <section class="stack">
      <h2>{t("attendance.visitors")}</h2>
      <p class="muted">{t("attendance.visitors_lead")}</p>
      {visitors.length > 0 ? (
        <ul class="stack">
          {visitors.map(({ id, name, part }) => (
            <li>
              {name}
              {dot}
              {t(`attendance.visitor_part.${part}`)}
              <Form t={t} action={`${address}/gaster/${id}/bort`} tight>
                <Button small plain label={t("attendance.visitor_remove", { name })}>
                  {t("attendance.unmark")}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("attendance.visitors_none")}</p>
      )}
      <p>
        <a href={`${address}/gaster`}>{t("attendance.visitor_add")}</a>
      </p>
    </section>
  );
}
