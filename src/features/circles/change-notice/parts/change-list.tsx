import type { Translate } from "#kernel/messages.ts";
import type { ChangedThing } from "#features/circles/change-notice/change-notice.ts";
import { changeSentence } from "#features/circles/change-notice/parts/change-words.ts";
import type { ChangeNotice } from "#features/circles/change-notice/queries.ts";
import { Button, Buttons } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { Notice } from "#ui/notice.tsx";

type ChangedListProps = { t: Translate; things: readonly ChangedThing[]; today: Temporal.PlainDate };

/** What was changed, a sentence each with what it was. Plain elements: it stands in mails too. */
export function ChangedList({ t, things, today }: ChangedListProps) {
  if (things.length === 0) return null;
  return (
    <ul>
      {things.map((thing) => (
        <li>{changeSentence(t, thing, today)}</li>
      ))}
    </ul>
  );
}

type UnseenProps = { t: Translate; notices: readonly ChangeNotice[]; today: Temporal.PlainDate };

/** What is new to somebody, the latest first, at the top of the page of their circle. */
export function UnseenChanges({ t, notices, today }: UnseenProps) {
  if (notices.length === 0) return null;
  return (
    <Notice t={t} tone="warn" heading={t("changes.new", { count: notices.length })}>
      <ChangedList t={t} things={notices.flatMap(({ things }) => things)} today={today} />
    </Notice>
  );
}

type OwnChangesProps = UnseenProps & { address: string };

/** The same on somebody's page behind their mailed link: there one press says that it is seen. */
export function OwnChanges({ t, notices, today, address }: OwnChangesProps) {
  if (notices.length === 0) return null;
  return (
    <Notice
      t={t}
      tone="warn"
      heading={t("changes.new", { count: notices.length })}
      action={
        <Form t={t} action={`${address}/sett`} tight>
          <Buttons>
            <Button>{t("changes.seen.press")}</Button>
          </Buttons>
        </Form>
      }
    >
      <ChangedList t={t} things={notices.flatMap(({ things }) => things)} today={today} />
      <p>{t("changes.seen.lead")}</p>
    </Notice>
  );
}
