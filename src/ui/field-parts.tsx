import type { Child } from "#kernel/jsx-runtime.ts";
import type { Translate } from "#kernel/messages.ts";
import { fieldId, problemsAt, type Filled } from "#ui/filled.ts";

/** What every field has, whatever is written in it. */
export type FieldProps = {
  t: Translate;
  /** The field's name in the form, and its `path` in problems. */
  name: string;
  label: string;
  help?: Child;
  /** A field that may be left empty says so in words. */
  required?: boolean | undefined;
  problem?: string | undefined;
  filled?: Filled | undefined;
  /** Never kept in the draft on the person's device. */
  noKeep?: boolean | undefined;
};

/** The problems of a field in words. */
export function problemsOf({ t, name, problem, filled }: FieldProps): readonly string[] {
  if (problem !== undefined) return [problem];
  return problemsAt(filled, name).map(({ code, values }) => t(code, values));
}

/** What ties a control to its help and its problem for those who hear the page. */
export function describing(props: FieldProps, counted = false) {
  const id = fieldId(props.name);
  const wrong = problemsOf(props).length > 0;
  const by = [props.help ? `${id}-help` : "", wrong ? `${id}-problem` : "", counted ? `${id}-count` : ""].filter(
    Boolean,
  );
  return {
    "aria-describedby": by.length > 0 ? by.join(" ") : undefined,
    "aria-invalid": wrong ? "true" : undefined,
  };
}

/** Attributes of the control itself. */
export function controlling(props: FieldProps, counted = false) {
  return {
    id: fieldId(props.name),
    name: props.name,
    required: props.required === true,
    "data-no-keep": props.noKeep ? "" : undefined,
    ...describing(props, counted),
  };
}

export function Optional({ t, required }: { t: Translate; required?: boolean | undefined }) {
  return required ? null : <span class="optional"> ({t("ui.optional")})</span>;
}

/** Help and problem, between the label and the control, where neither a keyboard nor a list of suggestions covers them. */
export function HelpAndProblem(props: FieldProps) {
  const id = fieldId(props.name);
  const problems = problemsOf(props);
  return (
    <>
      {props.help ? (
        <div class="help" id={`${id}-help`}>
          {props.help}
        </div>
      ) : null}
      {problems.length > 0 ? (
        <div class="problem" id={`${id}-problem`}>
          {problems.map((problem) => (
            <p>
              <span class="sr-only">{props.t("ui.problem")} </span>
              {problem}
            </p>
          ))}
        </div>
      ) : null}
    </>
  );
}

/** A control with its label above it. */
export function Field({ children, ...props }: FieldProps & { children?: Child }) {
  const wrong = problemsOf(props).length > 0;
  return (
    <div class={wrong ? "ds-field wrong" : "ds-field"}>
      <label class="label" for={fieldId(props.name)}>
        {props.label}
        <Optional t={props.t} required={props.required} />
      </label>
      <HelpAndProblem {...props} />
      {children}
    </div>
  );
}
