export const sv = {
  "moderation.title": "Moderera",
  "moderation.lead": "Dölj svar som inte hör hemma på skärmen, och stäng ute en deltagare som stör. Inget raderas.",
  "moderation.hide": "Dölj ett svar",
  "moderation.hide_short": "Dölj",
  "moderation.hide_named": "Dölj: {answer}",
  "moderation.hide_lead":
    "Svaret försvinner från skärmen och kommer inte med när svaren slås ihop. Det finns kvar här.",
  "moderation.hide_press": "Dölj svaret",
  "moderation.reason": "Varför?",
  "moderation.hidden": "Dolt",
  "moderation.hidden_with_device": "Dolt med deltagaren",
  "moderation.show": "Visa igen",
  "moderation.show_named": "Visa igen: {answer}",
  "moderation.devices": "{count, plural, one {En deltagare} other {# deltagare}}",
  "moderation.devices_text": "Ingen har ett namn här. Stänger du ute en deltagare döljs också svaren därifrån.",
  "moderation.device": "Deltagare",
  "moderation.device_numbered": "Deltagare {number}",
  "moderation.is_shut_out": "Utestängd",
  "moderation.shut_out": "Stäng ute",
  "moderation.shut_out_named": "Stäng ute deltagare {number}",
  "moderation.let_in": "Släpp in igen",
  "moderation.let_in_named": "Släpp in igen: deltagare {number}",
  "moderation.deed": "Vad du kan göra",
  "moderation.no_such_answer": "Svaret finns inte i workshoppen",
  "moderation.no_such_device": "Deltagaren finns inte längre",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    moderation: keyof typeof sv;
  }
}
