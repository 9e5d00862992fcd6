import { Choice } from "#ui/fields.tsx";
import type { FieldProps } from "#ui/field-parts.tsx";

/** A question with yes and no; neither chosen means not known. */
export function YesNo({ answer, ...field }: FieldProps & { answer: boolean | null }) {
  const options = (["yes", "no"] as const).map((value) => ({ value, label: field.t(`round.${value}`) }));
  return <Choice {...field} options={options} value={answer === null ? null : answer ? "yes" : "no"} inline />;
}
