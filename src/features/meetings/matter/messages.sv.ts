/** Frågor som lever över möten och grupper. */
export const sv = {
  "matter.no_such_matter": "Frågan finns inte",
  "matter.step_not_possible": "Det går inte att göra så med frågan som den står nu",
  "matter.one_decider": "Välj en grupp här eller skriv vem det var, inte båda",
  "matter.one_day": "Ange dagen på ett sätt, inte båda",
  "matter.no_day": "Skriv dagen så här: 3 mars",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    matter: keyof typeof sv;
  }
}
