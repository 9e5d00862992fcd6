import type { MessageKey, Translate } from "#kernel/messages.ts";
import type { ChangedThing } from "#features/circles/change-notice/change-notice.ts";
import type { SessionMark } from "#features/circles/change-notice/session-marks.ts";
import { dateIn } from "#kernel/clock.ts";
import { sayDate, sayTime, sayTimes } from "#ui/swedish-dates.ts";

/** One thing that was changed, in a sentence with what it was: "Träffen fre 1 oktober är flyttad till fre 8 oktober". */
export function changeSentence(t: Translate, thing: ChangedThing, today: Temporal.PlainDate): string {
  const { kind, day } = thing;
  const said = day ? sayDate(t.language, day, { today }) : t("changes.thing.undated");
  switch (kind) {
    case "calledOff":
      return thing.became
        ? t("changes.thing.calledOff_because", { day: said, reason: thing.became })
        : t("changes.thing.calledOff", { day: said });
    case "added":
    case "settled":
      return t(`changes.thing.${kind}`, { day: said });
    case "purpose":
    case "goal":
      return t(`changes.thing.${kind}`);
    default: {
      const how = thing.was === null ? "settled" : thing.became === null ? "open" : "moved";
      const key: MessageKey = `changes.thing.${kind}.${how}`;
      return upperFirst(
        t(key, {
          day: said,
          was: valueWords(t, thing, thing.was, today),
          became: valueWords(t, thing, thing.became, today),
        }),
      );
    }
  }
}

/** What stands beside a meeting: "Ändrat 3 oktober: var fre 1 oktober, platsen var Rum 4". */
export function markWords(t: Translate, { at, things }: SessionMark, today: Temporal.PlainDate): string {
  const when = sayDate(t.language, dateIn(at), { today, weekday: false });
  const said = things.map((thing) => markOf(t, thing, today)).filter(Boolean);
  return said.length > 0 ? `${t("changes.when", { when })}: ${said.join(", ")}` : t("changes.when", { when });
}

function markOf(t: Translate, thing: ChangedThing, today: Temporal.PlainDate): string {
  const { kind, was } = thing;
  switch (kind) {
    case "added":
    case "calledOff":
    case "settled":
      return t(`changes.mark.${kind}`);
    case "mode":
      return was === null ? "" : t("changes.mark.mode", { was: valueWords(t, thing, was, today) });
    case "date":
    case "time":
    case "venue":
      return was === null
        ? t(`changes.mark.${kind}_open`)
        : t(`changes.mark.${kind}`, { was: valueWords(t, thing, was, today) });
    default:
      return "";
  }
}

function valueWords(
  t: Translate,
  { kind }: Pick<ChangedThing, "kind">,
  value: string | null,
  today: Temporal.PlainDate,
): string {
  if (value === null) return "";
  switch (kind) {
    case "date":
    case "notice":
      return sayDate(t.language, Temporal.PlainDate.from(value), { today });
    case "time":
      return timesWords(t, value);
    case "mode":
      return t(`changes.mode.${value}` as MessageKey);
    default:
      return value;
  }
}

function timesWords(t: Translate, value: string): string {
  const [starts, ends] = value.split("–").map((text) => (text ? Temporal.PlainTime.from(text) : undefined));
  if (starts) return sayTimes(t.language, starts, ends);
  return ends ? `–${sayTime(t.language, ends)}` : "";
}

function upperFirst(words: string): string {
  return words.charAt(0).toLocaleUpperCase("sv") + words.slice(1);
}
