import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/site/accessibility/messages.sv.ts";

export const en = {
  "accessibility.title": "Accessibility statement",
  "accessibility.lead":
    "Everyone must be able to use Sammanvägt: by keyboard, with a screen reader, magnified, on a phone and without JavaScript. Here we say how well we meet the law, what falls short and how to tell us.",
  "accessibility.lead_of":
    "{organisation} is behind its pages here. Everyone must be able to use them: by keyboard, with a screen reader, magnified, on a phone and without JavaScript. Here we say how well the law is met, what falls short and how to tell us.",
  "accessibility.standard": "How accessible is the website?",
  "accessibility.standard_text":
    "The website partly meets the act on accessibility to digital public services (2018:1937). We know of no fault in the pages themselves, but texts by others may fall short. What falls short is listed below.",
  "accessibility.standard_built":
    "The pages are built to EN 301 549 V3.2.1, which includes WCAG 2.1 level AA, and to the demands added in WCAG 2.2. Whoever has asked their computer for higher contrast gets it.",
  "accessibility.instead": "What can you do if you cannot use parts of the website?",
  "accessibility.instead_text":
    "You can have the content in another way: by mail, read out on the phone or in large print. You can also apply to a circle by phone or mail to the contact named on the circle's page.",
  "accessibility.contact": "Write to",
  "accessibility.no_contact": "Contact details stand on the page of each circle.",
  "accessibility.report": "Tell us if something hinders you",
  "accessibility.report_text":
    "Tell us what hinders you and we will mend it. You need no account and no e-mail address. If you leave an address you get an answer within {days, plural, one {# working day} other {# working days}}.",
  "accessibility.report_go": "Tell us what hinders you",
  "accessibility.supervision": "Supervision",
  "accessibility.supervision_text":
    "The Agency for Digital Government (Digg) sees that the law is followed. If you are not content with how we deal with what you tell us you can report it to Digg.",
  "accessibility.supervision_go": "Report a shortcoming to Digg",
  "accessibility.technical": "Technical information about accessibility",
  "accessibility.technical_text":
    "The website partly meets the law, because of what stands here. We have made no exception as being a disproportionate burden.",
  "accessibility.known": "What falls short",
  "accessibility.fault.othersTexts.what": "Texts and files added by the organisers.",
  "accessibility.fault.othersTexts.plan":
    "They may lack headings, have unclear links or be hard to read (WCAG 1.3.1, 2.4.4). The forms help whoever writes. Tell us and you get the text in another way.",
  "accessibility.fault.englishDescriptions.what": "The description of the calls under Open data and API is in English.",
  "accessibility.fault.englishDescriptions.plan":
    "It is marked as English, so that a screen reader reads it right (WCAG 3.1.2). It is for those who write programs.",
  "accessibility.fault.notAudited.what": "Nobody from outside has audited the website yet.",
  "accessibility.fault.notAudited.plan":
    "There may be faults that our own tests do not find, for example with aids that we have not tried.",
  "accessibility.tested": "How we have tested the website",
  "accessibility.tested_text":
    "We have examined it ourselves. At every change all pages are tested by a program (axe) in light and dark, the most important ones in high contrast too, and the code is checked against the HTML standard. What matters most is also tried with a keyboard alone, without JavaScript and on a screen 320 pixels wide.",
  "accessibility.tested_when": "Last gone through by hand, and the statement brought up to date: {day}.",
  "accessibility.form.title": "Tell us what hinders you",
  "accessibility.form.lead":
    "Write as you like. Only the first box has to be filled in. Write no personal identity numbers.",
  "accessibility.form.hindrance": "What hinders you?",
  "accessibility.form.hindrance_help": "What did you want to do, and what happened?",
  "accessibility.form.page": "On which page?",
  "accessibility.form.page_help": "The page's address, or how you came there.",
  "accessibility.form.aid": "Do you use an aid?",
  "accessibility.form.aid_help": "For example a screen reader, magnification or voice control. You need not answer.",
  "accessibility.form.email": "Your e-mail address, if you want an answer",
  "accessibility.form.email_help":
    "Used for the answer only, and erased {days, plural, one {# day} other {# days}} after it.",
  "accessibility.form.press": "Send",
  "accessibility.thanks.title": "Thank you, it has arrived",
  "accessibility.thanks.lead": "What you wrote is now with those who look after the website.",
  "accessibility.thanks.answered": "You get an answer by e-mail by {day}.",
  "accessibility.thanks.not_answered":
    "You left no e-mail address, so we cannot answer you. We read it and do something about it all the same.",
  "accessibility.thanks.back": "To the accessibility statement",
  "accessibility.reports.title": "Hindrances reported",
  "accessibility.reports.lead": "What has hindered somebody on the website, and what you have answered.",
  "accessibility.reports.caption": "{count, plural, one {# report} other {# reports}}",
  "accessibility.reports.hindrance": "Hindrance",
  "accessibility.reports.page": "Page",
  "accessibility.reports.page_none": "Not told",
  "accessibility.reports.reported": "Came in",
  "accessibility.reports.state": "State",
  "accessibility.reports.due": "Answer by {day}",
  "accessibility.reports.late": "Should have been answered by {day}",
  "accessibility.reports.answered_on": "Answered {day}",
  "accessibility.reports.answered_done": "The answer is saved and the report closed",
  "accessibility.reports.empty": "Nobody has reported a hindrance",
  "accessibility.reports.empty_text": "Reports from the form in the accessibility statement come here and to Today.",
  "accessibility.reports.one": "Something hindered somebody",
  "accessibility.reports.concerns": "Concerns",
  "accessibility.reports.installation": "The whole website",
  "accessibility.reports.aid": "Aid",
  "accessibility.reports.answer_to": "Answer to",
  "accessibility.reports.address_none": "No address was left",
  "accessibility.reports.address_gone": "No address, or erased after the answer",
  "accessibility.reports.answer": "Answer",
  "accessibility.reports.answer_help_mailed":
    "Write what you have done, or when it will be done. It is mailed as it stands.",
  "accessibility.reports.answer_help_kept":
    "No address was left. Write what you have done, so that it can be found here.",
  "accessibility.reports.press_mail": "Send the answer and close",
  "accessibility.reports.press_keep": "Save and close",
  "accessibility.reports.not_yours": "Only administrators see this",
  "accessibility.reports.unknown": "There is no such report",
  "accessibility.reports.answered_already": "Somebody has answered the report already",
  "accessibility.mail.subject": "Answer about the hindrance you told us of",
  "accessibility.mail.lead": "On {day} you told us of something that hindered you on Sammanvägt. This is our answer:",
  "accessibility.mail.yours": "You wrote",
  "accessibility.mail.not_content": "Not content? How to go on stands in the accessibility statement:",
} as const satisfies Catalogue<keyof typeof sv>;
