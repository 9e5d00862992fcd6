/** Uppgifter mellan träffarna. */
export const sv = {
  "assignment.no_such_assignment": "Uppgiften finns inte",
  "assignment.no_such_submission": "Svaret finns inte, eller så är det inte inlämnat",
  "assignment.over": "Cirkeln är slut. Det går inte längre att ge eller lämna in uppgifter",
  "assignment.leaders_give": "Det är de som leder cirkeln som ger uppgifter",
  "assignment.leaders_answer": "Det är de som leder cirkeln som ger återkoppling",
  "assignment.participants_hand_in": "Du har ingen plats i cirkeln, så du lämnar inte in något",
  "assignment.begun": "Någon har börjat skriva om uppgiften. Ändra den i stället för att ta bort den",
  "assignment.answered_already": "Du har fått återkoppling på det du lämnade in, så det går inte att ändra",
  "assignment.handed_in_already": "Du har redan lämnat in. Lämna in på nytt om du vill ändra något",
  "assignment.written_elsewhere":
    "Texten har ändrats på ett annat ställe sedan du öppnade sidan. Det du skrev står kvar här, det som är sparat står under. Spara igen för att behålla det här",
  "assignment.stays_with_leaders":
    "Någon har redan lämnat in till dem som leder cirkeln. Då går det inte att visa svaren för alla",
  "assignment.due_later": "Välj en träff som kommer efter den då uppgiften ges",

  "assignment.heading": "Uppgifter mellan träffarna",
  "assignment.one": "Uppgift",
  "assignment.give": "Ge en uppgift",
  "assignment.give_lead":
    "Deltagarna ser uppgiften direkt. Den som inte har lämnat in får ett mejl två arbetsdagar före träffen.",
  "assignment.change": "Ändra uppgiften",
  "assignment.save": "Spara uppgiften",
  "assignment.take_back": "Ta bort uppgiften",
  "assignment.field.title": "Rubrik",
  "assignment.field.task": "Vad deltagarna ska göra",
  "assignment.field.dueBefore": "Klart före",
  "assignment.field.dueBefore_help": "Ställs träffen in gäller nästa träff.",
  "assignment.field.dueBefore_none": "Ingen bestämd träff",
  "assignment.field.visibility": "Vilka som läser svaren",
  "assignment.visibility.group": "Alla i cirkeln",
  "assignment.visibility.leaders": "Bara de som leder cirkeln",
  "assignment.no_clients": "Skriv inte om enskilda klienter.",

  "assignment.due": "Klart före",
  "assignment.due_none": "Ingen bestämd träff",
  "assignment.due_before": "Klart före {day}",
  "assignment.how_far": "Hur långt",
  "assignment.handed_in_of": "{count} av {all} har lämnat in",
  "assignment.waiting": "{count} väntar på återkoppling",
  "assignment.state.nothing": "Inte börjat",
  "assignment.state.draft": "Utkast",
  "assignment.state.handedIn": "Inlämnad",
  "assignment.state.late": "Inlämnad sent",
  "assignment.state.answered": "Återkoppling finns",

  "assignment.your_text": "Ditt svar",
  "assignment.field.text": "Vad du kommit fram till",
  "assignment.keep": "Spara utkast",
  "assignment.hand_in": "Lämna in",
  "assignment.hand_in_again": "Lämna in på nytt",
  "assignment.draft_is_yours": "Ett utkast ser bara du.",
  "assignment.read_by_group": "När du lämnar in läser alla i cirkeln det du skrivit.",
  "assignment.read_by_leaders": "När du lämnar in läser de som leder cirkeln det du skrivit.",
  "assignment.time_is_out": "Tiden är ute. Du kan lämna in ändå, då märks svaret som sent.",
  "assignment.kept": "Utkastet är sparat",
  "assignment.handed_in": "Du har lämnat in",
  "assignment.saved": "Uppgiften är sparad",
  "assignment.saved_text": "Det som är sparat",
  "assignment.feedback": "Återkoppling",
  "assignment.answered_on": "Återkoppling {at}",
  "assignment.handed_in_at": "Inlämnad {at}",

  "assignment.others": "Vad andra lämnat in",
  "assignment.everybody": "Så långt har alla kommit",
  "assignment.none_handed_in": "Ingen annan har lämnat in ännu",
  "assignment.nudge": "Kan behöva en påminnelse",
  "assignment.nudge_lead": "De här har inte lämnat in, och träffen är snart eller har varit.",
  "assignment.participant": "Deltagare",
  "assignment.state_label": "Läge",
  "assignment.read": "Läs svaret",
  "assignment.answer_lead": "Återkopplingen läses av den som lämnat in och av dem som leder cirkeln.",
  "assignment.save_feedback": "Spara återkopplingen",
  "assignment.text_of": "{name} om {title}",

  "assignment.no_such_file": "Filen finns inte, eller så är den inte för dig",
  "assignment.too_many_files": "Högst {count} filer får plats vid ett svar. Ta bort någon först",
  "assignment.field.hours": "Ungefär hur lång tid, i timmar",
  "assignment.field.hours_help": "Till exempel 1,5. Räknas in i cirkelns timmar.",
  "assignment.takes": "Tar ungefär {time}",
  "assignment.files": "Filer",
  "assignment.field.file": "Lägg till en fil",
  "assignment.field.file_help":
    "PDF, Word, PowerPoint, Excel, PNG, JPEG eller text, högst 10 MB. En fil i taget. Inget om enskilda klienter.",
  "assignment.field.remove": "Ta bort filer",
  "assignment.feedback_mail.subject": "Återkoppling på {title}",
  "assignment.feedback_mail.lead": "Du har fått återkoppling på det du lämnade in om {title} i {circle}.",
  "assignment.feedback_mail.open": "Läs återkopplingen",

  "assignment.mail.subject": "Påminnelse: {title}, klart före {day}",
  "assignment.mail.hello": "Hej {name}.",
  "assignment.mail.lead":
    "I {circle} finns en uppgift som ska vara klar före träffen {day}. Vi har inte sett något från dig ännu.",
  "assignment.mail.open": "Till uppgiften",
  "assignment.mail.late": "Hinner du inte, så lämna in när du kan. Det går också efter träffen.",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    assignment: keyof typeof sv;
  }
}
