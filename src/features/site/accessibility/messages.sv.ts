export const sv = {
  "accessibility.title": "Tillgänglighets\u00ADredogörelse",
  "accessibility.lead":
    "Alla ska kunna använda Sammanvägt: med tangentbord, skärmläsare, förstoring, på mobilen och utan JavaScript. Här står hur väl vi lever upp till lagen, vad som brister och hur du säger till.",
  "accessibility.lead_of":
    "{organisation} står bakom sina sidor här. Alla ska kunna använda dem: med tangentbord, skärmläsare, förstoring, på mobilen och utan JavaScript. Här står hur väl lagen följs, vad som brister och hur du säger till.",
  "accessibility.standard": "Hur tillgänglig är webbplatsen?",
  "accessibility.standard_text":
    "Webbplatsen är delvis förenlig med lagen om tillgänglighet till digital offentlig service (2018:1937). Vi känner inte till något fel i sidorna själva, men texter från andra kan brista. Bristerna står längre ner.",
  "accessibility.standard_built":
    "Sidorna är byggda efter EN 301 549 V3.2.1, som omfattar WCAG 2.1 nivå AA, och efter de krav som kom till i WCAG 2.2. Den som har bett sin dator om högre kontrast får det.",
  "accessibility.instead": "Vad kan du göra om du inte kan använda delar av webbplatsen?",
  "accessibility.instead_text":
    "Du kan få innehållet på ett annat sätt: som mejl, uppläst på telefon eller i stor stil. Du kan också anmäla dig till en cirkel per telefon eller mejl till den som står som kontakt på cirkelns sida.",
  "accessibility.contact": "Skriv till",
  "accessibility.no_contact": "Kontaktuppgifter står på varje cirkels sida.",
  "accessibility.report": "Säg till om något hindrar dig",
  "accessibility.report_text":
    "Berätta vad som hindrar dig, så rättar vi det. Du behöver inget konto och ingen e-postadress. Lämnar du en adress får du svar inom {days, plural, one {# arbetsdag} other {# arbetsdagar}}.",
  "accessibility.report_go": "Berätta vad som hindrar dig",
  "accessibility.supervision": "Tillsyn",
  "accessibility.supervision_text":
    "Myndigheten för digital förvaltning (Digg) ser till att lagen följs. Är du inte nöjd med hur vi tar hand om det du säger kan du anmäla det till Digg.",
  "accessibility.supervision_go": "Anmäl till Digg att något brister",
  "accessibility.technical": "Teknisk information om tillgängligheten",
  "accessibility.technical_text":
    "Webbplatsen är delvis förenlig med lagen, på grund av det som står här. Vi har inte undantagit något med hänvisning till att det skulle vara oskäligt betungande.",
  "accessibility.known": "Det här brister",
  "accessibility.fault.othersTexts.what": "Texter och filer som arrangörerna lägger in.",
  "accessibility.fault.othersTexts.plan":
    "De kan sakna rubriker, ha otydliga länkar eller vara svåra att läsa (WCAG 1.3.1, 2.4.4). Formulären hjälper den som skriver. Säg till, så får du texten på ett annat sätt.",
  "accessibility.fault.englishDescriptions.what": "Beskrivningen av anropen under Öppna data och API är på engelska.",
  "accessibility.fault.englishDescriptions.plan":
    "Den är märkt som engelska, så att en skärmläsare läser den rätt (WCAG 3.1.2). Den vänder sig till dem som bygger program.",
  "accessibility.fault.notAudited.what": "Ingen utomstående har granskat webbplatsen ännu.",
  "accessibility.fault.notAudited.plan":
    "Det kan finnas brister som våra egna prov inte hittar, till exempel med hjälpmedel som vi inte har provat.",
  "accessibility.tested": "Så har vi provat webbplatsen",
  "accessibility.tested_text":
    "Vi har granskat den själva. Vid varje ändring provas alla sidor av ett program (axe) i ljust och mörkt läge, de viktigaste även i hög kontrast, och koden kontrolleras mot standarden för HTML. Det viktigaste provas också med bara tangentbord, utan JavaScript och på en skärm som är 320 punkter bred.",
  "accessibility.tested_when": "Senast genomgången för hand och redogörelsen uppdaterad: {day}.",
  "accessibility.form.title": "Berätta vad som hindrar dig",
  "accessibility.form.lead": "Skriv som du vill. Bara första rutan behöver fyllas i. Skriv inga personnummer.",
  "accessibility.form.hindrance": "Vad hindrar dig?",
  "accessibility.form.hindrance_help": "Vad ville du göra, och vad hände?",
  "accessibility.form.page": "På vilken sida?",
  "accessibility.form.page_help": "Sidans adress, eller hur du kom dit.",
  "accessibility.form.aid": "Använder du något hjälpmedel?",
  "accessibility.form.aid_help": "Till exempel skärmläsare, förstoring eller röststyrning. Du behöver inte svara.",
  "accessibility.form.email": "Din e-postadress, om du vill ha svar",
  "accessibility.form.email_help":
    "Används bara till svaret och raderas {days, plural, one {# dag} other {# dagar}} efter det.",
  "accessibility.form.press": "Skicka",
  "accessibility.thanks.title": "Tack, det har kommit fram",
  "accessibility.thanks.lead": "Det du skrev finns nu hos dem som sköter webbplatsen.",
  "accessibility.thanks.answered": "Du får svar med e-post senast {day}.",
  "accessibility.thanks.not_answered":
    "Du lämnade ingen e-postadress, så vi kan inte svara dig. Vi läser det och gör något åt det ändå.",
  "accessibility.thanks.back": "Till tillgänglighetsredogörelsen",
  "accessibility.reports.title": "Hinder som rapporterats",
  "accessibility.reports.lead": "Vad som har hindrat någon på webbplatsen, och vad som har svarats.",
  "accessibility.reports.caption": "{count, plural, one {# rapport} other {# rapporter}}",
  "accessibility.reports.hindrance": "Hinder",
  "accessibility.reports.page": "Sida",
  "accessibility.reports.page_none": "Framgår inte",
  "accessibility.reports.reported": "Kom in",
  "accessibility.reports.state": "Läge",
  "accessibility.reports.due": "Svara senast {day}",
  "accessibility.reports.late": "Skulle ha besvarats {day}",
  "accessibility.reports.answered_on": "Besvarad {day}",
  "accessibility.reports.answered_done": "Svaret är sparat och rapporten avslutad",
  "accessibility.reports.empty": "Ingen har rapporterat något hinder",
  "accessibility.reports.empty_text":
    "Rapporter från formuläret i tillgänglighetsredogörelsen kommer hit och till Idag.",
  "accessibility.reports.one": "Något hindrade någon",
  "accessibility.reports.concerns": "Gäller",
  "accessibility.reports.installation": "Hela webbplatsen",
  "accessibility.reports.aid": "Hjälpmedel",
  "accessibility.reports.answer_to": "Svar till",
  "accessibility.reports.address_none": "Ingen adress lämnades",
  "accessibility.reports.address_gone": "Ingen adress, eller raderad efter svaret",
  "accessibility.reports.answer": "Svar",
  "accessibility.reports.answer_help_mailed":
    "Skriv vad som är gjort, eller när det blir gjort. Det mejlas som det står.",
  "accessibility.reports.answer_help_kept": "Ingen adress lämnades. Skriv vad som är gjort, så finns det kvar här.",
  "accessibility.reports.press_mail": "Skicka svaret och avsluta",
  "accessibility.reports.press_keep": "Spara och avsluta",
  "accessibility.reports.not_yours": "Det här ser bara den som är administratör",
  "accessibility.reports.unknown": "Rapporten finns inte",
  "accessibility.reports.answered_already": "Någon har redan svarat på rapporten",
  "accessibility.mail.subject": "Svar om hindret du berättade om",
  "accessibility.mail.lead": "Du berättade {day} om något som hindrade dig på Sammanvägt. Det här är vårt svar:",
  "accessibility.mail.yours": "Du skrev",
  "accessibility.mail.not_content": "Är du inte nöjd? Hur du går vidare står i tillgänglighetsredogörelsen:",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    accessibility: keyof typeof sv;
  }
}
