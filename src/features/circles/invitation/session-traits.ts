import type { InvitedSession } from "./invitation.ts";

type Kind = InvitedSession["kind"];
type Mode = NonNullable<InvitedSession["mode"]>;

/** A trait read from a fragment, and where in the fragment. */
export type Trait<Value> = { readonly value: Value; readonly index: number; readonly length: number };

const trait = <Value>(value: Value, match: RegExpExecArray): Trait<Value> => ({
  value,
  index: match.index,
  length: match[0].length,
});

const kinds: readonly (readonly [Kind, RegExp])[] = [
  [
    "followUp",
    /uppföljnings?(?:träff|möte|dag|tillfäll|seminari|workshop|samtal)\p{L}*|uppföljande|återträff\p{L}*|boosterträff\p{L}*|(?<=^[\s\d.:*•·,(|-]{0,8}(?:samt |och |plus |en )?)uppföljning(?=[\s:;,.)(]*(?:$|kl|\d|den|med (?:alla|samtliga)|på|i maj|$))/iu,
  ],
  [
    "kickOff",
    /kick-?\s?off\p{L}*|uppstart(?!a)\p{L}*|upptakt\p{L}*|start(?:träff|möte|dag|seminari|konferens)\p{L}*|introduktions?(?:träff|möte|dag|tillfäll)\p{L}*|inledande (?:träff|möte|dag|seminar|konferens)\p{L}*/iu,
  ],
  [
    "closing",
    /avslutning(?!svis)\p{L}*|avslutande (?:träff|möte|dag|seminar|konferens|workshop|tillfäll|sammankomst|redovisning|heldag)\p{L}*|slut(?:seminari|konferens|redovisning|träff|möte|presentation)\p{L}*|sista träffen \(avslut|examinationsträff/iu,
  ],
];

/** What kind of session a fragment beside its date says it is; "Systematisk uppföljning" as a topic is no kind. */
export function kindIn(fragment: string): Trait<Kind> | undefined {
  for (const [kind, pattern] of kinds) {
    const match = pattern.exec(fragment);
    if (match) return trait(kind, match);
  }
  return undefined;
}

const noSession = String.raw`(?!\p{L}*\s*(?:verktyg|tjänst|kompetens|teknik|lösning|hjälpmedel|transformation|arbetssätt|anmälan|blankett|plattform|delaktighet|utveckling|miljö|formulär|enkät|medi|välfärd|utbildningsmaterial|föreläsning(?:ar)? att se))`;
const digital = new RegExp(
  String.raw`(?<![\p{L}])(?:digital(?:t|a)?(?!\p{L}|i)${noSession}|digital(?:träff|möte)\p{L}*|teams(?:möte|länk)?|zoom(?:möte|länk)?|skype|webbinari\p{L}*|webinar\p{L}*|(?:på|via) distans|distansträff\p{L}*|online|via (?:länk|video(?:länk)?)|videomöte\p{L}*|webbmöte\p{L}*|webbsänd\p{L}*)(?!\p{L})`,
  "iu",
);
const physical =
  /(?<![\p{L}])(?:fysisk(?:t|a)?(?!\p{L}| (?:aktivitet|hälsa|ohälsa|miljö|våld|funktion|rum|träning|restrik))|fysiska träffar|på plats(?! (?:i (?:cirkeln|utbildningen|kursen))))(?!\p{L})/iu;
const hybrid =
  /hybrid\p{L}*|både (?:digitalt|fysiskt|på plats|på distans) och (?:digitalt|fysiskt|på plats|på distans|via \p{L}+)|(?:på plats|fysiskt)(?: i [^,.;\n]{2,40})? (?:eller|alternativt|eller även) (?:digitalt|via|på distans|online|delta digitalt)|digitalt eller (?:fysiskt|på plats)|(?:möjligt|möjlighet)(?: finns)? att (?:även |också )?(?:delta|medverka|följa) (?:digitalt|på distans|via|online)/iu;

/** "Rådhuset, sal 2, eller via Teams" */
const placeOrLink =
  /(?<place>\p{Lu}[^.!?\n]{2,80}?),?\s(?:eller|alternativt)\s(?:digitalt|via (?:[Tt]eams|[Zz]oom|länk)|[Tt]eams|[Zz]oom|på distans|online)(?!\p{L})/u;

/** How a fragment says that one meets. A place never tells it (R112). */
export function modeIn(fragment: string): Trait<Mode> | undefined {
  // Some sessions one way and some the other: which, nobody can tell.
  if (
    /växelvis|omväxlande|varannan (?:gång|träff)|både (?:digitala|fysiska) och (?:digitala|fysiska) träffar|(?:digitala|fysiska) och (?:digitala|fysiska) träffar/iu.test(
      fragment,
    )
  )
    return undefined;
  const both = hybrid.exec(fragment) ?? placeOrLink.exec(fragment);
  if (both && !(both.groups?.["place"] && digital.test(both.groups["place"]))) return trait("hybrid", both);
  const [said, near] = [digital.exec(fragment), physical.exec(fragment)];
  const denied = said && /(?<!\p{L})(?:inte|ej|ingen|inget)\s[^.!?\n]{0,30}$/iu.test(fragment.slice(0, said.index));
  const far = denied ? null : said;
  if (far && (!near || far.index < near.index)) return trait("digital", far);
  return near ? trait("physical", near) : undefined;
}

const hoped =
  /förhoppningsvis|preliminär\p{L}*|(?<!\p{L})prel\.?(?!\p{L})|planeras(?! starta)|hoppas|om (?:läget|smittläget|restriktion\p{L}*|pandemin|möjligt)|beroende på|kan komma att (?:ändras|flyttas|ställas|bli)|med reservation för|(?<!\p{L})eventuellt|(?<!\p{L})ev\.|(?:inte|ej) (?:ännu )?(?:fastställ|bestäm|klar|spik)\p{L}*|ännu inte (?:fastställ|bestäm|klar|spik)\p{L}*|under planering|datum (?:är )?ej (?:satt|klart)/iu;

/** Whether a fragment hopes or plans rather than promises. */
export function provisionalIn(fragment: string): Trait<true> | undefined {
  const match = hoped.exec(fragment);
  return match ? trait(true, match) : undefined;
}

const food = String.raw`(?<!\p{L})(?:gemensam |lättare |enklare |en |för)?(?:lunch\p{L}*|fika|kaffe|te|förtäring|frukost|smörgås|macka|mat|dryck|för- och eftermiddagsfika|förmiddagsfika|eftermiddagsfika|middag|kost)(?!\p{L})`;
const fed = new RegExp(
  String.raw`${food}[^.!?\n]{0,40}?(?:ingår|inkluder\p{L}*|serveras|bjud\p{L}*|ordnas|finns|erbjuds)(?! (?:inte|ej))|(?:ingår|inklusive|inkl\.?|bjuder (?:vi )?på|bjuds (?:det |ni |du )?på|bjuder på|vi bjuder|serverar vi|vi serverar|serveras|(?:startar|inleder|börjar|samling) med|erbjuder vi|står för|med)\s[^.!?\n]{0,40}?${food}(?!${String.raw`[^.!?\n]{0,15}(?:egen|inte|ej)`})`,
  "iu",
);
const unfed = new RegExp(
  String.raw`(?<!\p{L})(?:du|ni|deltagar\p{L}*|var och en|man)\s(?:betalar|bekostar|köper|står)\s(?:själv(?:a)?\s)?(?:för\s)?${food}|${food}[^.!?\n]{0,30}(?:ingår (?:inte|ej)|(?:på|till) egen (?:bekostnad|hand)|till självkostnadspris|betalar|köper|bekostas av)|(?:egen|medtag|ta(?:g)? med|ta med dig)\s[^.!?\n]{0,15}${food}|(?:ingen|inte|ej)\s[^.!?\n]{0,12}${food}`,
  "iu",
);

/** "kl 9-13 med lunch" says that one is fed; "med lunch 12-13" is a pause. */
const withLunch =
  /\d\s?(?:med|inkl\.?|inklusive)\s(?:gemensam\s)?(?:lunch(?: och (?:fika|kaffe))?|fika)(?=\s*(?:[.,;:)]|$))/iu;

/** Whether a fragment says that food or coffee is part of it. A pause in the program says nothing. */
export function cateringIn(fragment: string): Trait<boolean> | undefined {
  const no = unfed.exec(fragment);
  const rest = no ? fragment.replace(no[0], "¤".repeat(no[0].length)) : fragment;
  const yes = fed.exec(rest) ?? withLunch.exec(rest);
  if (yes && (!/(?:^|\s)med\s/iu.test(yes[0].slice(0, 5)) || withLunch.test(rest))) return trait(true, yes);
  if (yes && /(?<!\p{L})(?:ingår|serveras|bjud|gemensam lunch|inklusive)/iu.test(yes[0])) return trait(true, yes);
  return no ? trait(false, no) : undefined;
}

const whom =
  /(?<!\p{L})(?:för|med|tillsammans med|öppen för|riktar sig till|vänder sig till|gäller)\s+(?<who>(?:hela|samtliga|alla|endast|enbart|bara|även|både|era|ert|deltagarnas|deltagare och|chefer)\s?[^.,;:()\d\n]{3,60}?)(?=\s*(?:[.,;:()\n]|$|\d|kl(?:\.|\s)|den\s\d|\p{L}+dag))|(?<whole>hela (?:arbetsgruppen|arbetslaget|teamet|personalgruppen|enheten|ledningsgruppen))/iu;

/** Whom a single session is for, when that is said beside it: "för hela arbetsgruppen". */
export function audienceIn(fragment: string): Trait<string> | undefined {
  const match = whom.exec(fragment);
  const value = (match?.groups?.["who"] ?? match?.groups?.["whole"])?.trim();
  if (!match || value === undefined || /träffar|tillfällen|dagar|frågor|er som|dig som/iu.test(value)) return undefined;
  return { value, index: match.index + match[0].indexOf(value), length: value.length };
}
