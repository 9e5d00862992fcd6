import type { Grant } from "#kernel/actor.ts";
import type { MessageKey } from "#kernel/messages.ts";

/** Where one can go from the front of the knowledge base, in order; each noun adds its own. */
type Way = {
  readonly href: string;
  readonly label: MessageKey;
  /** Only for those who are signed in. */
  readonly signedIn?: boolean;
  /** For those who keep the knowledge: it stands with what is theirs, apart from what all come for. */
  readonly grant?: Grant;
};

export const waysFromKnowledge: readonly Way[] = [
  { href: "/fragor", label: "ask.all", signedIn: true },
  { href: "/fem-steg", label: "ask.five_steps" },
  { href: "/ordlista", label: "glossary.all" },
  { href: "/laslistor", label: "reading.all" },
  { href: "/sokningar", label: "search.saved_searches", signedIn: true },
  { href: "/att-se-over", label: "debt.all", signedIn: true },
  { href: "/hamta", label: "filling.bring_in", signedIn: true, grant: "knowledge:write" },
  { href: "/hamtat", label: "filling.to_list", signedIn: true, grant: "knowledge:write" },
  { href: "/sok/utan-traffar", label: "search.misses", signedIn: true, grant: "knowledge:publish" },
  { href: "/kunskap/ord", label: "item_terms.all", signedIn: true, grant: "knowledge:publish" },
];
