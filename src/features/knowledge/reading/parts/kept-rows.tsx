import type { Translate } from "#kernel/messages.ts";
import type { ToReadLine } from "#features/knowledge/reading/queries.ts";
import { Button } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { Table } from "#ui/table.tsx";
import { Tag } from "#ui/tag.tsx";

type KeptRowsProps = { t: Translate; at: string; lines: readonly ToReadLine[] };

/** What is in a list, with plain buttons that move a row a step or take it away, and what is said of it. */
export function KeptRows({ t, at, lines }: KeptRowsProps) {
  const places = new Map(lines.map(({ id }, index) => [id, index]));
  const step = (name: "up" | "down" | "remove", title: string) => (
    <Button plain small name="step" value={name} label={t(`reading.${name}_named`, { title })}>
      {t(`reading.${name}`)}
    </Button>
  );
  return (
    <Table
      caption={t("reading.in_list", { count: lines.length })}
      captionHidden
      columns={[
        {
          label: t("reading.what"),
          head: true,
          cell: ({ item }) => (
            <>
              <a href={`/kunskap/${item.slug}`}>{item.title}</a>{" "}
              {item.retiredAt ? <Tag tone="error">{t("item.retired")}</Tag> : null}
            </>
          ),
        },
        {
          label: t("reading.note"),
          cell: ({ id, note, item }) => (
            <>
              {note ? <p>{note}</p> : null}
              <a href={`${at}/rad/${id}/anteckning`} aria-label={t("reading.save_note_named", { title: item.title })}>
                {t(note ? "reading.change_note" : "reading.write_note")}
              </a>
            </>
          ),
        },
        {
          label: t("reading.order"),
          cell: ({ id, item }) => (
            <Form t={t} action={`${at}/rad/${id}/steg`} tight>
              {places.get(id) === 0 ? null : step("up", item.title)}
              {places.get(id) === lines.length - 1 ? null : step("down", item.title)}
              {step("remove", item.title)}
            </Form>
          ),
        },
      ]}
      rows={lines}
    />
  );
}
