/**
 * Three circles, one for each source of knowledge: research, profession, service user. Where they meet, the decision.
 * Says nothing to a screen reader: the name stands beside it.
 */
export function Mark({ size = 32 }: { size?: number }) {
  return (
    <svg class="mark" width={size} height={size} viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <circle class="mark-research" cx="20" cy="13.6" r="11.4" />
      <circle class="mark-profession" cx="13.4" cy="25" r="11.4" />
      <circle class="mark-user" cx="26.6" cy="25" r="11.4" />
      <path class="mark-decision" d={decision} />
    </svg>
  );
}

// Where all three circles overlap: arcs of the circles themselves.
const decision = "M20 15.7A11.4 11.4 0 0 1 24.8 24A11.4 11.4 0 0 1 15.2 24A11.4 11.4 0 0 1 20 15.7Z";
