import type { Translate } from "#kernel/messages.ts";
import type { UnknownLeader } from "#features/circles/round/known-leaders/queries.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { type Column, Table } from "#ui/table.tsx";

/** Leaders who were only written by name, each with whom they may be. */
export function LeadersToKnow({ t, leaders }: { t: Translate; leaders: readonly UnknownLeader[] }) {
  if (leaders.length === 0) return null;
  const columns: Column<UnknownLeader>[] = [
    { label: t("people.leaders.name"), head: true, cell: ({ name }) => name },
    { label: t("people.leaders.round"), cell: ({ title, slug }) => <a href={`/planera/${slug}`}>{title}</a> },
    {
      label: t("people.leaders.who"),
      cell: ({ id, name: written, people }) => (
        <Form t={t} tight action={`/personer/kan-vara-samma/ledare/${id}`}>
          <Buttons>
            {people.map(({ id: personId, name, email }) => (
              <Button
                quiet
                small
                name="personId"
                value={personId}
                label={t("people.leaders.same_label", { written, name, email: email ?? t("people.merge.no_address") })}
              >
                {t("people.leaders.same", { name })}
              </Button>
            ))}
            <Button quiet small label={t("people.leaders.nobody_label", { written })}>
              {t("people.leaders.nobody")}
            </Button>
          </Buttons>
        </Form>
      ),
    },
  ];
  return (
    <section>
      <h2>{t("people.leaders.title")}</h2>
      <p>{t("people.leaders.lead")}</p>
      <Table caption={t("people.leaders.title")} captionHidden columns={columns} rows={leaders} />
    </section>
  );
}
