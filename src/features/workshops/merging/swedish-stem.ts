/** Words that most questions have, whatever they ask about. */
const passing = new Set(
  `vad vilka vilken vilket vem vilkas hur när var varför varifrån är var vara varit det den de dem denna detta dessa en ett
  för oss vi ni jag du man min vår vårt våra er ert era sin sitt sina på i av om som att och eller men med till från vid
  hos utan mellan under över efter före inom mot ut in upp ner så då nu här där ja nej inte ej finns finnas fanns har
  ha haft kan kunna kunde ska skall skulle vill måste bör borde behövs behöver behöva krävs kräver bli blir blev göra gör
  görs gjort få får fås fick ge ger ges ta tar tas tänka tänker sätt några någon något nån nåt alla allt all andra annan
  annat mer mest mycket många även också bara redan egentligen ens ju väl säger säga sägs sätt
  metod metoden metoder metodens arbetssätt arbetssättet`.split(/\s+/u),
);

// Endings of form, the longest first: the same word in another number, case or time.
const endings =
  /(?:arnas|ernas|ornas|andet|andes|arens|arna|erna|orna|ande|ende|aste|aren|ades|ens|ets|are|ade|ats|ar|er|or|en|et|es|as|at|na|(?<=[aeiouyåäö])[nt]|s|a|e)$/u;
// Endings that make one word of another: to train, training.
const makings = /(?:ningar|ning|nader|nad|heter|het|elser|else|ingar|ing)$/u;
// What is left of a form when what makes a word of another is gone.
const leftovers = /(?:ens|ar|at|a|e)$/u;
// To follow up is a following-up.
const particle = /^upp(?=\p{L}{4})/u;
const shortestStem = 3;

/**
 * What a Swedish word is about, without its endings: "utbildningen", "utbildas" and "utbildning" come to the same. Small
 * on purpose: it serves to propose what may be alike, and a person decides.
 */
export function stemOf(word: string): string {
  return [makings, endings, makings, leftovers].reduce(without, word.replace(particle, ""));
}

function without(word: string, ending: RegExp): string {
  const short = word.replace(ending, "");
  return short.length >= shortestStem ? short : word;
}

/** The words of a text, small and without signs. */
export function wordsIn(text: string): string[] {
  return (
    text
      .normalize("NFKC")
      .toLocaleLowerCase("sv")
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** The words that tell what a text is about; all of them where there are no others than those that most texts have. */
export function tellingWords(text: string): string[] {
  const words = wordsIn(text);
  const telling = words.filter((word) => !passing.has(word));
  return telling.length > 0 ? telling : words;
}
