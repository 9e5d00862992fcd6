import type { Translate } from "#kernel/messages.ts";
import { TextField } from "#ui/fields.tsx";
import type { Filled } from "#ui/filled.ts";

type SecretProps = { t: Translate; filled: Filled; help?: string };

/** A password: the one somebody has, or a new one, so that the browser fills in or proposes the right one. */
export function PasswordField({
  which = "current",
  width = "medium",
  ...field
}: SecretProps & { name: string; label: string; which?: "current" | "new"; width?: "medium" | "full" }) {
  return <TextField {...field} type="password" width={width} autocomplete={`${which}-password`} required />;
}

/** The six digits of somebody's app. Never kept on the device. */
export function CodeField(props: SecretProps) {
  return (
    <TextField
      {...props}
      name="code"
      inputmode="numeric"
      autocomplete="one-time-code"
      width="short"
      required
      noKeep
      label={props.t("sign_in.code.code")}
    />
  );
}
