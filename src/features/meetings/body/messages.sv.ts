/** Nätverk, råd och andra grupper. */
export const sv = {
  "body.no_such_body": "Gruppen finns inte",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    body: keyof typeof sv;
  }
}
