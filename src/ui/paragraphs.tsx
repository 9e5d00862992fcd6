/** A text as it was typed: every blank line begins a paragraph, every other line break is kept. */
export function Paragraphs({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n\s*\n/u)
        .filter((paragraph) => paragraph.trim() !== "")
        .map((paragraph) => (
          <p>
            {paragraph.split("\n").map((line, index) => (
              <>
                {index > 0 ? <br /> : null}
                {line}
              </>
            ))}
          </p>
        ))}
    </>
  );
}
