import type { PersonId } from "#kernel/ids.ts";
import type { MessageKey, Translate } from "#kernel/messages.ts";
import { mayArrangeNotes, mayRemoveContribution } from "#features/circles/notes/notes-policy.ts";
import type { NoteSection, ShownContribution } from "#features/circles/notes/queries.ts";
import type { Part } from "#features/circles/room/room-policy.ts";
import type { PlanPart } from "#features/circles/session-plan/session-plan.ts";
import { Button, Buttons, LinkButton } from "#ui/button.tsx";
import { dot } from "#ui/dot.ts";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";
import { sayMoment } from "#ui/swedish-dates.ts";
import { Unknown } from "#ui/unknown.tsx";

type Given = { readonly id: string; readonly title: string };

type SessionNotesProps = {
  t: Translate;
  sections: readonly NoteSection[];
  /** What is given at the meeting, and what is due at it: shown where the notes are about it. */
  assignments: { readonly next: readonly Given[]; readonly assignment: readonly Given[] };
  assignmentsAt: string;
  /** Where an assignment is given, for those who may. */
  giveAt: string | undefined;
  /** Where the pages of these notes are. */
  address: string;
  part: Part;
  personId: PersonId | undefined;
  isClosed: boolean;
  /** What was just done, as the address says it. */
  done: string | undefined;
};

const dones: Readonly<Record<string, MessageKey>> = {
  sparad: "notes.saved",
  bidrag: "notes.contributed",
  borttaget: "notes.removed",
  rubriker: "notes.arranged",
};

/** The notes of a meeting: every section with its text, what people have added to it, and who writes there now. */
export function SessionNotes(props: SessionNotesProps) {
  const { t, sections, address, part, isClosed, done = "" } = props;
  return (
    <section class="stack" id="anteckningar" aria-labelledby="anteckningar-rubrik">
      <h2 id="anteckningar-rubrik">{t("notes.heading")}</h2>
      {dones[done] ? <Notice t={t} tone="done" heading={t(dones[done])} /> : null}
      {isClosed ? null : <p class="muted">{t("notes.no_clients")}</p>}
      {sections.length === 0 ? (
        <>
          <p>{t("notes.not_begun")}</p>
          <Form t={t} action={address} tight>
            <Button quiet>{t("notes.begin")}</Button>
          </Form>
        </>
      ) : (
        sections.map((section) => <Section {...props} section={section} />)
      )}
      {sections.length > 0 && !isClosed && mayArrangeNotes({ part }) ? (
        <p>
          <a href={`${address}/rubriker`}>{t("notes.arrange")}</a>
        </p>
      ) : null}
    </section>
  );
}

function Section({ section, ...props }: SessionNotesProps & { section: NoteSection }) {
  const { t, address, isClosed, personId } = props;
  const { id, heading, body, savedBy, savedAt, writer, contributions, unsettled } = section;
  const at = `${address}/${id}`;
  return (
    <section class="stack" id={`s-${id}`} aria-labelledby={`h-${id}`}>
      <h3 id={`h-${id}`}>{heading}</h3>
      <Assignments {...props} about={section.part} />
      {unsettled > 0 ? (
        <Notice
          t={t}
          tone="warn"
          action={
            <LinkButton href={`${at}/jamfor`} quiet>
              {t("ui.compare")}
            </LinkButton>
          }
        >
          {t("notes.unsettled", { heading })}
        </Notice>
      ) : null}
      {body === "" ? (
        <p>
          <Unknown>{t("notes.nothing_yet")}</Unknown>
        </p>
      ) : (
        <p class="as-written">{body}</p>
      )}
      {savedBy && savedAt ? (
        <p class="muted">
          {t("notes.saved_by", { name: savedBy, moment: sayMoment(t.language, savedAt) })}
          {dot}
          <a href={`${at}/jamfor`} aria-label={t("notes.other_texts_of", { heading })}>
            {t("notes.other_texts")}
          </a>
        </p>
      ) : null}
      {writer && writer.id !== personId ? <p>{t("notes.writes_now", { name: writer.name })}</p> : null}
      <Contributions {...props} contributions={contributions} />
      {isClosed ? null : (
        <Buttons>
          <Form t={t} action={`${at}/skriv`} tight>
            <Button quiet small label={t("notes.write_in", { heading })}>
              {t("notes.write")}
            </Button>
          </Form>
          <LinkButton href={`${at}/bidrag`} plain small label={t("notes.contribute_to", { heading })}>
            {t("notes.contribute")}
          </LinkButton>
        </Buttons>
      )}
    </section>
  );
}

/** What was given for next time, or was to be done until now, under the heading that is about it. */
function Assignments({ t, about, isClosed, ...props }: SessionNotesProps & { about: PlanPart | null }) {
  const { assignments, assignmentsAt, giveAt } = props;
  if (about !== "next" && about !== "assignment") return null;
  const given = assignments[about];
  if (given.length > 0)
    return (
      <ul aria-label={t(about === "next" ? "notes.given" : "notes.due")}>
        {given.map(({ id, title }) => (
          <li>
            {t(about === "next" ? "notes.given" : "notes.due")}: <a href={`${assignmentsAt}/${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    );
  if (about !== "next" || !giveAt || isClosed) return null;
  return (
    <p>
      <a href={giveAt}>{t("notes.give")}</a>
    </p>
  );
}

type ContributionsProps = SessionNotesProps & { contributions: readonly ShownContribution[] };

function Contributions({ t, contributions, address, part, personId, isClosed }: ContributionsProps) {
  if (contributions.length === 0) return null;
  return (
    <ul aria-label={t("notes.contributions")}>
      {contributions.map((contribution) => (
        <li>
          <span class="as-written">{contribution.body}</span>
          {dot}
          <span class="muted">{contribution.name ?? t("notes.without_name")}</span>
          {!isClosed && mayRemoveContribution({ part }, contribution, personId) ? (
            <Form t={t} action={`${address}/bidrag/${contribution.id}/bort`} tight>
              <Button plain small label={t("notes.remove_contribution", { start: contribution.body.slice(0, 60) })}>
                {t("notes.remove")}
              </Button>
            </Form>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
