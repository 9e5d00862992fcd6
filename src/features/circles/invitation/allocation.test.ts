import { expect, test } from "vitest";
import { allocationIn } from "./allocation.ts";
import { invitationText } from "./invitation-text.ts";
import { managerConsultationIn } from "./manager-consultation.ts";

const read = (text: string) => allocationIn(invitationText(text))?.value;
const manager = (text: string) => managerConsultationIn(invitationText(text))?.value;

test.each([
  ["Först till kvarn gäller.", "firstCome"],
  ["Platserna fördelas efter anmälningsordning.", "firstCome"],
  ["De som anmäler sig först får plats om de uppfyller kraven.", "firstCome"],
  ["Platser fördelas i turordning, besked om plats lämnas i maj.", "firstCome"],
  ["De tolv första anmälda får plats.", "firstCome"],
  ["Det är inte först till kvarn.", "selection"],
  ["Urval görs bland de sökande.", "selection"],
  ["De som erbjuds plats får definitivt besked i december.", "selection"],
  ["Vid många anmälningar prioriteras nya medarbetare.", "selection"],
  ["Huvudmannen ansöker för sina skolor.", "teamByPrincipal"],
  ["Det är du som skolhuvudman som anmäler teamet.", "teamByPrincipal"],
  ["En anmälan per team.", "teamByPrincipal"],
  ["Huvudmannen ansöker, därefter görs ett urval.", "teamByPrincipal"],
  ["Välkommen med din anmälan!", undefined],
  ["Deltagarna gör ett urval av artiklar.", undefined],
])("%s gives %s (R026, R119, R121)", (text, expected) => {
  expect(read(text)).toBe(expected);
});

test.each([
  ["Anmälan sker i samråd med chef.", "declared"],
  ["Stäm av med din närmaste chef innan du anmäler dig.", "declared"],
  ["Deltagandet ska vara avstämt med närmaste chef.", "declared"],
  ["Du behöver chefens godkännande.", "declared"],
  ["Du bör ha en dialog med din rektor.", "declared"],
  ["Förankra ditt deltagande hos chefen.", "declared"],
  ["Chefen ska bekräfta att du får delta.", "confirmed"],
  ["Närmaste chef ska intyga att du får tid.", "confirmed"],
  ["Enhetschef signerar anmälan.", "confirmed"],
  ["Anmälan görs av närmaste chef.", "confirmed"],
  ["Bifoga intyg från din chef.", "confirmed"],
  ["Det krävs inget godkännande av chef.", "none"],
  ["Cirkeln vänder sig till chefer.", undefined],
  ["Välkommen!", undefined],
])("%s gives %s (R115, R117)", (text, expected) => {
  expect(manager(text)).toBe(expected);
});
