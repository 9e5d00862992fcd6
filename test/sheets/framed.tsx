import type { MessageKey } from "#kernel/messages.ts";
import { translator } from "#platform/web/translate.ts";
import { Frame, type FrameAssets, type FrameProps } from "#ui/frame.tsx";
import { en } from "#ui/messages.en.ts";
import { sv } from "#ui/messages.sv.ts";
import type { Child } from "#kernel/jsx-runtime.ts";

/** A sentence that a feature would have. */
export const problem = (key: string) => key as MessageKey;

/** The components' own sentences, and a few that a feature would have. */
export const t = translator(
  {
    sv: {
      ...sv,
      "sheet.email": "Skriv en e-postadress, till exempel namn@example.se.",
      "sheet.sector": "Välj vad du arbetar med.",
      "sheet.word": "beprövad erfarenhet",
      "sheet.word_means": "Erfarenhet som många har prövat länge, och som kollegor har granskat.",
      "sheet.full": "Omgången blev full medan du skrev. Du kan ställa dig på reservlistan.",
    },
    en,
  },
  "sv",
);

export type SheetProps = { assets: FrameAssets };

export const publicMenu = [
  { href: "/cirklar", label: "Cirklar" },
  { href: "/kunskap", label: "Kunskap" },
  { href: "/natverk", label: "Nätverk" },
];

export const workMenu = [
  { href: "/idag", label: "Idag", count: 4 },
  ...publicMenu,
  { href: "/metoder", label: "Metoder" },
  { href: "/uppfoljning", label: "Uppföljning" },
  { href: "/behov", label: "Behov" },
];

export function Framed(props: Omit<FrameProps, "t" | "foot" | "otherLanguage">) {
  const foot = [
    { href: "/om", label: "Om Sammanvägt" },
    { href: "/tillganglighet", label: "Tillgänglighet" },
    { href: "/personuppgifter", label: "Personuppgifter" },
  ];
  return <Frame t={t} foot={foot} otherLanguage="/en" {...props} />;
}

export function WorkFrame(props: { title: string; assets: FrameAssets; current: string; children?: Child }) {
  const person = { name: "Maja Ek", href: "/mina-uppgifter" };
  return <Framed menu={workMenu} person={person} signOut={{ action: "/logga-ut" }} {...props} />;
}
