import type { Context } from "hono";
import type { Child } from "#kernel/jsx-runtime.ts";
import type { MessageKey } from "#kernel/messages.ts";
import type { Environment } from "#platform/web/environment.ts";
import { agendaOf, postponedFrom } from "#features/meetings/agenda/queries.ts";
import { AgendaList, AgendaSum } from "#features/meetings/agenda/parts/agenda-list.tsx";
import { mayPlanMeeting } from "#features/meetings/meeting/meeting-policy.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";
import { papersOf } from "#features/meetings/paper/queries.ts";
import { Buttons, LinkButton } from "#ui/button.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Notice } from "#ui/notice.tsx";

const doneWords: Readonly<Record<string, MessageKey>> = {
  punkt: "agenda.done.added",
  dagordning: "agenda.done.changed",
  senare: "agenda.done.moved",
};

/** The agenda on a meeting's page: its main content. */
export async function agendaOfMeeting(c: Context<Environment>, inside: MeetingInside): Promise<Child> {
  const { t, db } = c.var;
  const { meeting, bodies } = inside;
  const isAhead = meeting.state === "planned" || meeting.state === "called";
  const mayPlan = isAhead && mayPlanMeeting(bodies.map(({ standing }) => standing));
  const [agenda, postponed, papers] = await Promise.all([
    agendaOf(db, inside),
    postponedFrom(db, meeting.id),
    papersOf(db, meeting.id),
  ]);
  const done = doneWords[c.req.query("klart") ?? ""];
  const here = `/mote/${meeting.slug}/dagordning`;
  return (
    <section class="stack" id="dagordning">
      <h2>{t("agenda.heading")}</h2>
      {done ? <Notice t={t} tone="done" heading={t(done)} /> : null}
      {agenda.length === 0 ? (
        isAhead ? (
          <EmptyState heading={t("agenda.empty")}>{t("agenda.empty_text")}</EmptyState>
        ) : (
          <p class="muted">{t("agenda.had_none")}</p>
        )
      ) : (
        <AgendaList t={t} inside={inside} agenda={agenda} papers={papers} mayPlan={mayPlan} />
      )}
      <AgendaSum t={t} inside={inside} agenda={agenda} />
      {postponed.length > 0 ? <p class="muted">{t("agenda.postponed", { titles: postponed.join(", ") })}</p> : null}
      {mayPlan ? (
        <Buttons>
          <LinkButton href={`${here}/ny`} quiet>
            {t("agenda.add")}
          </LinkButton>
          {agenda.length > 1 ? (
            <LinkButton href={`${here}/ordning`} plain>
              {t("agenda.arrange")}
            </LinkButton>
          ) : null}
        </Buttons>
      ) : null}
    </section>
  );
}
