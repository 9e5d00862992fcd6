import type { Translate } from "#kernel/messages.ts";
import { type Side, sides } from "#features/knowledge/lineage/lineage.ts";
import type { LineageLine } from "#features/knowledge/lineage/queries.ts";
import { Button } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { Tag } from "#ui/tag.tsx";
import { Table } from "#ui/table.tsx";
import { Unknown } from "#ui/unknown.tsx";

type LineageTablesProps = {
  t: Translate;
  lines: readonly LineageLine[];
  /** The address of the item's own page of this, when what is tied may be untied here. */
  at?: string | undefined;
};

/** What an item builds on, and what builds on it, each with where it leads and why. */
export function LineageTables({ t, lines, at }: LineageTablesProps) {
  return (
    <div class="lineage-tables">
      {sides.map((side) => (
        <OneSide t={t} side={side} lines={lines.filter((line) => line.side === side)} at={at} />
      ))}
    </div>
  );
}

function OneSide({ t, side, lines, at }: LineageTablesProps & { side: Side }) {
  if (lines.length === 0)
    return (
      <p>
        <Unknown>{t(`lineage.nothing.${side}`)}</Unknown>
      </p>
    );
  const canUntie = at !== undefined && lines.some((line) => line.canUntie);
  return (
    <Table
      caption={t(`lineage.side.${side}`)}
      columns={[
        {
          label: t("lineage.what"),
          head: true,
          cell: ({ href, title, isRetired }) => (
            <>
              <a href={href}>{title}</a> {isRetired ? <Tag tone="error">{t("lineage.is_retired")}</Tag> : null}
            </>
          ),
        },
        { label: t("lineage.kind"), cell: ({ kind }) => t(`lineage.kind.${kind}`) },
        { label: t("lineage.note"), cell: ({ note }) => note },
        ...(canUntie
          ? [
              {
                label: t("lineage.untie"),
                labelHidden: true,
                cell: ({ tieId, title, canUntie: isTheirs }: LineageLine) =>
                  isTheirs ? (
                    <Form t={t} action={`${at}/${tieId}/ta-bort`} tight>
                      <Button plain small label={t("lineage.untie_named", { title })}>
                        {t("lineage.untie")}
                      </Button>
                    </Form>
                  ) : null,
              },
            ]
          : []),
      ]}
      rows={lines}
    />
  );
}
