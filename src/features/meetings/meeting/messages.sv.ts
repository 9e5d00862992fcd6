/** Möten i nätverk och råd. */
export const sv = {
  "meeting.no_such_meeting": "Mötet finns inte",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    meeting: keyof typeof sv;
  }
}
