import { webPattern } from "./channels.ts";
import type { Found } from "./found.ts";
import { type InvitationText, passageAt, sentenceAt, lineAt } from "./invitation-text.ts";

const form =
  /esmaker|forms\.(?:office|gle|microsoft)|docs\.google|entergate|netigate|surveymonkey|webropol|typeform|simplesignup|invitepeople|lyyti|trippus|delegia|magnetevent|anmal|anmäl|registrer|register|ansok|apply|enkat|survey|formular|signup|eventbrite|kurs(?:er)?\b/iu;
const asks = /anmäl|ansök|registrer|formulär|osa\b|intresse|sök(?:er)? (?:här|via|genom|in)|enkät/iu;
const reads =
  /läs mer|mer information|information om|webbplats|hemsida|rapport|program(?:met)?\b|hitta hit|karta|om oss/iu;

/** The address where one applies (R024): the one that stands with words of applying, or looks like a form. */
export function registrationLinkIn(text: InvitationText): Found<string> | undefined {
  const links = [...text.plain.matchAll(webPattern).take(100)].map((match) => {
    const value = text.text.shown.slice(match.index, match.index + match[0].length).replace(/[.,;:!?]+$/u, "");
    return { value, at: [match.index, match.index + value.length] as const };
  });
  const scored = links.map((link) => ({ link, score: scoreOf(text, link) })).filter(({ score }) => score > 0);
  return scored.toSorted((a, b) => b.score - a.score || a.link.at[0] - b.link.at[0])[0]?.link;
}

function scoreOf(text: InvitationText, { value, at }: Found<string>): number {
  const [start, end] = sentenceAt(text, at[0]);
  const said = text.plain.slice(Math.max(start, at[0] - 200), Math.min(end, at[1] + 120)).replaceAll(webPattern, " ");
  const above = text.lines[lineAt(text, at[0]) - 1]?.text ?? "";
  const lead = said.trim().length < 12 ? above : "";
  const passage = passageAt(text, at[0])?.kind;
  const inPassage = passage === "registration" || passage === "deadline";
  const looks = form.test(value) ? 2 : 0;
  const asked = asks.test(said) || asks.test(lead.slice(-160)) ? 3 : 0;
  const informs = reads.test(said) && !asks.test(said) ? -3 : 0;
  return looks + asked + (inPassage ? 1 : 0) + informs;
}
