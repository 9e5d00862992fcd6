import type { Found, Span } from "./found.ts";
import { type InvitationText, passagesOfKind, trimmed, wordsAt } from "./invitation-text.ts";

/** Why the activity is held, and what shall have come of it: two things (R098, R099). */
export type Purpose = { readonly purpose: Found<string> | undefined; readonly goal: Found<string> | undefined };

const purposeSaid =
  /(?<!\p{L})(?:(?:det )?(?:övergripande |huvudsakliga )?syfte(?:t|n)?(?!\p{L})|avsikt(?:en)?(?!\p{L})|syftar (?:till|därmed|främst))/iu;
const goalSaid =
  /(?<!\p{L})(?:(?:det )?(?:övergripande |långsiktiga |gemensamma )?mål(?:et|en|sättning|sättningen)?(?!\p{L}| ?grupp)|förväntas (?:du|deltagarna|ni) (?:ha|kunna)|deltagarna (?:ska|kan|kommer att) efter (?:cirkeln|kursen|utbildningen)|efter (?:cirkeln|kursen|utbildningen) (?:ska|kan|har) (?:du|deltagarna|ni))/iu;

/** Reads purpose and goal from their passages, or from the sentences that name them. */
export function purposeIn(text: InvitationText): Purpose {
  const [purpose] = passagesOfKind(text, "purpose")
    .map(({ body }) => paragraph(text, body))
    .filter((found) => found !== undefined);
  const [goal] = passagesOfKind(text, "goal")
    .map(({ body }) => paragraph(text, body))
    .filter((found) => found !== undefined);
  const [joint] = passagesOfKind(text, "purposeAndGoal");
  const said = joint ? parted(text, joint.body) : undefined;
  return {
    purpose: purpose ? withoutGoal(text, purpose) : (said?.purpose ?? sentence(text, purposeSaid, goalFirst)),
    goal: goal ?? said?.goal ?? sentence(text, goalSaid, purposeFirst),
  };
}

const goalFirst = /^\s*(?:mål(?:et)?(?!\p{L}))/iu;
const purposeFirst = /^[^.]{0,80}(?:syfte(?:t)?(?!\p{L}))/iu;

/** A passage's text to its first empty line, or with its bullets when it ends in a colon. */
function paragraph(text: InvitationText, [start, end]: Span): Found<string> | undefined {
  const body = text.plain.slice(start, Math.min(end, start + 2_500));
  const lead = body.length - body.trimStart().length;
  const first = body.slice(lead);
  const stop = /\n\s*\n/u.exec(first);
  const opened = stop && /:\s*$/u.test(first.slice(0, stop.index));
  const next = opened ? /\n\s*\n/u.exec(first.slice(stop.index + stop[0].length)) : null;
  const length =
    stop === null ? first.length : opened ? stop.index + stop[0].length + (next?.index ?? first.length) : stop.index;
  return found(text, [start + lead, Math.min(end, start + lead + length)]);
}

/** Under "Syfte" a sentence may turn to the goal. */
function withoutGoal(text: InvitationText, purpose: Found<string>): Found<string> {
  const turn = text.sentences.find(
    (each) =>
      each[0] > purpose.at[0] &&
      each[1] <= purpose.at[1] &&
      /^\s*(?:det (?:övergripande )?)?mål(?:et|sättningen)?(?!\p{L}| ?grupp)/iu.test(text.plain.slice(...each)),
  );
  return turn ? (found(text, [purpose.at[0], turn[0]]) ?? purpose) : purpose;
}

function parted(text: InvitationText, body: Span): Purpose {
  const inside = text.sentences.filter((each) => each[0] >= body[0] && each[1] <= Math.min(body[1], body[0] + 2_500));
  const goal = inside.find(
    (each) => goalSaid.test(text.plain.slice(...each)) && !purposeSaid.test(text.plain.slice(...each)),
  );
  const whole = paragraph(text, body);
  const purpose = inside.find((each) => purposeSaid.test(text.plain.slice(...each)));
  return {
    purpose: purpose
      ? found(text, purpose)
      : goal && whole && goal[0] > whole.at[0]
        ? found(text, [whole.at[0], Math.min(goal[0], whole.at[1])])
        : whole,
    goal: goal && extended(text, goal),
  };
}

function sentence(text: InvitationText, said: RegExp, unless: RegExp): Found<string> | undefined {
  const match = text.sentences.find((each) => {
    const words = text.plain.slice(...each);
    const at = said.exec(words)?.index ?? -1;
    return (
      at >= 0 &&
      at < 120 &&
      words.length > 25 &&
      words.length < 900 &&
      /(?<!\p{L})(?:är|att|syftar|ska|var|blir|kan|har|förväntas|med)(?!\p{L})/iu.test(words) &&
      !unless.test(words) &&
      !/målgrupp|till mål(?!\p{L})|(?:fyller|för) (?:sitt|detta|det) syfte/iu.test(words)
    );
  });
  return match && extended(text, match);
}

/** A sentence that ends in a colon goes on with its bullets. */
function extended(text: InvitationText, [start, end]: Span): Found<string> | undefined {
  if (!/:\s*$/u.test(text.plain.slice(start, end))) return found(text, [start, end]);
  let stop = end;
  let begun = false;
  for (const { span, text: line } of text.lines) {
    if (span[0] < end) continue;
    if (line === "" && !begun) continue;
    if (
      !/^[•*·\-–]|^\d[.)]/u.test(line) &&
      !(begun === false && /^\p{Ll}/u.test(line)) &&
      !(begun && /^\p{Ll}/u.test(line))
    )
      break;
    begun = true;
    stop = span[1];
  }
  return found(text, [start, stop]);
}

function found(text: InvitationText, at: Span): Found<string> | undefined {
  const stretch = trimmed(text, at);
  const value = wordsAt(text, stretch);
  return value.length > 3 ? { value: value.slice(0, 2_000), at: stretch } : undefined;
}
