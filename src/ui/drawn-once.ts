import { type Child, type Html, jsx, raw } from "#kernel/jsx-runtime.ts";
import type { Language, Translate } from "#kernel/messages.ts";

/** How much is kept at most, in characters of content and markup together, and for how long, in milliseconds. */
const bounds = { most: 3_000_000, longest: 60_000 };

/** What something is drawn from: plain values, so that what is the same can be told to be. */
type Plain = string | number | boolean | null;

type DrawnOnce = <Content extends readonly Plain[]>(
  draw: (t: Translate, ...content: Content) => Child,
) => (t: Translate, ...content: Content) => Html;

/**
 * A drawing that is made once of the same content: a long list whose rows have not changed is looked up by all that it
 * says. What has changed is never found, so there is nothing to drop, and nobody is shown what they did not bring
 * along. Kept in this process alone, not for long, and safe to lose (docs/decisions/020).
 *
 * It stands outside every request, where there is nothing else to draw from than what it is given:
 *
 *     const peopleTable = drawnOnce((t, listed: RowsInText<Listed>, count: number) => <Table … />);
 */
export const drawnOnce: DrawnOnce = keptDrawings(bounds);

/** Drawings that are kept together, and all given up together when they are too much or too old. */
export function keptDrawings({ most, longest }: typeof bounds): DrawnOnce {
  const kept = new Map<string, Html>();
  let size = 0;
  let drawings = 0;
  let giveUp: NodeJS.Timeout | undefined;

  const clear = () => {
    clearTimeout(giveUp);
    giveUp = undefined;
    kept.clear();
    size = 0;
  };

  function keep(content: string, markup: string): Html {
    const html = raw(markup);
    const more = content.length + markup.length;
    if (more > most) return html;
    if (size + more > most) clear();
    kept.set(content, html);
    size += more;
    giveUp ??= setTimeout(clear, longest).unref();
    return html;
  }

  return (draw) => {
    const drawing = (drawings += 1);
    return (t, ...content) => {
      const key = JSON.stringify([drawing, t.language satisfies Language, ...content]);
      return kept.get(key) ?? keep(key, inOnePiece(jsx(() => draw(t, ...content), {})));
    };
  };
}

/** Text that was put together from pieces holds on to every one of them for as long as it is kept. */
function inOnePiece(html: Html): string {
  return Buffer.from(String(html)).toString();
}
