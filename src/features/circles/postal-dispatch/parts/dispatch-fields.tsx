import type { Translate } from "#kernel/messages.ts";
import type { PostalDispatch } from "#features/circles/postal-dispatch/queries.ts";
import { retention } from "#features/privacy/retention.ts";
import { Checkbox, DateField, TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type DispatchFieldsProps = {
  t: Translate;
  filled: Filled;
  dispatch: PostalDispatch | undefined;
  today: Temporal.PlainDate;
};

/** What is sent by post, when it was, and whether anything comes after it. */
export function DispatchFields({ t, filled, dispatch, today }: DispatchFieldsProps) {
  return (
    <>
      <TextField
        t={t}
        filled={filled}
        name="contents"
        label={t("post.field.contents")}
        help={t("post.field.contents_help")}
        value={dispatch?.contents}
        required
      />
      <DateField
        t={t}
        filled={filled}
        name="sentOn"
        label={t("post.field.sentOn")}
        help={t("post.field.sentOn_help")}
        value={dispatch?.sentOn?.toString()}
        max={today.toString()}
      />
      <Checkbox
        t={t}
        filled={filled}
        name="isLast"
        label={t("post.field.isLast")}
        help={t("post.field.isLast_help", { days: retention.postalAddress.days })}
        checked={dispatch?.isLast ?? false}
      />
    </>
  );
}
