import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/site/messages.sv.ts";

export const en = {
  "site.menu.today": "Today",
  "site.menu.circles": "Circles",
  "site.menu.bodies": "Groups",
  "site.menu.workshops": "Workshops",
  "site.menu.methods": "Methods",
  "site.menu.knowledge": "Knowledge",
  "site.menu.planning": "Planning",
  "site.menu.people": "People",
  "site.menu.organisations": "Organisations",
  "site.menu.operations": "Operations",
  "site.foot.accessibility": "Accessibility",
  "site.foot.privacy": "Personal data",
  "site.foot.api": "Open data and API",
  "site.refused.not_found.title": "There is no such page",
  "site.refused.not_found.lead":
    "The address may be misspelt, or the page may have moved. It may also be something you have no access to.",
  "site.refused.forbidden.title": "You may not do this",
  "site.refused.forbidden.lead":
    "If you think this is wrong, ask the person who invited you, or sign in with another account.",
  "site.refused.invalid.title": "Something needs correcting",
  "site.refused.invalid.lead": "Go back, correct it and send again. What you wrote is still in the form.",
  "site.refused.conflict.title": "That was not possible just now",
  "site.refused.conflict.lead": "Something has changed since you opened the page. Go back, reload it and try again.",
  "site.refused.too_many.title": "Wait a moment",
  "site.refused.too_many.lead": "Too many attempts came in a short time. Nothing has been saved; try again in a while.",
  "site.refused.home": "To the start page",
  "site.refused.open_circles": "See open circles",
  "site.refused.sign_in": "Sign in",
  "site.refused.back": "Back to the page",
  "site.broken.title": "Something went wrong on our side",
  "site.broken.lead":
    "The fault has been noted. Try again in a while. If it happens again, tell whoever runs the service and give {incident}.",
  "site.kept.title": "You were signed out in the meantime",
  "site.kept.lead": "What you wrote is still here. Sign in in a new tab, come back and send.",
  "site.kept.sign_in": "Sign in in a new tab",
  "site.kept.send": "Send what I wrote",
  "site.home.title": "Knowledge, weighed together",
  "site.home.lead":
    "Research, professional experience and service users' own knowledge, weighed together in everyday work. Here social services plan, search and follow up what is to make a difference.",
  "site.home.circles": "Research circles and other circles",
  "site.home.circles_text":
    "Colleagues from different municipalities work with researchers on a question from everyday practice. See which are open and apply.",
  "site.home.see_circles": "See open circles",
  "site.home.research": "Research",
  "site.home.research_text": "What do we know, and how certain is it?",
  "site.home.profession": "Professional knowledge",
  "site.home.profession_text": "What have we tried, shared and followed up?",
  "site.home.user": "Service users' knowledge",
  "site.home.user_text": "What do those it concerns say?",
  "site.home.meeting": "Decision",
  "site.home.sources": "Three kinds of knowledge, equally important",
  "site.api.title": "Open data and API",
  "site.api.lead":
    "Everything the pages can do can also be done from another program, by the same rules and with the same rights.",
  "site.api.start": "Get started",
  "site.api.start_text":
    "Everyone can read what is open. The rest needs a token, which an administrator makes. Send it in the Authorization header.",
  "site.api.document": "The whole description as OpenAPI 3.1",
  "site.api.operations": "{count, plural, one {# operation} other {# operations}}",
} as const satisfies Catalogue<keyof typeof sv>;
