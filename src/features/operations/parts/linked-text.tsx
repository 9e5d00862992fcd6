/** A text as it is, with its web addresses to press. Nothing in it is read as anything but text. */
export function LinkedText({ text }: { text: string }) {
  return (
    <pre class="letter" tabindex={0}>
      {text.split(/(https?:\/\/[^\s<>"')\]]+)/).map((part, index) =>
        index % 2 === 0 ? (
          part
        ) : (
          <a href={part} rel="noreferrer">
            {part}
          </a>
        ),
      )}
    </pre>
  );
}
