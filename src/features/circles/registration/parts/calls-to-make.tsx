import type { Translate } from "#kernel/messages.ts";
import { callSays } from "#features/circles/registration/calls/call-words.ts";
import type { WaitingCall } from "#features/circles/registration/calls/queries.ts";
import { Button } from "#ui/button.tsx";
import { Form } from "#ui/form.tsx";
import { PhoneLink } from "#ui/phone-link.tsx";
import { TodoList } from "#ui/todo-list.tsx";

type CallsProps = { t: Translate; calls: readonly WaitingCall[]; mayCall: boolean; address: string };

/** What somebody without a mail address is still to be told, each with a button for when it is done. */
export function CallsToMake({ t, calls, mayCall, address }: CallsProps) {
  if (calls.length === 0) return null;
  return (
    <section>
      <h2>{t("registration.call.waiting")}</h2>
      <TodoList
        label={t("registration.call.waiting")}
        items={calls.map((call) => ({
          title: say(t, call),
          detail: call.phone ? <PhoneLink phone={call.phone} /> : t("registration.call.no_number"),
          action: mayCall ? (
            <Form t={t} action={`${address}/ringt`} hidden={{ call: call.id }} tight>
              <Button quiet small>
                {t("registration.call.done")}
              </Button>
            </Form>
          ) : undefined,
        }))}
      />
    </section>
  );
}

function say(t: Translate, call: WaitingCall): string {
  const { code, values } = callSays(call);
  return t(code, values);
}
