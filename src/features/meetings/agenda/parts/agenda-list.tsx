import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { AgendaEntry } from "#features/meetings/agenda/agenda.ts";
import { mayOpenMatter } from "#features/meetings/agenda/agenda-policy.ts";
import { becauseWords } from "#features/meetings/agenda/parts/because-words.ts";
import type { BodyId } from "#features/meetings/body/body.ts";
import type { MeetingInside } from "#features/meetings/meeting/queries.ts";
import { partsOfBodies } from "#features/meetings/meeting/meeting-parts.ts";
import { PaperLink } from "#features/meetings/paper/parts/paper-link.tsx";
import type { Paper } from "#features/meetings/paper/queries.ts";
import { dot } from "#ui/dot.ts";

type AgendaListProps = {
  t: Translate;
  inside: MeetingInside;
  agenda: readonly AgendaEntry[];
  papers: readonly Paper[];
  mayPlan: boolean;
};

/** The agenda part for part, each entry with why it is there. */
export function AgendaList({ t, inside, agenda, papers, mayPlan }: AgendaListProps) {
  const { bodies, meeting, today } = inside;
  const parts = partsOfBodies(bodies);
  const nameOf = (part: BodyId | null) => bodies.find(({ id }) => id === part)?.name ?? t("agenda.common");
  const mayOpen = ({ matter }: AgendaEntry) => matter !== null && mayOpenMatter(bodies, matter.concerns);
  const papersFor = ({ id }: AgendaEntry) => (id === null ? [] : papers.filter(({ itemId }) => itemId === id));
  return (
    <>
      {parts.map((part) => {
        const entries = agenda.filter(({ bodyId }) => bodyId === part);
        return (
          <section class="stack">
            {parts.length > 1 ? <h3>{nameOf(part)}</h3> : null}
            {entries.length === 0 ? (
              <p class="muted">{t("agenda.nothing_here")}</p>
            ) : (
              <ol>
                {entries.map((entry) => (
                  <li>
                    <Title entry={entry} mayOpen={mayOpen(entry)} />
                    <Facts t={t} entry={entry} />
                    {mayPlan ? (
                      <>
                        {dot}
                        <a
                          href={`/mote/${meeting.slug}/dagordning/${entry.id ?? entry.matter?.id ?? ""}`}
                          aria-label={t("agenda.change_named", { title: entry.title })}
                        >
                          {t("agenda.change")}
                        </a>
                      </>
                    ) : null}
                    <Why t={t} entry={entry} today={today} />
                    {entry.text ? entry.text.split(/\n+/u).map((line) => <p>{line}</p>) : null}
                    <Papers t={t} slug={meeting.slug} papers={papersFor(entry)} />
                  </li>
                ))}
              </ol>
            )}
          </section>
        );
      })}
    </>
  );
}

function Title({ entry: { title, matter }, mayOpen }: { entry: AgendaEntry; mayOpen: boolean }): Child {
  return matter && mayOpen ? <a href={`/fraga/${matter.slug}`}>{title}</a> : <strong>{title}</strong>;
}

function Facts({ t, entry: { minutes, presenter } }: { t: Translate; entry: AgendaEntry }) {
  const facts = [
    minutes === null ? undefined : t("agenda.minutes", { count: minutes }),
    presenter === null ? undefined : t("agenda.presenter", { name: presenter }),
  ].filter((fact) => fact !== undefined);
  return (
    <>
      {facts.map((fact) => (
        <span class="muted">
          {dot}
          {fact}
        </span>
      ))}
    </>
  );
}

/** What there is to read before an entry. */
function Papers({ t, slug, papers }: { t: Translate; slug: string; papers: readonly Paper[] }) {
  if (papers.length === 0) return null;
  return (
    <p>
      {t("agenda.papers")}{" "}
      {papers.map((paper, at) => (
        <>
          {at > 0 ? ", " : null}
          <PaperLink slug={slug} paper={paper} />
          {paper.isPlain ? ` (${t("call.plain")})` : null}
        </>
      ))}
    </p>
  );
}

function Why({ t, entry, today }: { t: Translate; entry: AgendaEntry; today: Temporal.PlainDate }) {
  const why = becauseWords(t, entry, today);
  return why ? <p class="muted">{why}</p> : null;
}

type SumProps = { t: Translate; inside: MeetingInside; agenda: readonly AgendaEntry[] };

/** How long the entries take together, beside how long the meeting is. Nothing when no entry has a time. */
export function AgendaSum({ t, inside: { meeting }, agenda }: SumProps) {
  const given = agenda.flatMap(({ minutes }) => minutes ?? []);
  if (given.length === 0) return null;
  const sum = given.reduce((all, each) => all + each, 0);
  const length =
    meeting.starts && meeting.ends ? meeting.starts.until(meeting.ends).total({ unit: "minutes" }) : undefined;
  const without = agenda.length - given.length;
  return (
    <p class="muted">
      {length === undefined ? t("agenda.sum_only", { sum }) : t("agenda.sum", { sum, length })}{" "}
      {length !== undefined && sum > length ? <strong>{t("agenda.sum_over", { over: sum - length })}</strong> : null}{" "}
      {without > 0 ? t("agenda.without_minutes", { count: without }) : null}
    </p>
  );
}
