import type { Translate } from "#kernel/messages.ts";
import { fieldId, type Filled } from "#ui/filled.ts";

type ErrorSummaryProps = {
  t: Translate;
  filled: Filled | undefined;
  title?: string | undefined;
  /** What each field is called, by its path: on a long form several fields may lack the same thing. */
  labels?: Readonly<Record<string, string>> | undefined;
};

/** What needs correcting before the form can be sent, first on the page, each with a way to its field. */
export function ErrorSummary({ t, filled, title, labels = {} }: ErrorSummaryProps) {
  const problems = filled?.problems ?? [];
  if (problems.length === 0) return null;
  const atFields = problems.filter(({ path }) => path !== "").length;
  const heading = atFields > 0 ? t("ui.problems", { count: atFields }) : t("ui.problems.whole");
  return (
    <div class="ds-error-summary" role="alert" tabindex={-1} autofocus data-error-summary="">
      <h2>{title ?? heading}</h2>
      <ul>
        {problems.map(({ path, code, values }) => {
          const field = labels[path];
          const problem = t(code, values);
          const words = field === undefined ? problem : t("ui.problems.at", { field, problem });
          return <li>{path === "" ? words : <a href={`#${fieldId(path)}`}>{words}</a>}</li>;
        })}
      </ul>
    </div>
  );
}
