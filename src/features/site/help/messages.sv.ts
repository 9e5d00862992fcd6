/**
 * What each page behind a sign-in is for, by its route: shown behind "Vad är det här?" under the heading. Two or three
 * sentences for somebody who comes there for the first time.
 */
export const sv = {
  "help./uppdrag":
    "Här står alla öppna uppdrag och frågor i de grupper du ser. Det som är försenat står först, och det som saknar dag säger det.",
  "help./uppdrag/inflode":
    "Här står det andra ber om och hur stor del av tjänsterna uppdragen tar. Svara ja, nej eller inte än.",
  "help./uppdrag/ny":
    "Skriv in ett uppdrag som kommer utifrån: vem som ber, från vilken nivå och hur stort det är. Svaret ger du i nästa steg.",
  "help./uppdrag/:id":
    "Här står vad uppdraget är, vem som gör det och vad som ska komma när. Den som har uppdraget redovisar här.",
  "help./uppdrag/:id/redovisa/:part":
    "Skriv vad det blev. När allt är redovisat kommer uppdraget till gruppens nästa möte.",
  "help./uppdrag/:id/dagar":
    "Sätt en dag för hela uppdraget eller för varje del. En tom dag betyder att ingen dag är satt.",
  "help./uppdrag/:id/mer": "Be om något mer i samma uppdrag. Det som var redovisat fortsätter då.",
  "help./uppdrag/:id/ta-over":
    "Låt någon annan ta över uppdraget. Det som är redovisat och de dagar som är satta står kvar.",
  "help./uppdrag/:id/avsluta": "Avsluta uppdraget när det inte behövs mer. Är något inte redovisat skriver du varför.",
  "help./uppdrag/:id/svar": "Svara den som bad om uppdraget. Ett nej eller inte än säger varför.",
  "help./grupper/:slug/ny-fraga": "Ta upp något som gruppen ska tala om. Frågan kommer till nästa möte av sig själv.",
  "help./fraga/:slug":
    "Här står vad frågan är, var den står nu, när den kommer tillbaka och allt som har blivit av den. Följ frågan så får du ett mejl när något händer.",
  "help./fraga/:slug/andra": "Ändra vad frågan heter och gäller. Det som har hänt med den ändras inte.",
  "help./fraga/:slug/parkera":
    "En parkerad fråga kommer tillbaka till en dag, när något har hänt, eller när vi frågar om den. Den syns hela tiden bland öppna frågor.",
  "help./fraga/:slug/handelsen": "Säg till när det frågan väntar på har hänt. Då kommer den till nästa möte.",
  "help./fraga/:slug/lamna-over":
    "Lämna frågan till en annan grupp. Den kommer till deras nästa möte och syns i båda grupperna.",
  "help./fraga/:slug/ta-upp": "Ta upp frågan igen. Den kommer till nästa möte.",
  "help./fraga/:slug/beslut":
    "Skriv in vad som beslutades och av vem. Någon annans beslut står som en hänvisning. Ett år som ingen har skrivit gissas inte.",
  "help./fraga/:slug/sa-blev-det":
    "Berätta hur det som beslutades blev. Ligger det fast är frågan klar, annars tas den upp igen.",
  "help./fraga/:slug/lagg-ner":
    "Lägg ned en fråga som inte ska vidare, och skriv varför. Avsluta uppdragen i den först.",
  "help./fraga/:slug/uppdrag": "Ge någon ett uppdrag i frågan mellan mötena. Saknas dag kommer det upp på varje möte.",
  "help./fraga/:slug/ansokan":
    "Skriv in en ansökan om pengar som hör till frågan: hos vem och hur långt den har kommit. Den står sedan bland fakta på frågans sida.",
  "help./fraga/:slug/ansokan/:application":
    "Ändra hur långt ansökan har kommit. Varje ändring står i frågans historia.",
  "help./metoder":
    "Här står metoder och arbetssätt som någon har skrivit om, också de som redan används. Att en metod står här är inget godkännande.",
  "help./metoder/ny":
    "Här lägger du till en metod eller ett arbetssätt i registret. Namn och sort räcker för att börja, resten visas som okänt tills någon vet.",
  "help./metod/:slug":
    "Här står vad metoden är till för och vad den kräver, och var den används. Längst ner ser du hur andra har bedömt den.",
  "help./metod/:slug/andra": "Ändra det som inte stämmer längre. Det du lämnar tomt visas som okänt.",
  "help./metod/:slug/karnkomponenter":
    "Skriv det som måste finnas med för att det ska vara den här metoden. När metoden införs följs de upp var för sig.",
  "help./metod/:slug/anvands":
    "Här skriver du att en organisation använder metoden, och hur långt den har kommit. Det som stod tidigare finns kvar som historia.",
  "help./metod/:slug/ta-bort":
    "Ta bort metoden ur registret med ett skäl. Bedömningar och beslut som redan finns står kvar.",
  "help./metod/:slug/ater": "Ta in metoden i registret igen. Det som stod om den finns kvar.",
  "help./metodbedomningar":
    "Här står de metodbedömningar du arbetar med, och de som andra har beslutat. Det som andra har beslutat kan du ta över och anpassa.",
  "help./metodbedomningar/ny":
    "Här börjar du på en metodbedömning: vilken metod, för vilken enhet och vad det gäller hos dig. Den korta checklistan räcker för det mesta.",
  "help./metodbedomning/:slug":
    "Här vägs en metod samman för en enhet: forskning, professionens kunskap och brukarnas kunskap, lika mycket. Under dem står vad som är okänt, vad som är beslutat och hur det går att införa.",
  "help./metodbedomning/:slug/andra":
    "Ändra rubriken, frågan eller hur mycket av checklistan som besvaras. Det går så länge metoden vägs samman.",
  "help./metodbedomning/:slug/vilka":
    "De som skriver svarar på frågorna, och den som beslutar ställer frågor och beslutar. Är det samma person visas det, men det stoppar inget.",
  "help./metodbedomning/:slug/foresla":
    "Lämna metodbedömningen till den som beslutar. Alla tre källor behöver vara sökta först, även om inget hittades.",
  "help./metodbedomning/:slug/skicka-tillbaka":
    "Skriv vad du behöver veta innan du beslutar. De som skriver får din fråga och kan ändra igen.",
  "help./metodbedomning/:slug/dra-tillbaka":
    "Dra tillbaka metodbedömningen om den inte blir aktuell. Den finns kvar för dem som arbetar med den, och kan vägas samman på nytt.",
  "help./metodbedomning/:slug/igen":
    "Väg samman på nytt när något har ändrats. Tidigare beslut står kvar som historia.",
  "help./metodbedomning/:slug/inforande":
    "Här följer du hur det går att införa det som är beslutat, steg för steg. Bilden visar om kärnkomponenterna används som tänkt.",
  "help./metodbedomning/:slug/inforande/paborja":
    "Skriv hur långt det har kommit och vilken roll som ansvarar. Från och med nu visar metodregistret att metoden införs.",
  "help./metodbedomning/:slug/inforande/andra":
    "Ändra vem som ansvarar och hur utbildningen går. Den som ansvarar blir påmind om det som ska göras.",
  "help./metodbedomning/:slug/inforande/fas":
    "Skriv när nästa fas började. De tidigare faserna finns kvar med sina dagar.",
  "help./metodbedomning/:slug/inforande/steg":
    "Skriv något som ska göras, eller något som tas bort. Har det en dag kommer en påminnelse en vecka före och en om dagen har gått.",
  "help./metodbedomning/:slug/inforande/steg/:step":
    "Ändra vad som ska göras, vem som gör det och när. Du kan också ta bort det.",
  "help./metodbedomning/:slug/inforande/uppfoljning":
    "Titta på en kärnkomponent i taget: används den som tänkt? Att ingen vet är också ett svar.",
  "help./grupper":
    "Här står nätverk, råd och styrgrupper, dina egna först. Öppna en för att se vad den är till för och vilka som sitter i den.",
  "help./grupper/ny": "Här lägger du upp en grupp som din organisation håller i. Slag och namn räcker för att börja.",
  "help./grupper/samband":
    "Bilden visar vilka grupper som delar personer och vilka som lämnar frågor till varandra. Tabellen bredvid säger samma sak.",
  "help./grupper/:slug":
    "Här står vad gruppen är till för, vilka som sitter i den och vad den arbetar med. Alla som är inloggade ser platserna. Möten och frågor ser bara de som sitter i gruppen eller håller i den.",
  "help./grupper/:slug/andra":
    "Här ändrar du vad gruppen säger om sig själv. Har någon annan ändrat den medan du skrev får du veta det, och det du har skrivit står kvar.",
  "help./grupper/:slug/uppgifter":
    "Här skriver du vad gruppen ska göra och vilket mål det tjänar. Listan får vara ofärdig: kryssa i att en rad är en öppen fråga.",
  "help./grupper/:slug/vila":
    "En grupp som vilar behåller sina platser och frågor. Den går att starta igen när som helst.",
  "help./grupper/:slug/starta": "Här startar du en grupp som har vilat. Att den vilade finns kvar i historiken.",
  "help./grupper/:slug/plats/ny":
    "En plats är en funktion och kan vara tom. För brukarrepresentanter läggs två platser upp, så att ingen sitter ensam.",
  "help./grupper/:slug/plats/:seat":
    "Här står vem som sitter på platsen, vilka som har suttit där och vilka som börjar senare. Den som leder gruppen sätter någon på platsen.",
  "help./grupper/:slug/plats/:seat/andra":
    "Här ändrar du vad platsen är till för och vem den talar för. Den som sitter där sitter kvar.",
  "help./grupper/:slug/plats/:seat/avsluta":
    "Platsen försvinner efter den dag du skriver. Den och de som har suttit där finns kvar i historiken.",
  "help./grupper/:slug/plats/:seat/person":
    "Välj någon som är känd här eller skriv namn och e-post. En ordinarie i taget sitter på platsen, ersättare kan vara flera.",
  "help./grupper/:slug/innehav/:holding/avsluta":
    "Här avslutar du någons tid på platsen, också mitt i en period. Inget raderas.",
  "help./grupper/:slug/innehav/:holding/namn":
    "En brukarrepresentant visas med roll och organisation tills hen själv säger ja till att nämnas vid namn. Ett ja går att ta tillbaka.",
  "help./grupper/:slug/medlemmar":
    "Här lägger du till organisationer som är medlemmar. Av listan räknas ut vilka som saknas på ett möte.",
  "help./grupper/:slug/medlemmar/:member/avsluta":
    "Medlemskapet slutar efter den dag du skriver. Det finns kvar i historiken.",
  "help./foretradare":
    "Registret visar vem som sitter var för vems räkning, också i grupper som inte finns här. Det visar när var och en senast berättade vad det gav.",
  "help./foretradare/ny":
    "Här skriver du upp att någon företräder en organisation. Det kan vara i en grupp som finns här eller på en annan plats.",
  "help./foretradare/:representation":
    "Här står vem som företräder vem och med vilket uppdrag. Det som är berättat läses av dem som är företrädda och av den som för registret.",
  "help./foretradare/:representation/avsluta":
    "Här avslutar du någons tid som företrädare. Den och det som är berättat finns kvar.",
  "help./foretradare/:representation/rapport":
    "Här berättar du för dem du företräder vad som hände. Skriv kort vad det betyder hemma.",
  "help./idag":
    "Här står det som behöver dig just nu, det mest brådskande först. Resten sköter sig självt: påminnelser, erbjudanden och kalendrar går utan att du gör något. Längre ner står dina egna anmälningar och när dina grupper möts.",
  "help./mote/:slug/utskick":
    "Härifrån skickar du de delar av anteckningarna som är klara. Var och en får den gemensamma delen och sin egen grupps. Skickar du igen går bara det som är nytt.",
  "help./mote/:slug/utskick/mottagare":
    "Här lägger du till någon som inte sitter i gruppen men ska ha anteckningarna. Mottagaren behöver inget konto.",
  "help./mote/:slug/las":
    "Här läser du det som är klart av mötets anteckningar, för de grupper du är med i. Du kan spara det som Word eller PDF.",
  "help./sok/moten":
    "Här söker du i vad som har sagts i dina grupper. Träffarna visar när och var det sades, det senaste först.",
  "help./utlamnande": "Här lämnar du ut färdiga anteckningar när någon begär det. Bara det som är klart finns här.",
  "help./utlamnande/:part":
    "Pröva sekretessen, skriv vad som ska täckas, och spara handlingen. Att den lämnades ut antecknas, men inte till vem.",
  "help./grupper/:slug/kalender":
    "En hemlig adress som din egen kalender kan prenumerera på, med gruppens möten. Den gäller så länge du sitter i gruppen. Du kan byta den när du vill.",
  "help./grupper/:slug/flode":
    "Ett flöde är en adress som ett program läser åt dig. Den visar bara det du själv får se, så länge du är med i gruppen.",
  "help./mote/:slug/narvaro":
    "Här står vilka som kom till mötet, en lista för varje grupp. Rader, personer och kommuner är tre olika siffror: den som sitter i två grupper är två rader och en person. Kommuner som saknas räknas fram ur vilka som är medlemmar.",
  "help./mote/:slug/narvaro/ny":
    "Här skriver du upp någon som kom utan att ha en plats. En organisation som inte finns i registret står kvar som du skrev den.",
  "help./mote/:slug/narvaro/ungefar":
    "När ingen skrev upp namnen kan du säga ungefär hur många som kom. Antalet läggs aldrig ihop med listan.",
  "help./mote/:slug/narvaro/:id":
    "Här rättar du en rad i närvaron: varifrån personen kom, som vad och för vem. Räkningen av personer och kommuner följer med.",
  "help./grupper/:slug/narvaro":
    "Här ser du vilka medlemskommuner ingen har kommit från på ett år, och hur ofta de andra har varit med. Bara möten med en närvarolista räknas.",
  "help./anteckningar/klistra-in":
    "Här gör du ett möte av anteckningar som redan finns. Texten läses, du rättar det som blev fel, och först då sparas något. Originalet finns kvar bredvid mötet.",
  "help./anteckningar/klistra-in/:id":
    "Inget är ett möte än: det här är vad som lästes ut ur texten. Allt är förslag. En dag eller en organisation som saknas får saknas.",
  "help./mote/:slug/original":
    "Texten som mötets anteckningar klistrades in från. Bara de som sitter i alla grupper som möttes ser den.",
  "help./cirkel/:slug":
    "Här är cirkeln du är med i: träffarna, vad som ska göras mellan dem och vilka som är med. Bara den som är med ser det här.",
  "help./cirkel/:slug/andringar":
    "Allt som har ändrats i cirkeln, med hur det var förut. Öppnar du cirkeln vet den som leder att du har sett ändringen. Den som leder ser här vilka som har fått veta.",
  "help./cirkel/:slug/traff/:session/narvaro":
    "Här noterar du som leder cirkeln vilka som är med på träffen, med ett tryck för var och en. Gäster och medverkande står för sig och räknas inte bland platserna.",
  "help./cirkel/:slug/traff/:session/narvaro/kod":
    "Visa koden i rummet, så noterar deltagarna sig själva. Den gäller en halvtimme och bara den dag träffen är.",
  "help./cirkel/:slug/traff/:session/narvaro/gaster":
    "Här lägger du till någon som var med på träffen utan att ha en plats i cirkeln. Namnet syns bara för den som leder cirkeln.",
  "help./cirkel/:slug/traff/:session/har":
    "Skriv koden som visas i rummet, så noteras du som närvarande. Fungerar den inte kan den som leder träffen notera dig.",
  "help./cirkel/:slug/enkat":
    "Här ser du när frågorna före och efter cirkeln ställs, och vad svaren visar när de är räknade. Inget visas för färre än fem svar.",
  "help./cirkel/:slug/enkat/svara":
    "Här svarar du på frågorna. Ingen ser vad just du svarar. Med en egen kod båda gångerna kan din egen förändring räknas med.",
  "help./cirkel/:slug/enkat/dagar":
    "Här bestämmer du som leder cirkeln när deltagarna svarar, före och efter. När svaren är räknade går dagarna inte att ändra.",
  "help./cirkel/:slug/timmar":
    "Här ser du hur cirkelns timmar fördelas på träffar, uppgifter och läsning. Har du en plats kan du notera din egen tid, om du vill.",
  "help./cirkel/:slug/intyg":
    "När cirkeln är slut finns ditt intyg här, med träffarna du var med på och hur lång tid de tog. Den som leder cirkeln ser alla deltagare.",
  "help./cirkel/:slug/traff/:session":
    "Allt som hör till en träff: när och var, vad som ska göras och vad cirkeln kom fram till. Bara den som är med i cirkeln ser det.",
  "help./cirkel/:slug/traff/:session/uppgift":
    "Här ger du deltagarna något att göra till en senare träff. De ser uppgiften direkt, och den som inte har lämnat in får en påminnelse två arbetsdagar före.",
  "help./cirkel/:slug/traff/:session/material":
    "Här lägger du till en fil eller en länk på träffens sida. Deltagarna ser den direkt eller när träffen har börjat, som du väljer.",
  "help./cirkel/:slug/material/:material/andra":
    "Här ändrar du vad materialet heter, vart länken leder och när deltagarna ser det. En fil byter du genom att ta bort den och lägga till en ny.",
  "help./cirkel/:slug/uppgift/:assignment":
    "Här skriver du vad du har kommit fram till, i din egen takt. Utkastet är ditt eget tills du lämnar in. Den som leder cirkeln ser hur långt alla har kommit.",
  "help./cirkel/:slug/uppgift/:assignment/andra":
    "Här ändrar du en uppgift som är given. Det som redan är inlämnat står kvar som det är.",
  "help./cirkel/:slug/uppgift/:assignment/svar/:submission":
    "Här läser du vad en deltagare har lämnat in och ger återkoppling. Den läses av deltagaren och av dem som leder cirkeln.",
  "help./cirkel/:slug/forslag/nytt":
    "Ett förslag är det du tar med dig hem: ett sätt att samverka eller ett projekt. Rubrik och problem räcker för att börja. Du kan ändra det hela tiden.",
  "help./cirkel/:slug/forslag/:proposal":
    "Här står förslaget, vad det bygger på och hur det har gått. Den som skrev det och de som leder cirkeln ändrar det. Utanför cirkeln syns det först när det är publicerat.",
  "help./cirkel/:slug/forslag/:proposal/andra":
    "Ändra vad förslaget säger. Har någon annan ändrat det medan du skrev får du veta det, och det du har skrivit står kvar.",
  "help./cirkel/:slug/forslag/:proposal/lage":
    "Berätta hur långt förslaget har kommit och vilken dag det hände. Läggs det ned behövs ett skäl. Det gamla läget finns kvar i historiken.",
  "help./cirkel/:slug/teman":
    "Skriv vad cirkeln ska gå igenom. Sedan syns det på cirkelns sida vilka teman som har sin träff och vilka som saknar en.",
  "help./cirkel/:slug/traff/:session/upplagg":
    "Välj vilka teman träffen tar upp och vad som görs i vilken ordning. Anteckningarna börjar med samma rubriker.",
  "help./cirkel/:slug/traff/:session/medverkande":
    "Skriv vilka som bidrar på träffen utan att leda den, och ur vilket perspektiv. De visas också på cirkelns öppna sida.",
  "help./cirkel/:slug/traff/:session/anteckningar/rubriker":
    "Anteckningarna har en rubrik för varje del av träffen. Här byter du namn på rubrikerna, lägger till och ändrar ordningen. En rubrik där något är skrivet går inte att ta bort.",
  "help./cirkel/:slug/traff/:session/anteckningar/:section":
    "Här skriver du under en rubrik. Bara en skriver åt gången, och de andra ser vem det är. Texten sparas medan du skriver och finns kvar på din enhet om kontakten bryts.",
  "help./cirkel/:slug/traff/:session/anteckningar/:section/jamfor":
    "När två har skrivit samtidigt finns båda texterna kvar. Här ser du dem bredvid varandra och bestämmer vad som ska stå. Längre ner finns det som stod där förut.",
  "help./cirkel/:slug/traff/:session/anteckningar/:section/bidrag":
    "Lägg till något i anteckningarna utan att ändra i texten. Du väljer om ditt namn ska synas. Utan namn sparas inte vem som skrev det.",
  "help./cirkel/:slug/rapport":
    "Här står vad omgången har lett till, för styrgrupp och finansiär. Allt räknas ur det som redan är inskrivet. Hämta rapporten som Word, PDF, Excel eller CSV: siffrorna är desamma som på sidan.",
  "help./cirkel/:slug/rapport/kostnad":
    "Skriv in vad omgången har kostat och vem som betalade. Kostnaden visas per finansieringskälla i rapporten.",
  "help./planera/rapport":
    "En rapport över flera omgångar på en gång. Välj år eller serie. Varje omgång har också en egen rapport.",
  "help./cirkel/:slug/spridning":
    "Hur många kollegor som har fått del av cirkeln, i förhållande till deltagarna. Du ser vad du själv har skrivit och vad alla har nått tillsammans. De som leder cirkeln ser också var och en.",
  "help./cirkel/:slug/spridning/ny":
    "Skriv till vem du har berättat, när, hur och för hur många. Räkna bara kollegor du inte har räknat förut.",
  "help./cirkel/:slug/spridning/mal":
    "Säg hur många kollegor du vill nå. Målet går att ändra tills du har berättat för de första.",
  "help./cirkel/:slug/fragor":
    "Frågorna som cirkeln arbetar med, tema för tema. Varje arbetsplats svarar och bygger på svaret vid varje träff. De som leder cirkeln väljer frågorna.",
  "help./cirkel/:slug/fragor/forutsattningar":
    "Sex förutsättningar för en evidensbaserad praktik, som varje arbetsplats bedömer själv. Du ser den första bedömningen och den senaste. Bedömningarna räknas inte ihop, eftersom stegen inte är poäng.",
  "help./cirkel/:slug/fragor/valj":
    "Här väljer du frågor ur en bank: våra egna, inbjudans och dem som arrangörens andra cirklar har ställt. En fråga som är vald står kvar som den ställdes.",
  "help./cirkel/:slug/fragor/ny":
    "Skriv en fråga som passar just den här cirkeln. Arrangörens nästa cirklar kan sedan välja den.",
  "help./cirkel/:slug/fragor/:question":
    "Här står arbetsplatsernas svar bredvid varandra. Varje svar visar vid vilken träff det skrevs, och vad som stod förut.",
  "help./cirkel/:slug/fragor/:question/svar/:workplace":
    "Här svarar du för din arbetsplats, gärna tillsammans med en kollega. Ingen ser vem som skrev. Har någon annan skrivit samtidigt visas båda texterna.",
  "help./cirkel/:slug/fragor/:question/svar/:workplace/:answer":
    "Här ändrar du ett arbetssätt och vad det bygger på. Det som skrevs vid en tidigare träff står kvar bredvid.",
  "help./planera":
    "Alla omgångar som du planerar, i den ordning de behöver dig. En omgång är en cirkel en viss termin. Utkast syns bara för dem som planerar.",
  "help./planera/ny":
    "Klistra in förra årets inbjudan eller en ny text, så läser vi ut datum, platser och villkor. Inget gissas i tysthet: på nästa sida ser du varje uppgift bredvid orden den kom från. Du kan också börja från tomt.",
  "help./planera/ny/tom":
    "Börja en omgång utan text att läsa ur. Det räcker med en rubrik och vem som ordnar den. Resten fyller du i när du vet det.",
  "help./planera/serie/:slug":
    "En serie är samma cirkel år efter år. Här ser du alla omgångar i den, med hur många som sökte och fick plats. Du kan starta nästa som en kopia.",
  "help./planera/:slug":
    "Här ser du hur det står till med omgången: vad som fattas, vad som ska bestämmas och vad som händer härnäst. Varje del öppnas och ändras för sig. Det som någon redan har sagt ja till berättas för dem när du ändrar det.",
  "help./planera/:slug/granska":
    "Till vänster står orden i inbjudan, till höger vad vi läste ut. Rätta det som är fel och lämna tomt det som inte står där. Texten du klistrade in finns kvar.",
  "help./planera/:slug/rubrik":
    "Rubriken och orden under den är det första som syns i listan över cirklar och när någon delar sidan. Adressen till sidan ändras inte när rubriken gör det.",
  "help./planera/:slug/innehall":
    "Här berättar du varför cirkeln finns: bakgrund, problemet i praktiken, syfte och mål. De som ska söka läser det för att avgöra om den är något för dem.",
  "help./planera/:slug/fragor":
    "Vägledande frågor visar vad cirkeln ska undersöka, var för sig för forskningen, professionens kunskap och brukarnas kunskap. Ett par frågor räcker.",
  "help./planera/:slug/personer":
    "Vem som leder cirkeln, vilka som medverkar och vem man frågar. En kontakt behöver e-post eller telefon. Ledare och medverkande tar ingen plats.",
  "help./planera/:slug/deltagare":
    "Vem cirkeln vänder sig till och vilka krav som gäller. Ett krav som inte uppfylls stoppar en anmälan, en rekommendation gör det aldrig.",
  "help./planera/:slug/ramar":
    "Hur många som får plats, hur mycket tid det tar, vad det kostar och vem som betalar. Okänt får vara okänt: då visas det som något att bestämma.",
  "help./planera/:slug/anmalan":
    "Hur man söker: först till kvarn eller urval, till vilken dag, och om chefen ska tillfrågas. Vid urval får ingen veta något före beskedsdagen.",
  "help./planera/:slug/traffar":
    "Alla träffar i ordning, med dag, tid och plats. En träff utan dag är bara planerad. När något ändras får de som har plats veta det, och deras kalendrar följer med.",
  "help./planera/:slug/traffar/ny":
    "Lägg till en träff. Bara det du vet behöver fyllas i. Är dagen röd eller en klämdag säger vi till.",
  "help./planera/:slug/traffar/termin":
    "Ange termin innan några dagar är bestämda. Då kan cirkeln visas i planeringen, och sökande ser ungefär när den är.",
  "help./planera/:slug/traffar/flera":
    "Skriv eller klistra in flera dagar på en gång, en på varje rad. Tid och plats som är lika för alla skriver du bara en gång.",
  "help./planera/:slug/traffar/plats":
    "Ange samma plats för flera träffar på en gång. De som har plats får veta det, om omgången är publicerad.",
  "help./planera/:slug/traffar/:session":
    "Ändra en träff eller ta bort den. Är omgången publicerad ställs en träff in i stället för att försvinna, så att kalendrar hänger med.",
  "help./planera/:slug/traffar/:session/stall-in":
    "Ställ in träffen och skriv varför. En uppföljning behöver ett skäl, för cirkeln avslutas med den.",
  "help./planera/:slug/kopiera":
    "Börja en ny omgång från en som har hållits. Välj dag för första träffen, så flyttas alla andra dagar lika långt. Du ser var en helgdag eller ett skollov kan komma i vägen.",
  "help./planera/:slug/publicera":
    "Det sista du gör innan alla kan se och söka. Här står vad som måste vara klart och vad som kan vänta. Efter publicering kan omgången ändras eller ställas in, men inte kastas.",
  "help./planera/:slug/forlang":
    "Flytta sista dag framåt, eller håll öppet tills det är fullt. Skälet sparas och visas. En sista dag flyttas aldrig bakåt.",
  "help./planera/:slug/stall-in":
    "Ställ in omgången när den inte blir av. Alla som är med eller väntar får veta skälet, och träffarna tas bort ur deras kalendrar. Det går inte att ångra.",
  "help./planera/:slug/anmalningar":
    "Alla som har sökt, i köordning. Könumret tas när anmälan skickas. Öppna en person för att se svaren, chefens ord och vad som har hänt.",
  "help./planera/:slug/anmalningar/ny":
    "För den som har ringt, mejlat eller kommit förbi. Anmälan får nästa nummer i kön, och ditt namn står som den som skrev in den.",
  "help./planera/:slug/anmalningar/:id/ratta":
    "Rätta uppgifter åt den som har sökt. Numret i kön ändras inte, och vad som har rättats står i historiken.",
  "help./planera/:slug/anmalningar/paminn":
    "Mejla en påminnelse till alla chefer som inte har svarat. De påminns också av sig självt efter några dagar.",
  "help./planera/:slug/anmalningar/:id":
    "Allt om en anmälan: svaren, chefens ord, platsen och vad som har hänt. Kost och adress raderas av sig självt efter cirkeln. Andra deltagare ser inget av det.",
  "help./planera/:slug/anmalningar/:id/neka":
    "När någon inte uppfyller ett krav. Skälet du skriver mejlas till personen, och platsen går till nästa. Beslutet kan tas tillbaka.",
  "help./planera/:slug/anmalningar/:id/aterbud":
    "När någon har hört av sig och inte kan vara med. Platsen går till den som står först på väntelistan, och personen får ett mejl.",
  "help./planera/:slug/anmalningar/:id/aterta":
    "Ta tillbaka beslutet att någon inte uppfyller kraven. Personen får tillbaka sitt nummer i kön, men ingen annan förlorar sin plats.",
  "help./planera/:slug/anmalningar/:id/paminn":
    "Mejla chefen en påminnelse om en enda anmälan. I mejlet står samma dagar och timmar som sist.",
  "help./planera/:slug/anmalningar/:id/svar":
    "Svara på ett erbjudande åt någon som har ringt eller mejlat. Det räknas som om personen hade svarat själv.",
  "help./planera/:slug/urval":
    "Välj vilka som får plats, med ett skäl för varje beslut. Staplarna visar hur kommuner, verksamheter och yrken fördelar sig medan du väljer. Ingen får veta något förrän du skickar alla besked på en gång.",
  "help./planera/:slug/urval/ovriga":
    "Ge alla som saknar beslut samma beslut och samma skäl. De som redan har ett beslut rörs inte.",
  "help./planera/:slug/urval/skicka":
    "Skicka alla besked samtidigt. Det går först när varje sökande har ett beslut och beskedsdagen är inne. Det går inte att ångra.",
  "help./planera/:slug/urval/:id":
    "En sökande i taget: vad personen skrev, vad chefen sa, och ditt beslut med skäl. Skälet sparas och visas för den som frågar efter sitt.",
  "help./planera/:slug/utskick":
    "Så ser mejlen ut som går till sökande och chefer, och när de går. Namnen i exemplen är påhittade.",
  "help./planera/:slug/utskick/:which":
    "Ett av mejlen, som text och som det ser ut i en inkorg. Det skickas av sig självt när det är dags.",
  "help./organisationer":
    "Alla kommuner, regioner och andra som kan ordna cirklar eller ha deltagare. Sök på namn eller på hur det brukar skrivas. Registret är samma för alla.",
  "help./organisationer/ny":
    "Lägg till en enhet, förening eller arbetsplats som saknas. Lägg den under den organisation den hör till: rättigheter följer med neråt.",
  "help./organisationer/:slug":
    "Vad som är känt om organisationen: hur den skrivs, vad den hör till och sedan när, och vilka e-postdomäner som är dess egna. En chefs svar räknas som bekräftat bara från en sådan domän.",
  "help./organisationer/:slug/skrivs":
    "Olika sätt att skriva namnet, så att anmälningar hamnar rätt. Ett skrivsätt kan bara betyda en organisation.",
  "help./organisationer/:slug/domaner":
    "De domäner där organisationens folk har sin e-post. Registrera bara domäner som organisationen själv styr över.",
  "help./organisationer/:slug/domaner/bort":
    "Ta bort en domän som inte längre är organisationens. Svar som redan har kommit ändras inte.",
  "help./organisationer/:slug/namn":
    "Byt namn när organisationen har bytt namn. Det gamla finns kvar, så att frågan vad den hette då går att svara på.",
  "help./organisationer/:slug/samband":
    "Skriv in att organisationen är medlem i, ägs av eller betjänas av en annan, från vilken dag och enligt vilken källa. Inget följer av vilket län den ligger i.",
  "help./organisationer/:slug/samband/:relationId":
    "Avsluta ett samband med en sista dag. Det försvinner inte: det går fortfarande att fråga hur det var då.",
  "help./organisationer/:slug/ga-upp":
    "När organisationen har gått upp i en annan. Dess historia finns kvar och räknas hos den nya från den dag du anger.",
  "help./organisationer/:slug/dela":
    "När organisationen har delats i flera. Ange vilka den blev och vilken av dem som för historien vidare, om någon gör det.",
  "help./organisationer/:slug/inloggning":
    "Hur organisationens folk loggar in med sitt vanliga arbetskonto. Inget slås på förrän du har provat det och någon har godkänt domänerna.",
  "help./organisationer/:slug/inloggning/ny":
    "Lägg till organisationens inloggningstjänst. Uppgifterna får du av it-avdelningen. Hemligheten sparas förseglad och visas aldrig igen.",
  "help./organisationer/:slug/inloggning/:providerId":
    "En inloggningstjänst: om den är på, vilka domäner den svarar för och varför någon senast nekades. Prova den här innan du slår på den.",
  "help./organisationer/:slug/inloggning/:providerId/andra":
    "Ändra uppgifterna om inloggningstjänsten. Lämna hemligheten tom om den är den samma som förut.",
  "help./organisationer/:slug/inloggning/:providerId/avsluta":
    "Avsluta inloggningen genom tjänsten. Alla loggar sedan in med en länk i mejlen eller med lösenord. Den kan inte slås på igen.",
  "help./organisationer/importera":
    "Ta in många organisationer eller medlemskap från en fil. Inget ändras förrän du har sett vad varje rad skulle göra.",
  "help./organisationer/importera/:id":
    "Vad varje rad i filen skulle göra. Rader med fel tas inte in; rätta dem i filen och skicka den igen. Filen raderas av sig självt efter några dagar.",
  "help./personer":
    "De personer som har en roll där du bjuder in. Bjud in en kollega, ge en roll eller avsluta en. Du kan inte ge mer än du själv har.",
  "help./personer/bjud-in":
    "Bjud in en kollega med namn, e-post och roll. Personen får ett mejl och loggar in med en länk. Finns personen redan får hen bara rollen.",
  "help./personer/kan-vara-samma":
    "Ibland skrivs samma person in två gånger: med två adresser, eller med namnet stavat på två sätt. Här visas par som liknar varandra, med vad som talar för och emot. Du avgör, och inget par du har avgjort visas igen.",
  "help./personer/kan-vara-samma/inte":
    "Ibland skrivs samma person in två gånger: med två adresser, eller med namnet stavat på två sätt. Här visas par som liknar varandra, med vad som talar för och emot. Du avgör, och inget par du har avgjort visas igen.",
  "help./personer/:personId/sla-ihop/:otherId":
    "Allt den ena har flyttas till den andra: roller, anmälningar och det de har gjort. Båda får ett mejl. Du kan ångra i 30 dagar.",
  "help./personer/sammanslagningar/:mergeId":
    "När två blev en, vem som gjorde det och hur länge det går att ångra. Efter en ångring står här vad som inte kunde läggas tillbaka.",
  "help./personer/sammanslagningar/:mergeId/angra":
    "Det som flyttades går tillbaka rad för rad. Det som någon har ändrat sedan dess får stå, och du får veta vad.",
  "help./personer/:personId":
    "En persons roller över tid, och varför hen får göra det hen får. Du ser bara roller där du själv bjuder in.",
  "help./personer/:personId/roller/ny":
    "Ge personen en roll på en plats, från en dag och kanske till en dag. Rollen gäller där och i allt under.",
  "help./personer/:personId/roller/:assignmentId/avsluta":
    "Avsluta rollen, genast eller vid en dag. Historiken finns kvar. Den sista administratören kan inte avslutas.",
  "help./personer/:personId/inloggning":
    "När någon har tappat både appen och reservkoderna. Kontrollera först att det verkligen är personen, på ett annat sätt än via mejl.",
  "help./mina-uppgifter":
    "Ditt namn, din titel och ditt språk, som andra ser dem i arbetet. Här står också dina roller och varför du får göra det du får.",
  "help./mina-uppgifter/allt":
    "Allt som Sammanvägt har sparat om dig, från varje del. Du kan ladda ner det som en fil. Hur länge det sparas står på sidan om personuppgifter.",
  "help./mina-uppgifter/kalender":
    "En hemlig adress som din egen kalender kan prenumerera på, med alla dina träffar och mötena i dina grupper. Den som har adressen ser dem, så dela den inte. Du kan byta den när du vill.",
  "help./mina-uppgifter/nycklar":
    "Nycklar låter andra program göra det du får göra, och inte mer. En nyckel visas en gång och har en sista dag. Återkalla den om du är osäker på vem som har den.",
  "help./mina-uppgifter/inloggning":
    "Hur du loggar in. En länk till din e-post räcker alltid; lösenord, kod från en app och nyckel på din enhet väljer du själv.",
  "help./mina-uppgifter/inloggning/kod":
    "Slå på en kod från en app, så räcker det inte att någon kommer åt din e-post. Du behöver en app för engångskoder i telefonen.",
  "help./mina-uppgifter/inloggning/kod/bekrafta":
    "Läs av rutan med appen och skriv koden den visar. Spara reservkoderna: de är vägen in om du tappar telefonen.",
  "help./mina-uppgifter/inloggning/kod/av": "Slå av koden från appen. Då räcker din e-post för att logga in.",
  "help./drift":
    "Hur installationen mår: mejl som inte kommit fram, arbete som gett upp och om revisionsspåret är helt. Står det inget här behöver du inte göra något.",
  "help./drift/utkorg":
    "Alla mejl som installationen har skickat eller ska skicka. Ett som har misslyckats kan skickas igen. Vad ett mejl sa raderas av sig självt.",
  "help./drift/utkorg/:id":
    "Ett mejl som det skickades, och vad som hände med det. Hemliga länkar syns inte när mejlet väl har gått.",
  "help./drift/arbete":
    "Arbete i bakgrunden som har försökts flera gånger och gett upp. Läs varför, rätta orsaken och försök igen.",
  "help./drift/spar":
    "Vem som har gjort vad, om vad och när. Spåret kan inte ändras av någon, inte ens en administratör. Läs det regelbundet: lagen kräver att åtkomsten kontrolleras.",
  "help./drift/spar/kedjan":
    "Varje rad i spåret är förseglad i en kedja. Här ser du om kedjan är hel, och kan jämföra den med ett sigill som du har sparat utanför.",
  "help./drift/gallring":
    "Personuppgifter raderas varje natt när tiden är ute, och när organisationen har beslutat där det behövs. Här ser du hur mycket som har raderats av varje slag och vad som står på tur. Samma tider står på sidan om personuppgifter.",
  "help./drift/tillganglighet":
    "Vad besökare har sagt hindrar dem på webbplatsen. Lagen kräver ett snart svar. Adressen till den som rapporterade raderas en tid efter svaret.",
  "help./drift/tillganglighet/:id":
    "Vad som hindrade någon, på vilken sida och med vilket hjälpmedel. Ditt svar mejlas om en adress lämnades, och rapporten avslutas.",
  "help./planera/:slug/anmalningar/import":
    "Ta in anmälningar som kom genom ett annat formulär, från filen det ger. Tiden då de kom in följer med. Inget sparas som anmälan förrän du har sett varje rad.",
  "help./planera/:slug/anmalningar/import/:id":
    "Vad varje rad i filen skulle bli. Rader med fel tas inte in; du väljer om resten ska det. Samma rad kommer aldrig in två gånger.",
  "help./planera/:slug/anmalningar/import/:id/kolumner":
    "Säg vilken kolumn som svarar på vilken fråga. Vi har gissat efter rubrikerna: rätta det som är fel.",
  "help./planera/:slug/anmalningar/:id/ringt":
    "Den som inte har någon e-postadress får sina besked per telefon. Tryck när du har ringt, så försvinner det från listan över samtal.",
  "help./organisationer/:slug/inloggning/:providerId/slapp":
    "Släpp ett konto som har fastnat vid fel person i organisationens inloggningstjänst. Personen loggar sedan in på nytt genom tjänsten.",
  "help./organisationer/:slug/gallring":
    "Hur länge organisationen sparar olika slags personuppgifter, och med stöd av vilket beslut. Utan beslut raderas inget, utom kost, postadress och behov av anpassning. Här ser du också vad som skulle raderas i natt, och vad som har raderats.",
  "help./organisationer/:slug/gallring/:kind":
    "Skriv in ett beslut om gallring som organisationen har fattat. Från och med nästa natt raderas det som är äldre än tiden säger. Det som har raderats går inte att få tillbaka.",
  "help./organisationer/:slug/utseende":
    "Namn, märke och avsändare som organisationen visar på sina sidor och i sina mejl. Det som lämnas tomt tas från organisationen ovanför.",
  "help./organisationer/:slug/utseende/marke":
    "Organisationens eget märke, som visas på dess sidor. En bild med genomskinlig bakgrund blir bäst i både ljust och mörkt.",
  "help./drift/inloggning":
    "Inloggningstjänster som väntar på att någon godkänner deras domäner. Den som loggar in en domäns folk får allt de får göra, så kontrollera att domänen är organisationens.",
  "help./mina-uppgifter/inloggning/passnycklar":
    "En nyckel på din telefon eller dator loggar in dig med finger, ansikte eller kod. Den fungerar bara här och kan inte luras av en falsk sida.",
  "help./mina-uppgifter/inloggning/passnycklar/:id":
    "Ge nyckeln ett namn som du känner igen, till exempel vilken enhet den sitter på. Bara du ser det.",
  "help./planera/:slug/traffar/lank":
    "Länken till en digital träff. Den visas och mejlas bara till dem som har plats och dem som leder, aldrig på den öppna sidan.",
  "help./planera/:slug/meddelanden":
    "Meddelanden som har skickats till dem som anmält sig, med vad som stod och hur många det gick till. Varje mejl går till en person, och svar kommer till kontakten.",
  "help./planera/:slug/meddelanden/nytt":
    "Skriv till alla, till dem som har plats, till väntelistan eller till en person. Du ser hur det blir innan det går, och en kopia sparas här.",
  "help./planera/:slug/meddelanden/:id":
    "Ett meddelande som det skickades, och hur många som har fått det. Vilka det gick till raderas efter två år.",
  "help./planera/:slug/inbjudan":
    "Inbjudan som mejltext, Word och PDF, gjord av det som står i omgången. Ändrar du omgången ändras inbjudan.",
  "help./planera/:slug/inbjudan/skicka":
    "Skicka inbjudan till kontaktpersonerna. Var och en får ett eget mejl, och ingen ser de andras adresser.",
  "help./planera/:slug/inbjudan/kontakter":
    "De som får inbjudningarna: kontaktpersoner i kommunerna och andra som du lägger till. Ta bort den som inte vill ha dem.",
  "help./planera/:slug/listor":
    "Listor att ta med sig: adresser att klistra in i Outlook, deltagare vid dörren och antal till köket. De visar bara vad som behövs.",
  "help./planera/:slug/listor/post":
    "Här finns deltagarnas postadresser som etiketter, och vad som har skickats med post. När du säger att ett utskick är det sista raderas adresserna 30 dagar efter det.",
  "help./planera/:slug/listor/post/etiketter":
    "Etiketterna är gjorda för ark med 3 gånger 8 etiketter. Skriv ut i 100 procents storlek, utan marginaler.",
  "help./planera/:slug/listor/post/:dispatch":
    "Här skriver du när utskicket gick och om det var det sista. Postadresserna raderas 30 dagar efter sista utskicket.",
  "help./planera/:slug/listor/mat":
    "Vad köket behöver veta, som antal. Inga namn står här: kost kan säga något om hälsa eller tro.",
  "help./planera/:slug/lamna-over":
    "Lämna över omgången till en kollega med allt som är öppet. Kollegan får ett mejl och ser samma sak som du. Historiken visar vem som hade den när.",
  "help./mote/:slug/anteckningar":
    "Här står vad som sades på mötet, punkt för punkt. Medan det skrivs ser bara de som sitter i gruppen texten. När en del är klar ändras den inte, och det som ska göras går vidare.",
  "help./mote/:slug/anteckningar/punkt/:item":
    "Det du skriver sparas hela tiden, och finns kvar på din enhet om kontakten bryts. Skriver någon annan samtidigt sparas båda texterna.",
  "help./mote/:slug/anteckningar/punkt/:item/jamfor":
    "Här finns alla texter som skrivits under punkten. Flytta över det som ska vara med till texten längst ned och spara.",
  "help./mote/:slug/anteckningar/punkt/:item/utfall":
    "Här säger du vad det blev av punkten, till exempel ett uppdrag eller att frågan får vänta. Då vet systemet när frågan ska komma tillbaka.",
  "help./mote/:slug/anteckningar/punkt/:item/andra":
    "Byt rubrik, eller säg vilken av gruppens frågor punkten gäller. Texten under punkten ändras inte.",
  "help./mote/:slug/anteckningar/:part/punkt":
    "Lägg till något som togs upp men inte stod på dagordningen. Det hamnar sist i den här delen.",
  "help./mote/:slug/anteckningar/:part/antecknar":
    "Flera kan anteckna samtidigt, i var sin punkt. Ordförande och sekreterare kan alltid skriva.",
  "help./mote/:slug/anteckningar/:part/justering":
    "Den som justerar läser igenom texten och säger att den stämmer. Så länge går texten inte att ändra.",
  "help./mote/:slug/anteckningar/:part/klar":
    "När du gör klart låses texten. Uppdrag, beslut och parkerade frågor får sin plats, och det som inte är slut kommer tillbaka på nästa dagordning.",
  "help./mote/:slug/anteckningar/:part/tillagg":
    "Det som är klart ändras inte. Ett tillägg visas under texten, med namn och tid.",
  "help./mote/:slug":
    "Här är mötet från insidan: när och var det är, dagordningen och handlingarna. Bara de som sitter i grupperna, och den som håller i dem, ser det här.",
  "help./mote/nytt": "Här planerar du ett möte, eller flera på en gång. Välj flera grupper om de ska mötas gemensamt.",
  "help./mote/:slug/andra":
    "Här ändrar du när och var mötet är. De som redan är kallade får ett mejl om vad som var och vad som gäller nu.",
  "help./mote/:slug/stall-in":
    "Här ställer du in mötet och säger varför. Det som stod på dagordningen kommer tillbaka till nästa möte.",
  "help./mote/:slug/dagordning/ny":
    "Här lägger du till något att prata om. Frågor som ska tillbaka står redan på dagordningen.",
  "help./mote/:slug/dagordning/ordning":
    "Här bestämmer du i vilken ordning punkterna tas. Varje del av mötet har sin egen ordning.",
  "help./mote/:slug/dagordning/:entry":
    "Här ändrar du en punkt: rubrik, tid och vem som föredrar. En fråga som har kommit tillbaka går att flytta till senare, men inte att ta bort.",
  "help./mote/:slug/dagordning/:entry/senare":
    "Här flyttar du en punkt till ett senare möte. En fråga kommer alltid tillbaka, även om inget möte är planerat än.",
  "help./mote/:slug/handlingar/ny":
    "Här lägger du till en handling som de kallade läser före mötet. Har gruppen brukarrepresentanter behövs en lättläst också.",
  "help./workshoppar":
    "Här är workshoppar som du leder, och de som en grupp du sitter i har hållit. Öppna en för att förbereda den, leda den eller läsa svaren.",
  "help./workshoppar/ny":
    "Här lägger du upp en workshop med namn, syfte och dag. Frågorna och grupperna lägger du till när den är upplagd.",
  "help./workshop/:slug":
    "Här förbereder och leder du workshoppen. När den är öppen ställer du en fråga i taget, och svaren kommer in från telefonerna. Skärmen visar du i ett eget fönster.",
  "help./workshop/:slug/andra":
    "Här ändrar du vad workshoppen heter, syftet, dagen och vilka den hålls med. Hur deltagarna svarar kan du bara ändra innan den har öppnats.",
  "help./workshop/:slug/grupper":
    "Här skriver du vilka grupper som svarar. En grupp som har deltagare eller svar kan byta namn men inte tas bort.",
  "help./workshop/:slug/fragor/ny":
    "Här skriver du en ny fråga till workshoppen. Den hamnar sist, och du kan flytta den efteråt.",
  "help./workshop/:slug/fragor/:question":
    "Här ändrar du en fråga som ingen har svarat på. En fråga som har ställts står kvar som den ställdes.",
  "help./workshop/:slug/ledare":
    "Här väljer du vilka fler som leder workshoppen. De kan göra allt som du kan göra i den.",
  "help./workshop/:slug/moderera":
    "Här ser du alla svar och kan dölja dem som inte hör hemma på skärmen. Inget raderas, och du kan alltid visa ett svar igen.",
  "help./workshop/:slug/svar/:answer/dolj":
    "Här döljer du ett svar och skriver varför. Svaret finns kvar för dem som leder workshoppen.",
  "help./workshop/:slug/resultat":
    "Här står det som deltagarna svarade, fråga för fråga och ord för ord. Du ser vilken grupp ett svar kom från, om workshoppen inte visar svaren utan grupp.",
  "help./workshop/:slug/skarm":
    "Det här visar du för alla i rummet. Sidan följer workshoppen av sig själv, och knapparna längst ned är till för dig som leder.",
  "help./metodbedomning/:slug/kallor/:source":
    "Här står en av de tre källorna i sin helhet, under alla tre. De som skriver metodbedömningen lägger till här vad som finns, vad det rör och vad som saknas.",
  "help./metodbedomning/:slug/kallor/:source/laget":
    "Säg om kunskapen är sökt, vad den säger och om den talar för eller emot. Att ha sökt utan att finna något är också ett svar.",
  "help./metodbedomning/:slug/kallor/:source/referenser/ny":
    "Lägg till det som källan vilar på, så att andra kan läsa det. En studie, en rapport eller ett samtal som är nedskrivet duger.",
  "help./metodbedomning/:slug/kallor/forskning/utfall/nytt":
    "Bedöm hur säker man kan vara på ett mätt utfall med GRADE. Nivån sätter du, och stegen ska stämma med den.",
  "help./metodbedomning/:slug/kallor/forskning/utfall/nytt-berattat":
    "Bedöm hur säker man kan vara på något som berättats, med de fyra delarna i CERQual. Nivån är en samlad bedömning med ett skäl.",
  "help./metodbedomning/:slug/kallor/forskning/utfall/:outcome":
    "Ändra hur ett utfall är bedömt. Den som nu står bakom bedömningen är den som visas.",
  "help./metodbedomning/:slug/kallor/professionen/kriterier":
    "Säg hur väl varje kriterium är visat och vad som visar det. De åtta räknas inte ihop till ett betyg.",
  "help./metodbedomning/:slug/kallor/brukarna/fragor/ny":
    "Skriv vilka brukare som blev tillfrågade, hur och hur många. Skriv också vilka som saknas, men inga namn.",
  "help./metodbedomning/:slug/kallor/brukarna/fragor/:consultation":
    "Ändra vad som står om en fråga till brukare. Fyll på när svaren kommer.",
  "help./metodbedomning/:slug/vagning": "Skriv vad källorna säger olika om. Väger en av dem mer här behövs ett skäl.",
  "help./metodbedomning/:slug/sammanfattning":
    "Metodbedömningen på en sida, för en nämnd eller en ledning. Hämta den som Word eller PDF, med samma innehåll.",
  "help./metodbedomning/:slug/fragor":
    "Här står checklistans frågor med svar. De som skriver svarar, och den som beslutar frågar vidare. Det som är okänt syns som en risk.",
  "help./metodbedomning/:slug/fragor/svar/:question":
    "Skriv vad du vet, vem som svarar för det och var det kommer från. Är det okänt säger du det, och när det blir känt.",
  "help./metodbedomning/:slug/fragor/stall":
    "Fråga de som skriver om något du behöver veta innan du beslutar. De får ett mejl, och svaret står vid frågan.",
  "help./metodbedomning/:slug/fragor/stalld/:inquiry":
    "Svara på det som den som beslutar undrar. Svaret står kvar i metodbedömningen.",
  "help./metodbedomning/:slug/beslut":
    "Här står beslutet, vad som väntas och hur det gick. Tidigare beslut finns kvar längst ned.",
  "help./metodbedomning/:slug/beslut/besluta":
    "Skriv vad du beslutar och varför. Det som ska prövas eller införas säger vad du väntar dig, så att det går att följa upp.",
  "help./metodbedomning/:slug/beslut/alternativ":
    "Ställ upp några alternativ och det som betyder mest. Tabellen visar dem bredvid varandra.",
  "help./metodbedomning/:slug/beslut/:no/utfall":
    "Håll det som blev mot det som väntades. Att inte veta är också ett svar.",
  "help./metodbedomning/:slug/synpunkter":
    "Här står vad personal och brukare har sagt genom en länk. Ingen behöver ett konto, och inga namn sparas.",
  "help./metodbedomning/:slug/synpunkter/ny":
    "Skapa en länk för personal eller för brukare. Adressen visas en gång, och den som svarar läser beslutet på samma adress.",
  "help./metodbedomning/:slug/ta-over":
    "Ta över det en annan organisation har funnit, och väg det själv. Alla tre källorna följer med.",
  "help./metodbedomning/:slug/jamfor":
    "Här ser du metodbedömningen bredvid den som den togs från. Alla tre källorna står med, också de som är lika.",
  "help./workshop/:slug/sla-ihop":
    "Här blir svaren till frågor. Svar som liknar varandra föreslås, och du avgör vad som hör ihop. Inget svar ändras eller försvinner.",
  "help./workshop/:slug/sla-ihop/tillagg":
    "Lägg till en fråga som gruppen inte tog upp. Den märks ”Inte från gruppen” överallt där den visas.",
  "help./workshop/:slug/sla-ihop/fraga/:question":
    "Formulera frågan och välj vad den handlar om. Du kan ta ut svar igen eller slå ihop den med en annan.",
  "help./workshop/:slug/klistra-in":
    "Ta in svar från Menti, Forms eller papper. Du ser hur de lästes och väljer vad som ska med innan något sparas.",
  "help./workshop/:slug/checklista":
    "Frågorna blir ett utkast till en checklista. Du ser igenom det innan du publicerar.",
  "help./checklistor":
    "Här står de checklistor som kan användas i en metodbedömning. En fråga leder tillbaka till dem som ställde den.",
  "help./checklista/:slug":
    "Här står frågorna i en publicerad version, som aldrig ändras. Du ser var de kommer från och hur mycket checklistan används.",
  "help./checklista/:slug/skillnader":
    "Här jämförs två versioner fråga för fråga. En kopia jämförs med den version den kom från, eller med originalets nyaste.",
  "help./checklista/:slug/andra": "Ändra vad checklistan heter och är till för. Frågorna ändras i en ny version.",
  "help./checklista/:slug/kopiera":
    "Gör en egen kopia att anpassa. Du ser vad som skiljer den från originalet och får veta när originalet får en ny version.",
  "help./checklista/:slug/utkast":
    "Här skriver du nästa version. Bara de som håller i checklistan ser den tills den är publicerad.",
  "help./checklista/:slug/utkast/ny-fraga": "Lägg till en fråga i utkastet. Den hamnar sist och kan flyttas.",
  "help./checklista/:slug/utkast/fraga/:question":
    "Ändra frågan, hjälptexten och vad den handlar om. Deltagarnas egna ord följer med.",
  "help./checklista/:slug/utkast/publicera":
    "När versionen är publicerad ändras den aldrig. Metodbedömningar som börjar med den behåller den.",
  "help./hamta":
    "Klistra in en adress eller en DOI så läser vi vad sidan säger om sig själv. Du väljer sedan vad som ska bli av den, och skriver sammanfattningen själv.",
  "help./hamta/for-hand": "Fyll i det du vet om texten. Titeln räcker; resten kan fyllas i senare.",
  "help./hamtat":
    "Här står det som har hämtats ur arkiv och tagits in ur filer. Öppna en rad för att ta in den som utkast, eller markera dem du vill välja bort.",
  "help./hamtat/:candidate":
    "Se efter att uppgifterna stämmer och om texten redan finns. Ta sedan in den som utkast, eller välj bort den.",
  "help./hamta/kallor":
    "Här står de arkiv som frågas av sig själva och hur det går. Siffran leder till det som väntar på att gås igenom.",
  "help./hamta/kallor/ny":
    "Skriv in arkivets adress för OAI-PMH. Arkivet frågas genast och sedan så ofta som du väljer.",
  "help./hamta/kallor/:source":
    "Ändra namn, adress eller hur ofta arkivet frågas. Med en ny adress börjar hämtningen om; det som har kommit finns kvar.",
  "help./kunskap/ny":
    "Välj vad det är för slags kunskap och skriv en rubrik. Det sparas som ett utkast som andra inte ser.",
  "help./kunskap/ord":
    "Här står de ord som kunskapen ordnas efter. Lägg till vad samma sak kallas hos dig, så leder båda namnen till samma texter.",
  "help./kunskap/:slug/andra":
    "Skriv om det som inte stämmer. Det som är publicerat står kvar tills ändringen är granskad och publicerad.",
  "help./kunskap/:slug/kasta": "Kasta det du inte vill ha kvar av utkastet. Det som är publicerat rörs inte.",
  "help./kunskap/:slug/granska":
    "Här står hur långt texten har kommit och vad granskarna har sagt. Härifrån skickar du den vidare.",
  "help./kunskap/:slug/granska/skicka": "Välj vilka som ska läsa texten innan den publiceras. De får ett mejl.",
  "help./kunskap/:slug/granska/fraga":
    "Be fler läsa texten. De får ett mejl, och det de svarar står bland granskningarna.",
  "help./kunskap/:slug/granska/svara":
    "Säg om texten kan publiceras eller vad som behöver ändras. Svaret går till den som skrev.",
  "help./kunskap/:slug/granska/skicka-tillbaka":
    "Skriv vad som behöver göras. Texten blir ett utkast igen och den som skrev får ett mejl.",
  "help./kunskap/:slug/publicera": "Bestäm när texten ska ses över och publicera den. Då kan alla läsa den.",
  "help./kunskap/:slug/galler-an":
    "Har du sett över texten och den fortfarande gäller, sätt en ny dag. Orden ändras inte.",
  "help./kunskap/:slug/inte-langre-aktuell":
    "Säg varför texten inte gäller längre och vad man ska läsa i stället. Den kan fortfarande läsas, tydligt märkt.",
  "help./kunskap/:slug/aktuell-igen": "Ta tillbaka att texten inte gäller. Den står då bland de andra igen.",
  "help./kunskap/:slug/erfarenhet/steg":
    "Säg hur långt erfarenheten har kommit, och på vilken grund. Att den är beprövad säger en grupp, till en viss dag.",
  "help./kunskap/:slug/erfarenhet/kriterier":
    "Säg hur väl varje kriterium är visat, och vad som visar det. Det blir ingen summa och inget omdöme.",
  "help./fraga/ny":
    "Här ställer du en fråga du har i arbetet, i en mening eller uppdelad. Den går till dem som svarar närmast dig. Skriv inget som kan peka ut en klient.",
  "help./kunskap/:slug/bygger-pa/knyt":
    "Sök fram det som hör ihop med texten och säg åt vilket håll. Ändras texten får de som håller det andra veta det.",
  "help./metodbedomning/:slug/kunskap":
    "Säg vilka texter ur kunskapsbasen bedömningen bygger på. Ändras någon av dem får du veta det.",
  "help./att-se-over":
    "Här står det du tar hand om som behöver en blick. Står det kvar räcker ett tryck; annars öppnar du det och ändrar.",
  "help./laslista/ny": "Ge listan ett namn och säg vad den är till för. Sedan lägger du in det som ska läsas.",
  "help./laslista/:slug/andra":
    "Ändra vad listan heter, vad den är till för och vilken cirkel som läser den. Adressen är kvar.",
  "help./laslista/:slug/hall":
    "Lägg till texter, ordna dem och publicera listan när den är klar. Då kan alla läsa den.",
  "help./laslista/:slug/rad/:row/anteckning":
    "Skriv varför texten står i listan eller vad läsaren ska titta efter. En mening räcker.",
  "help./fragor":
    "Här står frågorna som väntar på svar, med den äldsta först, och de du själv har ställt. Svaret söks i alla tre källorna.",
  "help./fragor/:slug":
    "Här står vad frågan är, vem den är hos och vad svaret blev. När du har fått svar kan du säga om det hjälpte.",
  "help./fragor/:slug/andra": "Ändra orden i frågan tills den är besvarad. Ta bort det som kan peka ut en klient.",
  "help./fragor/:slug/svara":
    "Skriv svaret och hur det är med var och en av de tre källorna. Att du har sökt utan att finna något är också ett svar.",
  "help./fragor/:slug/lamna-vidare":
    "Lämna frågan till någon annan som kan svara. De närmaste står först, och den som frågade ser vart den gick.",
  "help./fragor/:slug/hjalpte":
    "Säg om svaret hjälpte dig, med ett tryck. Du kan berätta mer om du vill, och säga om det senare.",
  "help./fragor/:slug/avsluta": "Avsluta frågan utan svar och skriv varför. Den som frågade får veta det.",
  "help./ordlista/ny":
    "Här lägger du till ett ord och vad det betyder. Varje förklaring har en källa, och ett ord kan ha flera.",
  "help./ordlista/:slug/andra": "Ändra ordet och dess förklaringar. Är källorna inte överens står båda.",
  "help./sok/utan-traffar":
    "Här ser du vad många har sökt efter utan att hitta. Listan visar vad det behövs kunskap om. Vem som sökte sparas aldrig.",
  "help./sokningar":
    "Här finns sökningar som du har sparat. Du kan få ett mejl i månaden när något nytt har kommit. Ingen annan ser dem.",
  "help./sokningar/mejl":
    "Här väljer du om du vill få mejl om nya texter. Mejlet kommer den första i månaden, och bara när något är nytt.",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    help: keyof typeof sv;
  }
}
