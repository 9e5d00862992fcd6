import type { Child } from "#kernel/jsx-runtime.ts";
import {
  controlling,
  describing,
  Field,
  HelpAndProblem,
  Optional,
  problemsOf,
  type FieldProps,
} from "#ui/field-parts.tsx";
import { fieldId, textIn, tickedIn } from "#ui/filled.ts";
import { type Option, Tick } from "#ui/tick.tsx";

type Width = "short" | "medium" | "full";

type TextProps = FieldProps & {
  value?: string | null | undefined;
  type?: "text" | "email" | "tel" | "url" | "search" | "password";
  /** What the browser may fill in by itself (WCAG 1.3.5). */
  autocomplete?: string | undefined;
  width?: Width;
  autofocus?: boolean | undefined;
  /** One-time codes and the like. */
  inputmode?: "numeric" | "text" | undefined;
  /** What people often write here. Anything else can be written as well. */
  suggestions?: readonly string[] | undefined;
};

export function TextField({
  value,
  type = "text",
  width = "full",
  autocomplete,
  autofocus,
  inputmode,
  suggestions = [],
  ...props
}: TextProps) {
  const listId = suggestions.length > 0 ? `${fieldId(props.name)}-list` : undefined;
  return (
    <Field {...props}>
      <input
        class={`ds-input ${width}`}
        type={type}
        value={type === "password" ? undefined : textIn(props.filled, props.name, value)}
        autocomplete={autocomplete}
        autofocus={autofocus}
        inputmode={inputmode}
        list={listId}
        {...controlling({ ...props, noKeep: props.noKeep || type === "password" })}
      />
      {listId ? (
        <datalist id={listId}>
          {suggestions.map((suggestion) => (
            <option value={suggestion}>{suggestion}</option>
          ))}
        </datalist>
      ) : null}
    </Field>
  );
}

type TextAreaProps = FieldProps & {
  value?: string | null | undefined;
  rows?: number;
  /** How long the text may be. Longer text can be typed, so that nothing pasted is cut off unseen. */
  limit?: number | undefined;
};

export function TextArea({ value, rows = 5, limit, ...props }: TextAreaProps) {
  const { t } = props;
  const id = fieldId(props.name);
  return (
    <Field {...props}>
      <textarea class="ds-input full" rows={rows} {...controlling(props, limit !== undefined)}>
        {textIn(props.filled, props.name, value)}
      </textarea>
      {limit === undefined ? null : (
        <text-counter
          class="help counter"
          id={`${id}-count`}
          data-for={id}
          data-limit={String(limit)}
          data-left={t("ui.counter.left", { count: "#" })}
          data-over={t("ui.counter.over", { count: "#" })}
        >
          {t("ui.counter.limit", { limit })}
        </text-counter>
      )}
    </Field>
  );
}

/** A whole number, or a decimal one, with its unit after it. */
export function NumberField({
  value,
  unit,
  decimal = false,
  ...props
}: FieldProps & { value?: number | string | null | undefined; unit?: string | undefined; decimal?: boolean }) {
  const control = (
    <input
      class="ds-input number"
      type="text"
      inputmode={decimal ? "decimal" : "numeric"}
      autocomplete="off"
      value={textIn(props.filled, props.name, value)}
      {...controlling(props)}
    />
  );
  return (
    <Field {...props}>
      {unit ? (
        <div class="with-unit">
          {control}
          <span>{unit}</span>
        </div>
      ) : (
        control
      )}
    </Field>
  );
}

type DayProps = FieldProps & { value?: string | null | undefined; min?: string | undefined; max?: string | undefined };

/** A day, as `2027-10-01`. */
export function DateField({ value, min, max, ...props }: DayProps) {
  const day = textIn(props.filled, props.name, value);
  return (
    <Field {...props}>
      <input class="ds-input day" type="date" value={day} min={min} max={max} {...controlling(props)} />
    </Field>
  );
}

/** A time of day, as `09:00`. */
export function TimeField({ value, ...props }: FieldProps & { value?: string | null | undefined }) {
  const time = textIn(props.filled, props.name, value);
  return (
    <Field {...props}>
      <input class="ds-input time" type="time" value={time} {...controlling(props)} />
    </Field>
  );
}

type SelectProps = FieldProps & {
  options: readonly Option[];
  value?: string | null | undefined;
  /** What stands there when nothing is chosen; "Välj" if nothing else is said, none at all for `false`. */
  empty?: string | false | undefined;
  width?: Width;
};

export function Select({ options, value, empty, width = "full", ...props }: SelectProps) {
  const chosen = textIn(props.filled, props.name, value);
  return (
    <Field {...props}>
      <select class={`ds-input ${width}`} {...controlling(props)}>
        {empty === false ? null : <option value="">{empty ?? props.t("ui.select.choose")}</option>}
        {options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A file from the person's device. What was chosen cannot be filled in again: browsers do not allow it. */
export function FileField({
  accept,
  multiple,
  ...props
}: FieldProps & { accept?: string | undefined; multiple?: boolean | undefined }) {
  return (
    <Field {...props}>
      <input class="ds-input file" type="file" accept={accept} multiple={multiple} {...controlling(props)} />
    </Field>
  );
}

type ChoiceProps = FieldProps & {
  options: readonly Option[];
  value?: string | null | undefined;
  /** Side by side where there is room: for two or three short answers. */
  inline?: boolean | undefined;
};

/** One of a few: all of them are seen at once. */
export function Choice({ options, value, inline, ...props }: ChoiceProps) {
  const chosen = textIn(props.filled, props.name, value);
  return (
    <fieldset class={groupLook(props, inline)} role="radiogroup" {...describing(props)}>
      <legend class="label">
        {props.label}
        <Optional t={props.t} required={props.required} />
      </legend>
      <HelpAndProblem {...props} />
      <div class="options">
        {options.map((option, index) => (
          <Tick
            kind="radio"
            id={optionId(props.name, index)}
            name={props.name}
            option={option}
            ticked={option.value === chosen}
            required={props.required}
            noKeep={props.noKeep}
          />
        ))}
      </div>
    </fieldset>
  );
}

type ChecksProps = Omit<ChoiceProps, "value"> & { value?: readonly string[] | undefined };

/** Any number of a few. */
export function Checks({ options, value, inline, ...props }: ChecksProps) {
  const ticked = tickedIn(props.filled, props.name, value);
  return (
    <fieldset class={groupLook(props, inline)} aria-describedby={describing(props)["aria-describedby"]}>
      <legend class="label">
        {props.label}
        <Optional t={props.t} required={props.required} />
      </legend>
      <HelpAndProblem {...props} />
      <div class="options">
        {options.map((option, index) => (
          <Tick
            kind="checkbox"
            id={optionId(props.name, index)}
            name={props.name}
            option={option}
            ticked={ticked.includes(option.value)}
            noKeep={props.noKeep}
          />
        ))}
      </div>
    </fieldset>
  );
}

type CheckboxProps = FieldProps & { checked?: boolean | undefined; value?: string };

/**
 * One sentence to agree with. The box sends `value` ("on") when it is ticked. An empty box is an answer too, so nothing
 * says that it may be left; `required` is for one that has to be ticked.
 */
export function Checkbox({ checked = false, value = "on", ...props }: CheckboxProps) {
  const ticked = tickedIn(props.filled, props.name, checked ? [value] : []).includes(value);
  return (
    <div class={problemsOf(props).length > 0 ? "single wrong" : "single"}>
      <div class="ds-field option">
        <input class="ds-input" type="checkbox" value={value} checked={ticked} {...controlling(props)} />
        <label for={fieldId(props.name)}>{props.label}</label>
        <HelpAndProblem {...props} />
      </div>
    </div>
  );
}

type FieldsetProps = { legend: string; help?: Child; children?: Child };

/** Fields that belong together, with what they are about. */
export function Fieldset({ legend, help, children }: FieldsetProps) {
  return (
    <fieldset class="ds-fieldset group">
      <legend>{legend}</legend>
      {help ? <div class="help">{help}</div> : null}
      {children}
    </fieldset>
  );
}

/** Short fields side by side where there is room, such as a date and its times. */
export function FieldRow({ children }: { children?: Child }) {
  return <div class="field-row">{children}</div>;
}

/** The fields of one of several alike, such as one of the leaders, set apart from the next: "Ledare 2". */
export function OneOfSeveral({ legend, children }: { legend?: string; children?: Child }) {
  return legend === undefined ? (
    <div class="one-of-several">{children}</div>
  ) : (
    <fieldset class="ds-fieldset one-of-several">
      <legend class="label">{legend}</legend>
      {children}
    </fieldset>
  );
}

// The first option carries the field's own address, so that the list of problems leads to it.
const optionId = (name: string, index: number) => (index === 0 ? fieldId(name) : `${fieldId(name)}-${index + 1}`);

const groupLook = (props: FieldProps, inline: boolean | undefined) =>
  ["ds-fieldset choice", inline ? "inline" : "", problemsOf(props).length > 0 ? "wrong" : ""].filter(Boolean).join(" ");
