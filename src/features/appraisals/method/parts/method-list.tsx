import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import type { ListedMethod } from "#features/appraisals/method/register/queries.ts";
import { Table } from "#ui/table.tsx";

/** Methods in a list: what each is, for whom, and how many use it. None is marked as good: the register weighs nothing. */
export function MethodList({
  t,
  caption,
  methods,
}: {
  t: Translate;
  caption: Child;
  methods: readonly ListedMethod[];
}) {
  return (
    <Table
      caption={caption}
      rows={methods}
      columns={[
        {
          label: t("method.name"),
          head: true,
          cell: ({ name, slug, alsoCalled }) => (
            <>
              <a href={`/metod/${slug}`}>{name}</a>
              {alsoCalled.length > 0 ? <span class="note">{alsoCalled.join(", ")}</span> : null}
            </>
          ),
        },
        { label: t("method.kind"), cell: ({ kind }) => t(`method.kind.${kind}`) },
        { label: t("method.targetGroup"), cell: ({ targetGroup }) => targetGroup },
        { label: t("method.column.users"), cell: ({ users }) => t("method.users_counted", { count: users }) },
        { label: t("method.column.decided"), cell: ({ decided }) => t("method.decided_counted", { count: decided }) },
      ]}
    />
  );
}
