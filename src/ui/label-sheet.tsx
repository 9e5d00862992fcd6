type LabelSheetProps = { labels: readonly { readonly name: string; readonly lines: readonly string[] }[] };

/** Labels for envelopes, as they are printed: three beside each other and eight down, and nothing else on the paper. */
export function LabelSheet({ labels }: LabelSheetProps) {
  return (
    <ul class="labels">
      {labels.map(({ name, lines }) => (
        <li>
          <strong>{name}</strong>
          {lines.map((line) => (
            <span>{line}</span>
          ))}
        </li>
      ))}
    </ul>
  );
}
