/**
 * First names that many people in Sweden go by and that are no ordinary words, folded. Names that are words as well (Inga,
 * Per, Klara, Max) are left out: capitals and what stands beside them tell those.
 */
export const firstNames: ReadonlySet<string> = new Set(
  `anna eva maria karin kristina christina lena kerstin sara emma ingrid marie birgitta malin inger ulla jenny annika
  susanne elin helena hanna johanna lisa camilla monica elisabet elisabeth sofia ann-marie anneli katarina ida gunilla
  margareta anita marianne barbro amanda cecilia therese ulrika julia emelie josefine sandra frida marita matilda anette
  pernilla irene linnea agneta yvonne caroline charlotte siv ellen mikaela rebecka alice maja felicia wilma moa agnes
  astrid alva ebba signe saga olivia elsa vera stella nellie leah molly selma freja elvira tyra ester hedda edith thea
  fatima aisha amina layla leila zahra zainab maryam mariam nour hamdi khadija hawa sahra yasmin jasmin noor rania dina
  samira nadia fatemeh parisa nasrin shirin azadeh svetlana olga irina natalia tatiana agnieszka katarzyna malgorzata
  lars mikael michael anders johan erik karl carl peter thomas jan-erik fredrik daniel andreas stefan mattias magnus
  bengt jonas niklas leif hakan göran christer kjell joakim lennart patrik mats martin henrik robert marcus markus
  alexander oskar oscar viktor victor simon anton emil jakob jacob filip philip gustav gustaf lukas lucas elias hugo
  william liam noah oliver adam vincent charlie isak isac theo melker ludvig arvid olle albin edvin melvin kevin casper
  sebastian rasmus tobias jesper linus jimmy johnny tommy conny kenneth roger ronny sven nils arne gunnar rolf ingvar
  börje sture gösta kalle nisse pelle lasse bosse janne micke kjell-åke sven-erik lars-erik karl-erik pontus robin
  mohammed mohamed muhammad ahmed ahmad ali hassan hussein husein omar osman abdi abdullah abdirahman ibrahim ismail
  yusuf yousef mustafa mahmoud mahmud khalid khaled hamza bilal karim samir amir reza mehdi hamid farid said jamal
  tariq walid rashid sami ziad nabil emir milan goran zoran dragan marko ivan igor dmitri piotr krzysztof tomasz
  mehmet hasan murat emre can-erik jose carlos juan luis miguel fernando
  kajsa tilda tove tindra lovisa klas-göran hjördis gunvor gerd solveig ingegerd ingeborg maj-britt britt-marie
  ann-charlotte anna-karin eva-lena karl-johan per-erik lars-göran bengt-åke ulla-britt gun-britt siri svante sixten
  torbjörn torsten tore tor-björn ragnar ragnhild runa rune veronica viveka vivianne yngve åke åsa örjan östen ulf rikard
  richard ove ola olof morgan mona-lisa marina madeleine louise linn-marie lillemor kjersti kennet katja jörgen jonathan
  joel jeanette isabelle isabella ingela hillevi hampus gabriella gabriel evelina ellinor desiree denise david dennis
  daniella christoffer kristoffer christian kristian catarina carina karina britta benjamin beatrice bertil birger
  august aron arvo anneli annelie angelica angelika amelia alma alfred albert agda adrian abbe zlatan zara`
    .split(/\s+/u)
    .filter(Boolean),
);
