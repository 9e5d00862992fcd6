import type { Translate } from "#kernel/messages.ts";
import type { Debt } from "#features/knowledge/lineage/debt/queries.ts";
import { Button } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { Tag } from "#ui/tag.tsx";
import { Table } from "#ui/table.tsx";

/** What rests on something that is retired or says something new, with the two ways on: it stands all the same, or change it. */
export function DebtTable({ t, debts }: { t: Translate; debts: readonly Debt[] }) {
  return (
    <Table
      caption={t("debt.resting", { count: debts.length })}
      columns={[
        {
          label: t("lineage.what"),
          head: true,
          cell: ({ href, title, kind, organisation }) => (
            <>
              <a href={href}>{title}</a>
              <p class="muted">{[t(`lineage.kind.${kind}`), organisation].filter(Boolean).join(", ")}</p>
            </>
          ),
        },
        {
          label: t("debt.rests_on"),
          cell: ({ itemSlug, itemTitle, why, retiredReason, replacedBy, versionNo, seenVersionNo }) => (
            <>
              <a href={`/kunskap/${itemSlug}`}>{itemTitle}</a>{" "}
              {why === "retired" ? (
                <Tag tone="error">{t("item.retired")}</Tag>
              ) : (
                <Tag tone="open">{t("lineage.is_changed")}</Tag>
              )}
              {why === "retired" && retiredReason ? <p class="muted">{retiredReason}</p> : null}
              {why === "retired" && replacedBy ? (
                <p>
                  <a href={`/kunskap/${replacedBy}`}>{t("item.read_instead")}</a>
                </p>
              ) : null}
              {why === "changed" ? (
                <p>
                  <a href={`/kunskap/${itemSlug}/versioner?fran=${seenVersionNo}&till=${versionNo}`}>
                    {t("debt.see_difference")}
                  </a>
                </p>
              ) : null}
            </>
          ),
        },
        {
          label: t("debt.deeds"),
          labelHidden: true,
          cell: ({ restId, title, versionNo, why }) => (
            <Form
              t={t}
              action={`/att-se-over/${restId}/star-kvar`}
              hidden={{ versionNo: String(versionNo), why }}
              tight
            >
              <Button quiet small label={t("debt.stands_named", { title })}>
                {t("debt.stands")}
              </Button>
            </Form>
          ),
        },
      ]}
      rows={debts}
    />
  );
}
