import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/knowledge/glossary/messages.sv.ts";

export const en = {
  "glossary.no_such_term": "The word is not in the glossary",
  "glossary.not_yours": "Those who review and publish knowledge keep the glossary",
  "glossary.changed_meanwhile": "Somebody else has changed the word since you opened the page",
  "glossary.is_there": "The word is in the glossary already",
  "glossary.too_many_words": "Write 20 words at most",

  "glossary.all": "Glossary",
  "glossary.all_lead": "The words of the work, as different sources explain them. Where they do not agree, both stand.",
  "glossary.typed": "Word",
  "glossary.filter": "Search the glossary",
  "glossary.found": "{count, plural, =0 {No word} one {# word} other {# words}}",
  "glossary.none": "No word is like that",
  "glossary.none_text": "Try another word, or search the whole knowledge base.",
  "glossary.show_all": "Show all words",
  "glossary.add": "Add a word",
  "glossary.add_lead": "Explain the word in plain words of your own, and say whom you have it from.",
  "glossary.change": "Change",
  "glossary.change_named": "Change {term}",
  "glossary.save": "Save",
  "glossary.term": "Word",
  "glossary.english": "In English",
  "glossary.also_called": "Also called {words}",
  "glossary.also_called_field": "Other words and short forms",
  "glossary.also_called_help": "One on each line. The word is found by all of them.",
  "glossary.definitions":
    "{count, plural, one {How the word is explained} other {How the word is explained, in # ways}}",
  "glossary.more_definitions": "{count, plural, =1 {} other {# explanations}}",
  "glossary.definition_numbered": "Explanation {number}",
  "glossary.text": "What does it mean?",
  "glossary.source": "Source",
  "glossary.source_help": "Who says so and in which text, such as a law or a guide.",
  "glossary.year": "Year",
  "glossary.link": "Link",
  "glossary.link_help": "An address that begins with https://",
  "glossary.empty_goes": "An explanation without text is taken away.",
  "glossary.year_unknown": "no year",
  "glossary.done.tillagt": "The word is in the glossary",
  "glossary.done.andrat": "The change is saved",

  "glossary.word.beprovad-erfarenhet": "proven experience",
  "glossary.word.tillforlitlighet": "certainty",
  "glossary.word.karnkomponent": "core component",
  "glossary.word.metodtrohet": "fidelity",
  "glossary.word.pico": "PICO",
  "glossary.short.beprovad-erfarenhet":
    "Experience that many have tried for long, that is documented, and that colleagues have examined. One person’s experience is not proven.",
  "glossary.short.tillforlitlighet":
    "How sure one can be that a result is right. It is judged for each outcome, from very low to high.",
  "glossary.short.karnkomponent":
    "What must be there for a method to be that method and have the effect that has been shown.",
  "glossary.short.metodtrohet": "How far a method is used as it is described.",
  "glossary.short.pico": "A way to take a question apart: for whom, what, instead of what, and what one hopes for.",
} as const satisfies Catalogue<keyof typeof sv>;
