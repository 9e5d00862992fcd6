/** Möten i nätverk och råd. */
export const sv = {
  "meeting.no_such_meeting": "Mötet finns inte",
  "meeting.called_off": "Mötet är inställt",
  "meeting.day": "Dag",
  "meeting.day_unknown": "Anteckningarna säger inte vilken dag mötet var",
  "meeting.place": "Plats",
  "meeting.place_unknown": "Inte bestämd",
  "meeting.join": "Digitalt",
  "meeting.join_digitally": "Anslut till mötet",
  "meeting.documents_by": "Handlingarna ska finnas",
  "meeting.mode.physical": "På plats",
  "meeting.mode.digital": "Digitalt",
  "meeting.mode.hybrid": "På plats och digitalt",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    meeting: keyof typeof sv;
  }
}
