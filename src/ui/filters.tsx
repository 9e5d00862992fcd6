import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { Button } from "#ui/button.tsx";

type FiltersProps = {
  t: Translate;
  action: string;
  /** What is chosen from: "Välj bland omgångarna". */
  label: string;
  /** The address on the page of the part that changes. Behind a sign-in it is replaced without leaving the page. */
  results?: string | undefined;
  /** What the button says, when it is not "Visa". */
  press?: string | undefined;
  children?: Child;
};

/** Fields that narrow a list down. The answer is an address that can be kept and sent to someone. */
export function Filters({ t, action, label, results, press, children }: FiltersProps) {
  const live = results
    ? {
        "data-hx-get": action,
        "data-hx-trigger": "change, submit",
        "data-hx-target": `#${results}`,
        "data-hx-select": `#${results}`,
        "data-hx-swap": "outerHTML",
        "data-hx-push-url": "true",
      }
    : {};
  return (
    <search>
      <form class="filters" action={action} method="get" aria-label={label} novalidate {...live}>
        {children}
        <Button quiet small>
          {press ?? t("ui.filters.show")}
        </Button>
      </form>
    </search>
  );
}
