/** One of the answers to choose from. */
export type Option = { readonly value: string; readonly label: string; readonly help?: string | undefined };

type TickProps = {
  kind: "radio" | "checkbox";
  id: string;
  name: string;
  option: Option;
  ticked: boolean;
  required?: boolean | undefined;
  noKeep?: boolean | undefined;
};

/** One box or ring with its words, all of which answer to a press. */
export function Tick({ kind, id, name, option, ticked, required, noKeep }: TickProps) {
  return (
    <div class="ds-field option">
      <input
        class="ds-input"
        type={kind}
        id={id}
        name={name}
        value={option.value}
        checked={ticked}
        required={kind === "radio" && required === true}
        data-no-keep={noKeep ? "" : undefined}
        aria-describedby={option.help ? `${id}-option-help` : undefined}
      />
      <label for={id}>{option.label}</label>
      {option.help ? (
        <div class="help" id={`${id}-option-help`}>
          {option.help}
        </div>
      ) : null}
    </div>
  );
}
