/** Metodregistret: metoder och arbetssätt, också de som redan används. */
export const sv = {
  "method.no_such_method": "Metoden finns inte",
  "method.is_withdrawn": "Metoden är borttagen ur registret",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    method: keyof typeof sv;
  }
}
