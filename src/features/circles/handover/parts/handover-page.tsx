import { dateIn } from "#kernel/clock.ts";
import type { Translate } from "#kernel/messages.ts";
import { isSame } from "#features/circles/handover/handover.ts";
import { openWords } from "#features/circles/handover/parts/open-words.ts";
import type { HandoverPageFacts } from "#features/circles/handover/queries.ts";
import { Button, LinkButton } from "#ui/button.tsx";
import { Columns, Sheet } from "#ui/columns.tsx";
import { EmptyState } from "#ui/empty-state.tsx";
import { Checkbox, Select, TextArea } from "#ui/fields.tsx";
import { Facts } from "#ui/facts.tsx";
import type { Filled } from "#ui/filled.ts";
import { Form, FormEnd } from "#ui/form.tsx";
import { PageHeading } from "#ui/page-heading.tsx";
import { sayDate } from "#ui/swedish-dates.ts";

type HandoverPageProps = {
  t: Translate;
  found: HandoverPageFacts;
  filled: Filled;
  organiser: string;
  mayInvite: boolean;
  today: Temporal.PlainDate;
};

/** Who takes a round over, what goes along, and what is open in it. */
export function HandoverPage({ t, found, filled, organiser, mayInvite, today }: HandoverPageProps) {
  const { round, takers } = found;
  return (
    <>
      <PageHeading
        kicker={<a href={`/planera/${round.slug}`}>{round.title}</a>}
        heading={t("handover.title")}
        lead={t("handover.lead")}
      />
      <Columns label={t("handover.what_follows")} beside={<Beside t={t} found={found} today={today} />}>
        {takers.length === 0 ? (
          <EmptyState
            heading={t("handover.nobody_to_choose")}
            action={mayInvite ? <LinkButton href="/personer/bjud-in">{t("handover.invite")}</LinkButton> : null}
          >
            {t("handover.nobody_to_choose_text")}
          </EmptyState>
        ) : (
          <HandoverForm t={t} found={found} filled={filled} organiser={organiser} mayInvite={mayInvite} />
        )}
      </Columns>
    </>
  );
}

function HandoverForm({ t, found, filled, organiser, mayInvite }: Omit<HandoverPageProps, "today">) {
  const { round, responsible, takers, drafts, leadsByRole } = found;
  const standing = responsible && round.contacts.find((contact) => isSame(contact, responsible));
  return (
    <Form t={t} filled={filled} hidden={{ from: responsible?.id ?? "nobody" }}>
      <Select
        t={t}
        filled={filled}
        name="to"
        label={t("handover.to")}
        help={t("handover.to_help", { organisation: organiser })}
        options={takers.map(({ id, name, title, place }) => ({
          value: id,
          label: [name, title, place].filter(Boolean).join(", "),
        }))}
        required
      />
      {mayInvite ? (
        <p>
          <a href="/personer/bjud-in">{t("handover.invite")}</a>
        </p>
      ) : null}
      <Checkbox
        t={t}
        filled={filled}
        name="takesContacts"
        label={t("handover.contacts")}
        help={standing ? t("handover.contacts_replace", { from: standing.name }) : t("handover.contacts_first")}
        checked
        required
      />
      {drafts.length > 0 ? (
        <Checkbox
          t={t}
          filled={filled}
          name="takesDrafts"
          label={t("handover.drafts")}
          help={t("handover.drafts_help", { titles: drafts.map(({ title }) => title).join(", ") })}
          checked
          required
        />
      ) : null}
      {responsible && leadsByRole ? (
        <Checkbox
          t={t}
          filled={filled}
          name="keepsReading"
          label={t("handover.keeps", { name: responsible.name })}
          help={t("handover.keeps_help", { name: responsible.name })}
          required
        />
      ) : null}
      <TextArea
        t={t}
        filled={filled}
        name="note"
        label={t("handover.note")}
        help={t("handover.note_help")}
        rows={4}
        limit={2_000}
      />
      <FormEnd>
        <Button>{t("handover.send")}</Button>
        <LinkButton href={`/planera/${round.slug}`} plain>
          {t("round.back")}
        </LinkButton>
      </FormEnd>
    </Form>
  );
}

function Beside({ t, found, today }: Pick<HandoverPageProps, "t" | "found" | "today">) {
  const { open, responsible, leadsByRole, history } = found;
  const waits = openWords(t, open, today);
  return (
    <Sheet>
      <Facts
        items={[
          {
            term: t("handover.responsible"),
            value: responsible?.name ?? t("handover.nobody"),
            note: responsible && !leadsByRole ? t("handover.keeps_role") : undefined,
          },
        ]}
      />
      <div>
        <h2>{t("handover.open")}</h2>
        {waits.length > 0 ? (
          <ul>
            {waits.map((words) => (
              <li>{words}</li>
            ))}
          </ul>
        ) : (
          <p>{t("handover.open_none")}</p>
        )}
      </div>
      <div>
        <h2>{t("handover.what_follows")}</h2>
        <ul>
          <li>{t("handover.follows.mail")}</li>
          <li>{t("handover.follows.today")}</li>
          <li>{t("handover.follows.rest")}</li>
        </ul>
      </div>
      {history.length > 0 ? (
        <div>
          <h2>{t("handover.history")}</h2>
          <ul>
            {history.map(({ from, to, handedAt }) => (
              <li>
                {t("handover.history_row", { from: from ?? t("handover.nobody"), to })},{" "}
                {sayDate(t.language, dateIn(handedAt), { today })}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </Sheet>
  );
}
