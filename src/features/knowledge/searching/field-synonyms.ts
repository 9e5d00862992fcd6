/**
 * Names for the same thing, kept by hand: whoever asks for one finds the others. A name is found in any of its forms; a word after = only as
 * it stands there (or with an s), since "den enskilde" is a person and "den enskilda verksamheten" is not.
 */
export const sameMeaning: readonly (readonly string[])[] = [
  ["lvu", "lagen med särskilda bestämmelser om vård av unga"],
  ["lvm", "lagen om vård av missbrukare i vissa fall"],
  ["lss", "lagen om stöd och service till vissa funktionshindrade"],
  ["sol", "socialtjänstlagen"],
  ["hsl", "hälso- och sjukvårdslagen"],
  ["sip", "samordnad individuell plan"],
  ["bbic", "barns behov i centrum"],
  ["ibic", "individens behov i centrum"],
  ["ifo", "individ- och familjeomsorg"],
  ["hvb", "hem för vård eller boende"],
  ["ivo", "inspektionen för vård och omsorg"],
  ["skr", "sveriges kommuner och regioner"],
  ["rss", "regional samverkans- och stödstruktur"],
  ["ebp", "evidensbaserad praktik"],
  ["fou", "forskning och utveckling"],
  ["tsi", "tidiga samordnade insatser"],
  ["asi", "addiction severity index"],
  ["npf", "neuropsykiatrisk funktionsnedsättning"],
  ["kbt", "kognitiv beteendeterapi"],
  ["dbt", "dialektisk beteendeterapi"],
  ["mi", "motiverande samtal"],
  ["brukare", "klient", "den =enskilde"],
  ["missbruk", "skadligt bruk"],
  ["funktionsnedsättning", "funktionshinder"],
  ["familjehem", "fosterhem", "fosterfamilj"],
  ["orosanmälan", "anmälan om oro"],
  ["hemlöshet", "bostadslöshet"],
  ["äldreomsorg", "omsorg om äldre"],
  ["personlig assistans", "personlig assistent"],
  ["barnkonventionen", "konventionen om barnets rättigheter"],
  ["självskadebeteende", "självskada"],
];

/** What is part of something larger: whoever asks for the larger finds it, and not the other way round. */
export const partsOfLarger: readonly { larger: string; parts: readonly string[] }[] = [
  { larger: "ekonomiskt bistånd", parts: ["försörjningsstöd"] },
  { larger: "socialbidrag", parts: ["försörjningsstöd", "ekonomiskt bistånd"] }, // as both were called before 1998
  { larger: "våld i nära relationer", parts: ["partnervåld"] },
  { larger: "socialarbetare", parts: ["socialsekreterare", "biståndshandläggare"] },
  { larger: "tvångsvård", parts: ["lvu", "lvm"] },
  { larger: "placering", parts: ["familjehem", "jourhem", "stödboende"] },
];
