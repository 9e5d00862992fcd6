/** Uppdrag som en grupp ger, eller som kommer utifrån. */
export const sv = {
  "commission.no_such_commission": "Uppdraget finns inte",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    commission: keyof typeof sv;
  }
}
