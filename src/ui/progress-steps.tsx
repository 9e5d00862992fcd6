import type { Translate } from "#kernel/messages.ts";

type Step = { readonly label: string; readonly href?: string | undefined };

type ProgressStepsProps = { t: Translate; steps: readonly Step[]; /** Which step the page is, from 1. */ now: number };

/** How far someone has come through a few pages. */
export function ProgressSteps({ t, steps, now }: ProgressStepsProps) {
  return (
    <nav class="steps" aria-label={t("ui.steps.now", { now, all: steps.length })}>
      <ol>
        {steps.map(({ label, href }, index) => {
          const place = index + 1;
          const state = place < now ? "done" : place === now ? "here" : "ahead";
          return (
            <li class={state} aria-current={state === "here" ? "step" : undefined}>
              {href && state === "done" ? <a href={href}>{label}</a> : <span>{label}</span>}
              {state === "here" ? null : <span class="sr-only"> ({t(`ui.steps.${state}`)})</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
