import type { Translate } from "#kernel/messages.ts";
import type { NextMeeting } from "#features/meetings/body/own/queries.ts";
import { Sheet } from "#ui/columns.tsx";
import { dot } from "#ui/dot.ts";
import { sayDate, sayTimes } from "#ui/swedish-dates.ts";
import { TodoList } from "#ui/todo-list.tsx";

/** The networks and councils somebody sits in: when they meet next, and the way to all that is open there. */
export function OwnBodies(props: { t: Translate; next: NextMeeting | undefined; day: Temporal.PlainDate }) {
  const { t, next, day } = props;
  return (
    <section class="stack">
      <h2>{t("today.bodies")}</h2>
      {next ? (
        <Sheet>
          <TodoList
            label={t("today.bodies")}
            items={[
              {
                title: <a href={`/mote/${next.slug}`}>{next.title}</a>,
                detail: [t("today.bodies.next", { when: whenWords(t, next, day) }), next.venue]
                  .filter(Boolean)
                  .join(dot),
                done: true,
              },
            ]}
          />
        </Sheet>
      ) : (
        <p class="muted">{t("today.bodies.no_next")}</p>
      )}
      <p>
        <a href="/grupper">{t("today.bodies.see")}</a>
        {dot}
        <a href="/uppdrag">{t("overview.title")}</a>
      </p>
    </section>
  );
}

function whenWords({ language }: Translate, { day, starts, ends }: NextMeeting, today: Temporal.PlainDate): string {
  const said = sayDate(language, day, { today });
  return starts ? `${said} ${sayTimes(language, starts, ends)}` : said;
}
