import type { Catalogue } from "#kernel/messages.ts";
import type { sv } from "#features/site/help/messages.sv.ts";

export const en = {
  "help./uppdrag":
    "Here stand all open commissions and matters in the bodies you see. What is overdue comes first, and what lacks a day says so.",
  "help./uppdrag/inflode":
    "Here stands what others ask you to do and how much of the posts the commissions take. Answer yes, no or not yet.",
  "help./uppdrag/ny":
    "Write down a commission that comes from outside: who asks, from which level and how large it is. You answer in the next step.",
  "help./uppdrag/:id":
    "Here stands what the commission is, who does it and what is to come when. Whoever has it reports here.",
  "help./uppdrag/:id/redovisa/:part":
    "Write what became of it. When all is reported the commission comes to the body’s next meeting.",
  "help./uppdrag/:id/dagar":
    "Set a day for the whole commission or for each part. An empty day means that no day is set.",
  "help./uppdrag/:id/mer": "Ask for something more in the same commission. What was reported goes on then.",
  "help./uppdrag/:id/ta-over":
    "Let somebody else take the commission over. What is reported and the days that are set stay.",
  "help./uppdrag/:id/avsluta":
    "Close the commission when no more is needed. If something is not reported you write why.",
  "help./uppdrag/:id/svar": "Answer whoever asked for the commission. A no or not yet says why.",
  "help./grupper/:slug/ny-fraga":
    "Raise something for the body to talk about. The matter comes to the next meeting by itself.",
  "help./fraga/:slug":
    "Here stands what the matter is, where it is now, when it comes back and all that has become of it. Follow it to get a mail when something happens.",
  "help./fraga/:slug/andra": "Change what the matter is called and about. What has happened to it does not change.",
  "help./fraga/:slug/parkera":
    "A parked matter comes back on a day, when something has happened, or when we ask about it. It is seen among open matters all the time.",
  "help./fraga/:slug/handelsen": "Say when what the matter waits for has happened. Then it comes to the next meeting.",
  "help./fraga/:slug/lamna-over":
    "Refer the matter to another body. It comes to their next meeting and shows in both bodies.",
  "help./fraga/:slug/ta-upp": "Take the matter up again. It comes to the next meeting.",
  "help./fraga/:slug/beslut":
    "Write down what was decided and by whom. Somebody else’s decision stands as a reference. A year nobody has written is not guessed.",
  "help./fraga/:slug/sa-blev-det":
    "Tell how what was decided turned out. If it stands the matter is finished, otherwise it is taken up again.",
  "help./fraga/:slug/lagg-ner": "Drop a matter that goes no further, and write why. Close its commissions first.",
  "help./fraga/:slug/uppdrag":
    "Give somebody a commission in the matter between the meetings. Without a day it comes up at every meeting.",
  "help./fraga/:slug/ansokan":
    "Write down an application for money that belongs to the matter: to whom and how far it has come. It then stands among the facts on the matter's page.",
  "help./fraga/:slug/ansokan/:application":
    "Change how far the application has come. Each change stands in the story of the matter.",
  "help./metoder":
    "Here stand methods and ways of working that somebody has written about, also those in use already. That a method stands here is no approval.",
  "help./metoder/ny":
    "Here you add a method or a way of working to the register. Name and kind are enough to begin with; the rest is shown as unknown until somebody knows.",
  "help./metod/:slug":
    "Here is what the method is for and what it takes, and where it is used. At the bottom you see how others have weighed it.",
  "help./metod/:slug/andra": "Change what no longer holds. What you leave empty is shown as unknown.",
  "help./metod/:slug/karnkomponenter":
    "Write what must be there for it to be this method. When the method is introduced they are followed one by one.",
  "help./metod/:slug/anvands":
    "Here you write that an organisation uses the method, and how far it has come. What stood before stays as history.",
  "help./metod/:slug/ta-bort":
    "Withdraw the method from the register with a reason. Appraisals and decisions that exist stay.",
  "help./metod/:slug/ater": "Take the method into the register again. What was said of it is still there.",
  "help./metodbedomningar":
    "Here stand the appraisals you work with, and those that others have decided. What others have decided you can take over and adapt.",
  "help./metodbedomningar/ny":
    "Here you begin an appraisal: of which method, for which unit and what it is about with you. The short checklist is enough for most.",
  "help./metodbedomning/:slug":
    "Here a method is weighed for a unit: research, the profession’s knowledge and the service users’ knowledge, equally. Below them stand what is unknown, what is decided and how it goes to introduce it.",
  "help./metodbedomning/:slug/andra":
    "Change the heading, the question or how much of the checklist you answer. It can be done as long as the method is being weighed.",
  "help./metodbedomning/:slug/vilka":
    "Those who write answer the questions, and whoever decides asks and decides. Where it is the same person it shows, but stops nothing.",
  "help./metodbedomning/:slug/foresla":
    "Hand the appraisal to whoever decides. All three sources need to be sought first, even if you found nothing.",
  "help./metodbedomning/:slug/skicka-tillbaka":
    "Write what you need to know before you decide. Those who write get your question and can change again.",
  "help./metodbedomning/:slug/dra-tillbaka":
    "Withdraw the appraisal if it is not to be. It stays with you, and can be weighed anew.",
  "help./metodbedomning/:slug/igen": "Weigh anew when something has changed. Earlier decisions stay as history.",
  "help./metodbedomning/:slug/inforande":
    "Here you follow how it goes to introduce what was decided, step by step. The picture shows whether the core components are used as intended.",
  "help./metodbedomning/:slug/inforande/paborja":
    "Write how far you have come and which role is responsible. From now on the register of methods shows that you use it.",
  "help./metodbedomning/:slug/inforande/andra":
    "Change who is responsible and how the training goes. Whoever is responsible is reminded of what is to be done.",
  "help./metodbedomning/:slug/inforande/fas":
    "Write when you came to the next phase. The earlier phases stay with their days.",
  "help./metodbedomning/:slug/inforande/steg":
    "Write something to do, or something you stop doing. If it has a day, a reminder comes a week before and one if the day has passed.",
  "help./metodbedomning/:slug/inforande/steg/:step":
    "Change what is to be done, who does it and when. You can also take it away.",
  "help./metodbedomning/:slug/inforande/uppfoljning":
    "Look at one core component at a time: is it used as intended? That nobody knows is an answer too.",
  "help./grupper":
    "Networks, councils and steering groups stand here, your own first. Open one to see what it is for and who sits in it.",
  "help./grupper/ny": "Here you add a group that your organisation keeps. Kind and name are enough to begin with.",
  "help./grupper/samband":
    "The picture shows which groups share people and which refer matters to each other. The table beside it says the same.",
  "help./grupper/:slug":
    "Here stands what the group is for, who sits in it and what it works with. Everybody signed in sees the seats. Meetings and matters are seen by those who sit in the group or keep it.",
  "help./grupper/:slug/andra":
    "Here you change what the group says of itself. If somebody else has changed it while you wrote, you are told, and what you have written stays.",
  "help./grupper/:slug/uppgifter":
    "Here you write what the group is to do and which goal that serves. The list may be unfinished: tick that a line is an open question.",
  "help./grupper/:slug/vila": "A group that rests keeps its seats and matters. It can be started again at any time.",
  "help./grupper/:slug/starta": "Here you start a group that has rested. That it rested stays in the history.",
  "help./grupper/:slug/plats/ny":
    "A seat is a function and may be empty. For service-user representatives two seats are added, so that nobody sits alone.",
  "help./grupper/:slug/plats/:seat":
    "Here stands who sits in the seat, who has and who begins later. Whoever leads the group gives somebody the seat.",
  "help./grupper/:slug/plats/:seat/andra":
    "Here you change what the seat is for and whom it speaks for. Whoever sits there stays.",
  "help./grupper/:slug/plats/:seat/avsluta":
    "The seat is gone after the day you write. It and those who have sat there stay in the history.",
  "help./grupper/:slug/plats/:seat/person":
    "Choose somebody who is known here, or write a name and an address. One ordinary holder sits at a time, substitutes may be several.",
  "help./grupper/:slug/innehav/:holding/avsluta":
    "Here you end somebody's time in the seat, also in the middle of a period. Nothing is erased.",
  "help./grupper/:slug/innehav/:holding/namn":
    "A service-user representative is shown by role and organisation until they agree to be named. They can take it back.",
  "help./grupper/:slug/medlemmar":
    "Here you add organisations that are members. Who is missing at a meeting is worked out from the list.",
  "help./grupper/:slug/medlemmar/:member/avsluta":
    "The membership ends after the day you write. It stays in the history.",
  "help./foretradare":
    "The register shows who sits where on whose behalf, also in groups that are not here. It shows when each last told what came of it.",
  "help./foretradare/ny":
    "Here you write down that somebody represents an organisation. It may be in a group that is here or at another place.",
  "help./foretradare/:representation":
    "Here stands who represents whom and with what mandate. What was told is read by those represented and by whoever keeps the register.",
  "help./foretradare/:representation/avsluta":
    "Here you end somebody's time as a representative. It and what was told stay.",
  "help./foretradare/:representation/rapport":
    "Here you tell those you represent what happened. Write briefly what it means at home.",
  "help./idag":
    "Here is what needs you now, the most pressing first. The rest looks after itself: reminders, offers and calendars go out without you. Further down are your own applications and when your groups meet.",
  "help./mote/:slug/utskick":
    "From here you send the parts of the notes that are final. Each gets the common part and their own body's. Sent again, only what is new goes.",
  "help./mote/:slug/utskick/mottagare":
    "Here you add somebody who does not sit in the body and is to have the notes. They need no account.",
  "help./mote/:slug/las":
    "Here you read what is final of the meeting's notes, of the bodies you are in. You can save it as Word or PDF.",
  "help./sok/moten":
    "Here you search what has been said in your bodies. The hits tell when and where, the latest first.",
  "help./utlamnande": "Here you hand out final notes when somebody asks. Only what is final is here.",
  "help./utlamnande/:part":
    "Check secrecy, write what is to be covered, and save the document. That it was handed out is written down, but not to whom.",
  "help./grupper/:slug/kalender":
    "A secret address that your own calendar can subscribe to, with the meetings of the body. It works as long as you sit in the body. You can change it whenever you like.",
  "help./grupper/:slug/flode":
    "A feed is an address that a program reads for you. It shows only what you may see yourself, as long as you are in the body.",
  "help./mote/:slug/narvaro":
    "Here is who came to the meeting, a list for each body. Rows, people and municipalities are three different figures: somebody who sits in two bodies is two rows and one person. Which municipalities were missing is worked out from who is a member.",
  "help./mote/:slug/narvaro/ny":
    "Here you write down somebody who came without a seat. An organisation that is not in the register stays as you wrote it.",
  "help./mote/:slug/narvaro/ungefar":
    "When nobody wrote down the names you can say about how many came. The number is never added to the list.",
  "help./mote/:slug/narvaro/:id":
    "Here you put a row of the attendance right: where the person came from, as what and for whom. The count of people and municipalities follows.",
  "help./grupper/:slug/narvaro":
    "Here you see which member municipalities nobody has come from for a year, and how often the others have taken part. Only meetings with an attendance list are counted.",
  "help./anteckningar/klistra-in":
    "Here you make a meeting of notes that exist already. The text is read, you put right what went wrong, and only then is anything kept. The original stays beside the meeting.",
  "help./anteckningar/klistra-in/:id":
    "Nothing is a meeting yet: this is what was read from the text. All of it is proposed. A day or an organisation that is missing may stay missing.",
  "help./mote/:slug/original":
    "The text that the meeting's notes were pasted from. Only those who sit in all the bodies that met see it.",
  "help./cirkel/:slug":
    "This is the circle you are in: the meetings, what is to be done between them and who is in it. Only you who are in it see this.",
  "help./cirkel/:slug/andringar":
    "Everything that was changed in the circle, with what it was before. When you open the circle, those who lead it know that you have seen the change. They see here who has been told.",
  "help./cirkel/:slug/traff/:session/narvaro":
    "Here you who lead the circle note who is at the meeting, with one press for each. Guests and facilitators stand apart and are not counted among the places.",
  "help./cirkel/:slug/traff/:session/narvaro/kod":
    "Show the code in the room, and participants note themselves. It is valid for half an hour, on the day of the meeting only.",
  "help./cirkel/:slug/traff/:session/narvaro/gaster":
    "Here you add somebody who was at the meeting without a place in the circle. The name is seen by you who lead the circle.",
  "help./cirkel/:slug/traff/:session/har":
    "Type the code that is shown in the room, and you are noted as present. If it does not work, whoever leads the meeting can note you.",
  "help./cirkel/:slug/enkat":
    "Here you see when the questions before and after the circle are asked, and what the answers show once they are counted. Nothing is shown for fewer than five answers.",
  "help./cirkel/:slug/enkat/svara":
    "Here you answer the questions. Nobody sees what you answer. With a code of your own both times your own change can be counted.",
  "help./cirkel/:slug/enkat/dagar":
    "Here you who lead the circle decide when the participants answer, before and after. Once the answers are counted the days cannot be changed.",
  "help./cirkel/:slug/timmar":
    "Here you see how the hours of the circle are shared between meetings, assignments and reading. With a place in it you can note your own time, if you wish.",
  "help./cirkel/:slug/intyg":
    "When the circle is over your certificate is here, with the meetings you were at and how long they took. Whoever leads the circle sees all participants.",
  "help./cirkel/:slug/traff/:session":
    "Everything about one meeting: when and where, what you are to do and what you arrived at. Only you who are in the circle see it.",
  "help./cirkel/:slug/traff/:session/uppgift":
    "Give the participants something to do until a later meeting. They see it at once, and whoever has not handed in is reminded two working days before.",
  "help./cirkel/:slug/traff/:session/material":
    "Add a file or a link to the page of the meeting. The participants see it at once or when the meeting has begun, as you choose.",
  "help./cirkel/:slug/material/:material/andra":
    "Here you change what the material is called, where the link leads and when the participants see it. To replace a file, remove it and add a new one.",
  "help./cirkel/:slug/uppgift/:assignment":
    "Write what you have found, at your own pace. The draft is your own until you hand in. Those who lead the circle see how far everybody has come.",
  "help./cirkel/:slug/uppgift/:assignment/andra":
    "Change an assignment that has been given. What is already handed in stays as it is.",
  "help./cirkel/:slug/uppgift/:assignment/svar/:submission":
    "Read what a participant has handed in, and give feedback. It is read by the participant and by you who lead the circle.",
  "help./cirkel/:slug/forslag/nytt":
    "A proposal is what you take home: a way to work together, or a project. A title and the problem are enough to begin. You can change it at any time.",
  "help./cirkel/:slug/forslag/:proposal":
    "Here is the proposal, what it rests on and how it has gone. Whoever wrote it and those who lead the circle change it. Outside the circle it is seen only once it is published.",
  "help./cirkel/:slug/forslag/:proposal/andra":
    "Change what the proposal says. If somebody else has changed it while you wrote, you are told, and what you have written stays.",
  "help./cirkel/:slug/forslag/:proposal/lage":
    "Tell how far the proposal has come and on which day it happened. Dropping it needs a reason. The former state stays in the history.",
  "help./cirkel/:slug/teman":
    "Write what the circle is to go through. Then the page of the circle shows which themes have their meeting and which lack one.",
  "help./cirkel/:slug/traff/:session/upplagg":
    "Choose which themes the meeting takes up and what you do in which order. The notes begin under the same headings.",
  "help./cirkel/:slug/traff/:session/medverkande":
    "Write who contributes to the meeting without leading it, and from which perspective. They are shown on the circle's open page too.",
  "help./cirkel/:slug/traff/:session/anteckningar/rubriker":
    "The notes have a heading for each part of the meeting. Here you rename the headings, add to them and change their order. A heading with something written under it cannot be removed.",
  "help./cirkel/:slug/traff/:session/anteckningar/:section":
    "Here you write under a heading. Only one person writes at a time, and the others see who. The text is saved as you write and is kept on your device if the connection breaks.",
  "help./cirkel/:slug/traff/:session/anteckningar/:section/jamfor":
    "When two have written at once both texts are kept. Here you see them beside each other and decide what is to stand. Further down is what stood there before.",
  "help./cirkel/:slug/traff/:session/anteckningar/:section/bidrag":
    "Add something to the notes without changing the text. You choose whether your name is shown. Without it, it is not kept who wrote it.",
  "help./cirkel/:slug/rapport":
    "What the round has come to, for the steering group and the funder. All of it is counted from what is written down already. Fetch the report as Word, PDF, Excel or CSV: the figures are those of the page.",
  "help./cirkel/:slug/rapport/kostnad":
    "Write down what the round has cost and who paid. The cost is shown by funding source in the report.",
  "help./planera/rapport":
    "One report on several rounds. Choose a year or a series. Each round has a report of its own too.",
  "help./cirkel/:slug/spridning":
    "How many colleagues the circle has reached, against those who take part. You see what you have written and what all have reached together. Those who lead also see each participant.",
  "help./cirkel/:slug/spridning/ny":
    "Write down whom you have told, when, how and how many. Count only colleagues you have not counted before.",
  "help./cirkel/:slug/spridning/mal":
    "Say how many colleagues you want to reach. The target can be changed until you have told the first.",
  "help./cirkel/:slug/fragor":
    "The questions the circle works with, theme by theme. Every workplace answers and adds to its answer at every meeting. Those who lead the circle choose the questions.",
  "help./cirkel/:slug/fragor/forutsattningar":
    "Six prerequisites for evidence-based practice, which every workplace judges itself. You see the first judgement and the latest. They are not added up, because steps are not points.",
  "help./cirkel/:slug/fragor/valj":
    "Here you choose questions from a bank: our own, the invitation's and those the organiser's other circles have asked. A chosen question stays as it was asked.",
  "help./cirkel/:slug/fragor/ny":
    "Write a question that suits this very circle. The organiser's next circles can then choose it.",
  "help./cirkel/:slug/fragor/:question":
    "Here the workplaces' answers stand beside each other. Every answer shows at which meeting it was written, and what stood there before.",
  "help./cirkel/:slug/fragor/:question/svar/:workplace":
    "Here you answer for your workplace, gladly together with a colleague. Nobody sees who wrote. If somebody else wrote at the same time, both texts are shown.",
  "help./cirkel/:slug/fragor/:question/svar/:workplace/:answer":
    "Here you change a way of working and what it rests on. What was written at an earlier meeting stays beside it.",
  "help./planera":
    "All the rounds you plan, in the order they need you. A round is a circle in one particular term. Drafts are seen only by those who plan.",
  "help./planera/ny":
    "Paste last year's invitation or a new text, and we read dates, places and terms from it. Nothing is guessed silently: on the next page you see each thing beside the words it came from. You can also start from nothing.",
  "help./planera/ny/tom":
    "Start a round without a text to read from. A title and who holds it are enough. You fill in the rest when you know it.",
  "help./planera/serie/:slug":
    "A series is the same circle year after year. Here are all its rounds, with how many applied and got a place. You can start the next one as a copy.",
  "help./planera/:slug":
    "Here you see how the round is doing: what is missing, what is to be decided and what happens next. Each part is opened and changed by itself. What somebody has already said yes to is told to them when you change it.",
  "help./planera/:slug/granska":
    "To the left stand the words of the invitation, to the right what we read from them. Correct what is wrong and leave empty what is not there. The text you pasted is kept.",
  "help./planera/:slug/rubrik":
    "The title and the words under it are the first thing seen in the list of circles and when somebody shares the page. The page's address does not change with the title.",
  "help./planera/:slug/innehall":
    "Here you tell why the circle exists: background, the problem in practice, purpose and goal. Those who may apply read it to decide whether it is for them.",
  "help./planera/:slug/fragor":
    "Guiding questions show what you mean to explore, separately for research, professional knowledge and the users' knowledge. A couple of questions are enough.",
  "help./planera/:slug/personer":
    "Who leads the circle, who takes part in leading it and whom to ask. A contact needs e-mail or phone. Leaders and facilitators take no seat.",
  "help./planera/:slug/deltagare":
    "Whom the circle is for and what is demanded. A demand that is not met stops an application, a recommendation never does.",
  "help./planera/:slug/ramar":
    "How many there is room for, how much time it takes, what it costs and who pays. Unknown may stay unknown: then it is shown as something to decide.",
  "help./planera/:slug/anmalan":
    "How to apply: first come, first served or selection, until which day, and whether the manager is asked. With selection nobody is told anything before the notice day.",
  "help./planera/:slug/traffar":
    "All sessions in order, with day, time and place. A session without a day is only planned. When something changes those who have a place are told, and their calendars follow.",
  "help./planera/:slug/traffar/ny":
    "Add a session. Only what you know has to be filled in. If the day is a holiday or squeezed between two we say so.",
  "help./planera/:slug/traffar/termin":
    "Give the term before any days are decided. Then the circle can be shown in the planning, and applicants see roughly when it is.",
  "help./planera/:slug/traffar/flera":
    "Write or paste several days at once, one on each line. A time and place they share you write only once.",
  "help./planera/:slug/traffar/plats":
    "Give the same place for several sessions at once. Those who have a place are told, if the round is published.",
  "help./planera/:slug/traffar/:session":
    "Change a session or take it away. If the round is published a session is called off instead of vanishing, so that calendars can follow.",
  "help./planera/:slug/traffar/:session/stall-in":
    "Call the session off and write why. A follow-up needs a reason, because the circle ends with it.",
  "help./planera/:slug/kopiera":
    "Begin a new round from one that was held. Choose the day of the first meeting, and all other days are moved by as much. You see where a public holiday or a school break may come in the way.",
  "help./planera/:slug/publicera":
    "The last thing you do before everybody can see and apply. Here stands what must be ready and what can wait. After publishing the round can be changed or cancelled, but not thrown away.",
  "help./planera/:slug/forlang":
    "Move the last day forward, or keep open until full. The reason is kept and shown. A last day is never moved back.",
  "help./planera/:slug/stall-in":
    "Cancel the round when it will not be held. All who are in or wait are told the reason, and the sessions are taken out of their calendars. It cannot be undone.",
  "help./planera/:slug/anmalningar":
    "All who have applied, in the order of the queue. The number is taken when the application is sent. Open a person to see the answers, the manager's word and what has happened.",
  "help./planera/:slug/anmalningar/ny":
    "For somebody who phoned, mailed or came by. The application takes the next number in the queue, and your name stands as the one who wrote it down.",
  "help./planera/:slug/anmalningar/:id/ratta":
    "Correct details for somebody who has applied. The number in the queue does not change, and what was corrected stands in the history.",
  "help./planera/:slug/anmalningar/paminn":
    "Mail a reminder to all managers who have not answered. They are also reminded by themselves after some days.",
  "help./planera/:slug/anmalningar/:id":
    "Everything about one application: the answers, the manager's word, the place and what has happened. Diet and address are erased by themselves after the circle. Other participants see none of it.",
  "help./planera/:slug/anmalningar/:id/neka":
    "When somebody does not meet a demand. The reason you write is mailed to the person, and the place goes to the next. The decision can be taken back.",
  "help./planera/:slug/anmalningar/:id/aterbud":
    "When somebody has told you that they cannot take part. The place goes to the first on the waiting list, and the person gets a mail.",
  "help./planera/:slug/anmalningar/:id/aterta":
    "Take back the decision that somebody does not meet the demands. The person gets their number in the queue back, but nobody else loses their place.",
  "help./planera/:slug/anmalningar/:id/paminn":
    "Mail the manager a reminder about one application. It shows the same days and hours as last time.",
  "help./planera/:slug/anmalningar/:id/svar":
    "Answer an offer for somebody who phoned or mailed. It counts as if the person had answered.",
  "help./planera/:slug/urval":
    "Choose who gets a place, with a reason for each decision. The bars show how municipalities, sectors and professions are spread while you choose. Nobody is told anything until you send all notices at once.",
  "help./planera/:slug/urval/ovriga":
    "Give everybody without a decision the same decision and the same reason. Those who have one are not touched.",
  "help./planera/:slug/urval/skicka":
    "Send all notices at the same time. It can be done only when every applicant has a decision and the notice day has come. It cannot be undone.",
  "help./planera/:slug/urval/:id":
    "One applicant at a time: what the person wrote, what the manager said, and your decision with its reason. The reason is kept and shown to whoever asks for their own.",
  "help./planera/:slug/utskick":
    "This is how the mails to applicants and managers look, and when they go. The names in the examples are made up.",
  "help./planera/:slug/utskick/:which":
    "One of the mails, as text and as it looks in an inbox. It is sent by itself when its time comes.",
  "help./organisationer":
    "All municipalities, regions and others that may hold circles or have participants. Search by name or by how it is usually written. The register is the same for all.",
  "help./organisationer/ny":
    "Add a unit, association or workplace that is missing. Put it under the organisation it belongs to: rights follow downwards.",
  "help./organisationer/:slug":
    "What is known about the organisation: how it is written, what it belongs to and since when, and which mail domains are its own. A manager's answer counts as confirmed only from such a domain.",
  "help./organisationer/:slug/skrivs":
    "Different ways of writing the name, so that applications end up right. One writing can mean only one organisation.",
  "help./organisationer/:slug/domaner":
    "The domains where the organisation's people have their mail. Register only domains that the organisation itself controls.",
  "help./organisationer/:slug/domaner/bort":
    "Take away a domain that is no longer the organisation's. Answers that have come are not changed.",
  "help./organisationer/:slug/namn":
    "Rename when the organisation has changed its name. The old one is kept, so that what it was called then can be answered.",
  "help./organisationer/:slug/samband":
    "Write down that the organisation is a member of, owned by or served by another, from which day and by which source. Nothing follows from which county it lies in.",
  "help./organisationer/:slug/samband/:relationId":
    "End a relation with a last day. It does not vanish: how it was then can still be asked.",
  "help./organisationer/:slug/ga-upp":
    "When the organisation has been merged into another. Its history stays and is counted with the new one from the day you give.",
  "help./organisationer/:slug/dela":
    "When the organisation has been split into several. Say which it became and which of them carries its history on, if any does.",
  "help./organisationer/:slug/inloggning":
    "How the organisation's people sign in with their usual work account. Nothing is turned on before you have tried it and somebody has approved the domains.",
  "help./organisationer/:slug/inloggning/ny":
    "Add the organisation's sign-in service. You get the details from your IT department. The secret is kept sealed and never shown again.",
  "help./organisationer/:slug/inloggning/:providerId":
    "One sign-in service: whether it is on, which domains it answers for and why somebody was last refused. Try it here before you turn it on.",
  "help./organisationer/:slug/inloggning/:providerId/andra":
    "Change the details of the sign-in service. Leave the secret empty if it is the same as before.",
  "help./organisationer/:slug/inloggning/:providerId/avsluta":
    "End signing in through the service. Everybody then signs in with a mailed link or a password. It cannot be turned on again.",
  "help./organisationer/importera":
    "Take in many organisations or memberships from a file. Nothing is changed until you have seen what each row would do.",
  "help./organisationer/importera/:id":
    "What each row of the file would do. Rows with faults are not taken in; correct them in the file and send it again. The file is erased by itself after some days.",
  "help./personer":
    "The people who have a role where you invite. Invite a colleague, give a role or end one. You cannot give more than you have.",
  "help./personer/bjud-in":
    "Invite a colleague by name, e-mail and role. The person gets a mail and signs in by a link. If the person exists already they just get the role.",
  "help./personer/kan-vara-samma":
    "Sometimes the same person is written down twice: with two addresses, or with the name spelled in two ways. Here are pairs that are alike, with what speaks for and against. You decide, and no pair you have decided about is shown again.",
  "help./personer/kan-vara-samma/inte":
    "Sometimes the same person is written down twice: with two addresses, or with the name spelled in two ways. Here are pairs that are alike, with what speaks for and against. You decide, and no pair you have decided about is shown again.",
  "help./personer/:personId/sla-ihop/:otherId":
    "Everything the one has moves to the other: roles, applications and what they have done. Both are told by mail. You can undo it for 30 days.",
  "help./personer/sammanslagningar/:mergeId":
    "When two became one, who did it and how long it can be undone. After it is undone, what could not be put back is told here.",
  "help./personer/sammanslagningar/:mergeId/angra":
    "What was moved goes back row by row. What somebody has changed since is left as it is, and you are told what.",
  "help./personer/:personId":
    "A person's roles over time, and why they may do what they may. You see only roles where you invite.",
  "help./personer/:personId/roller/ny":
    "Give the person a role in a place, from a day and perhaps to a day. The role holds there and in everything below.",
  "help./personer/:personId/roller/:assignmentId/avsluta":
    "End the role, at once or on a day. The history stays. The last administrator cannot be ended.",
  "help./personer/:personId/inloggning":
    "When somebody has lost both app and spare codes. First make sure that it really is the person, in another way than by mail.",
  "help./mina-uppgifter":
    "Your name, title and language, as others see them when you work together. Here are also your roles and why you may do what you may.",
  "help./mina-uppgifter/allt":
    "Everything Sammanvägt has kept about you, from every part. You can download it as a file. How long it is kept stands on the page about personal data.",
  "help./mina-uppgifter/kalender":
    "A secret address that your own calendar can subscribe to, with all your sessions and the meetings of your bodies. Whoever has the address sees them, so do not share it. You can renew it whenever you like.",
  "help./mina-uppgifter/nycklar":
    "Keys let other programs do what you may do, and no more. A key is shown once and has a last day. Revoke it if you are unsure who has it.",
  "help./mina-uppgifter/inloggning":
    "How you sign in. A link to your mail is always enough; a password, a code from an app and a passkey on your device are yours to choose.",
  "help./mina-uppgifter/inloggning/kod":
    "Turn on a code from an app, so that getting at your mail is not enough. You need an app for one-time codes on your phone.",
  "help./mina-uppgifter/inloggning/kod/bekrafta":
    "Scan the square with the app and write the code it shows. Keep the spare codes: they are the way in if you lose your phone.",
  "help./mina-uppgifter/inloggning/kod/av":
    "Turn off the code from the app. Then your mail is enough to sign in. The spare codes stop working too.",
  "help./drift":
    "How the installation is: mails that did not arrive, work that gave up and whether the audit trail is whole. If nothing stands here there is nothing you need to do.",
  "help./drift/utkorg":
    "All mails that the installation has sent or is to send. One that failed can be sent again. What a mail said is erased by itself.",
  "help./drift/utkorg/:id":
    "One mail as it was sent, and what became of it. Secret links are not shown once the mail has gone.",
  "help./drift/arbete":
    "Background work that was tried several times and gave up. Read why, mend the cause and try again.",
  "help./drift/spar":
    "Who has done what, about what and when. Nobody can change the trail, not even an administrator. Read it regularly: the law demands that access is checked.",
  "help./drift/spar/kedjan":
    "Every row of the trail is sealed in a chain. Here you see whether the chain is whole, and can compare it with a seal you have kept outside.",
  "help./drift/gallring":
    "Personal data is erased every night when its time is up, and when the organisation has decided where that is needed. Here you see how much of each kind has been erased and what comes next. The same times stand on the page about personal data.",
  "help./drift/tillganglighet":
    "What visitors have said hinders them on the website. The law demands that you answer soon. The address of whoever reported is erased some time after the answer.",
  "help./drift/tillganglighet/:id":
    "What hindered somebody, on which page and with which aid. Your answer is mailed if an address was left, and the report is closed.",
  "help./planera/:slug/anmalningar/import":
    "Take in applications that came through another form, from the file it gives. The time they came in comes along. Nothing becomes an application until you have seen every row.",
  "help./planera/:slug/anmalningar/import/:id":
    "What each row of the file would become. Rows with faults are not taken in; you choose whether the rest are. The same row never comes in twice.",
  "help./planera/:slug/anmalningar/import/:id/kolumner":
    "Say which column answers which question. We have guessed by the headings: correct what is wrong.",
  "help./planera/:slug/anmalningar/:id/ringt":
    "Somebody without an e-mail address is told by telephone. Press when you have called, and it leaves the list of calls.",
  "help./organisationer/:slug/inloggning/:providerId/slapp":
    "Release an account that is stuck to the wrong person in the organisation's sign-in service. The person then signs in anew through the service.",
  "help./organisationer/:slug/gallring":
    "How long the organisation keeps different kinds of personal data, and by which decision. Without a decision nothing is erased, except diet, postal address and need of adaptation. You also see what would be erased tonight, and what has been.",
  "help./organisationer/:slug/gallring/:kind":
    "Write down a decision about disposal that the organisation has made. From the next night on, what is older than it says is erased. What has been erased cannot be had back.",
  "help./organisationer/:slug/utseende":
    "The name, mark and sender that the organisation shows on its pages and in its mail. What is left empty is taken from the organisation above.",
  "help./organisationer/:slug/utseende/marke":
    "The organisation's own mark, shown on its pages. An image with a transparent background looks best in both light and dark.",
  "help./drift/inloggning":
    "Sign-in services that wait for somebody to approve their domains. Whoever signs in a domain's people has all that they may do, so make sure that the domain is the organisation's.",
  "help./mina-uppgifter/inloggning/passnycklar":
    "A passkey on your phone or computer signs you in by finger, face or code. It works only here and cannot be fooled by a false page.",
  "help./mina-uppgifter/inloggning/passnycklar/:id":
    "Give the passkey a name that you recognise, such as the device it is on. Only you see it.",
  "help./planera/:slug/traffar/lank":
    "The link to a digital session. It is shown and mailed only to those who have a place and those who lead, never on the public page.",
  "help./planera/:slug/meddelanden":
    "Messages sent to those who applied, with what they said and how many they went to. Each mail goes to one person, and answers come to the contact.",
  "help./planera/:slug/meddelanden/nytt":
    "Write to everyone, to those who have a place, to the waiting list or to one person. You see how it will look before it goes, and a copy is kept here.",
  "help./planera/:slug/meddelanden/:id":
    "One message as it was sent, and how many have got it. Whom it went to is erased after two years.",
  "help./planera/:slug/inbjudan":
    "The invitation as mail text, Word and PDF, made from what the round says. Change the round and the invitation changes.",
  "help./planera/:slug/inbjudan/skicka":
    "Send the invitation to the contact persons. Each gets a mail of their own, and nobody sees the others' addresses.",
  "help./planera/:slug/inbjudan/kontakter":
    "Those who get your invitations: contact persons in the municipalities and others you add. Take away whoever does not want them.",
  "help./planera/:slug/listor":
    "Lists to take along: addresses to paste into Outlook, participants at the door and counts for the kitchen. They show only what is needed.",
  "help./planera/:slug/listor/post":
    "Here are the postal addresses of the participants as labels, and what has been sent by post. When you say that a dispatch is the last, the addresses are erased 30 days after it.",
  "help./planera/:slug/listor/post/etiketter":
    "The labels are made for sheets with 3 by 8 labels. Print at 100 per cent, without margins.",
  "help./planera/:slug/listor/post/:dispatch":
    "Here you write when the dispatch was sent and whether it was the last. The postal addresses are erased 30 days after the last dispatch.",
  "help./planera/:slug/listor/mat":
    "What the kitchen needs to know, as counts. No names stand here: a diet may tell of health or faith.",
  "help./planera/:slug/lamna-over":
    "Hand the round over to a colleague with everything that is open. The colleague gets a mail and sees what you see. The history shows who had it when.",
  "help./mote/:slug/anteckningar":
    "What was said at the meeting, item by item. While you write, only those who sit in the body see the text. When a part is final it is not changed, and what is to be done goes on.",
  "help./mote/:slug/anteckningar/punkt/:item":
    "What you write is saved all the time, and stays on your device if the connection breaks. If somebody else writes at once, both texts are kept.",
  "help./mote/:slug/anteckningar/punkt/:item/jamfor":
    "All texts written under the item. Bring over what is to be there to the text at the bottom and save.",
  "help./mote/:slug/anteckningar/punkt/:item/utfall":
    "Here you say what came of the item, such as a commission or that you wait. Then the system knows when the matter is to come back.",
  "help./mote/:slug/anteckningar/punkt/:item/andra":
    "Change the heading, or say which of the body's matters the item is about. The text of the item does not change.",
  "help./mote/:slug/anteckningar/:part/punkt":
    "Add something you talked about that was not on the agenda. It comes last in this part.",
  "help./mote/:slug/anteckningar/:part/antecknar":
    "Several can take notes at once, in an item each. Chair and secretary can always write.",
  "help./mote/:slug/anteckningar/:part/justering":
    "Adjusters read the text and say that it is right. Meanwhile the text cannot be changed.",
  "help./mote/:slug/anteckningar/:part/klar":
    "When you finish, the text is locked. Commissions, decisions and parked matters get their place, and what is not over comes back on the next agenda.",
  "help./mote/:slug/anteckningar/:part/tillagg":
    "What is final is not changed. An addition shows below the text, with name and time.",
  "help./mote/:slug":
    "This is the meeting from the inside: when and where you meet, the agenda and the papers. Only those who sit in the bodies, and whoever keeps them, see it.",
  "help./mote/nytt": "Here you plan a meeting, or several at once. Choose several bodies if they are to meet together.",
  "help./mote/:slug/andra":
    "Here you change when and where the meeting is. Those who have been called get a mail with what was and what is now.",
  "help./mote/:slug/stall-in":
    "Here you call the meeting off and say why. What stood on the agenda comes back to the next meeting.",
  "help./mote/:slug/dagordning/ny":
    "Here you add something to talk about. Matters that are to come back are on the agenda already.",
  "help./mote/:slug/dagordning/ordning":
    "Here you decide in which order the items are taken. Each part of the meeting has its own order.",
  "help./mote/:slug/dagordning/:entry":
    "Here you change an item: its heading, its time and who presents it. A matter that has come back can be moved to later, but not removed.",
  "help./mote/:slug/dagordning/:entry/senare":
    "Here you move an item to a later meeting. A matter always comes back, even if no meeting is planned yet.",
  "help./mote/:slug/handlingar/ny":
    "Here you add a paper that those who are called read before the meeting. If the body has service-user representatives, one in plain language is needed too.",
  "help./workshoppar":
    "These are workshops that you lead, and those that a group you sit in has held. Open one to prepare it, lead it or read the answers.",
  "help./workshoppar/ny":
    "Here you add a workshop with a name, a purpose and a day. You add the questions and the groups once it is there.",
  "help./workshop/:slug":
    "Here you prepare and lead the workshop. When it is open you put one question at a time, and the answers come in from the phones. You show the screen in a window of its own.",
  "help./workshop/:slug/andra":
    "Here you change what the workshop is called, its purpose, its day and with whom it is held. How the participants answer can only be changed before it has been opened.",
  "help./workshop/:slug/grupper":
    "Here you write which groups answer. A group that has participants or answers can be renamed but not removed.",
  "help./workshop/:slug/fragor/ny":
    "Here you write a new question for the workshop. It comes last, and you can move it afterwards.",
  "help./workshop/:slug/fragor/:question":
    "Here you change a question that nobody has answered. A question that has been put stays as it was put.",
  "help./workshop/:slug/ledare":
    "Here you choose who else leads the workshop. They can do everything in it that you can do.",
  "help./workshop/:slug/moderera":
    "Here you see all answers and can hide those that do not belong on the screen. Nothing is deleted, and you can always show an answer again.",
  "help./workshop/:slug/svar/:answer/dolj":
    "Here you hide an answer and write why. The answer is kept for those who lead the workshop.",
  "help./workshop/:slug/resultat":
    "Here is what the participants answered, question by question and word for word. You see which group an answer came from, unless the workshop shows answers without group.",
  "help./workshop/:slug/skarm":
    "This is what you show to everybody in the room. The page follows the workshop by itself, and the buttons at the bottom are for you who lead.",
  "help./metodbedomning/:slug/kallor/:source":
    "One of the three sources in full, under all three. Those who write the appraisal add what there is, what it is about and what is missing.",
  "help./metodbedomning/:slug/kallor/:source/laget":
    "Say whether the knowledge was sought, what it says and whether it speaks for or against. To have sought without finding is an answer too.",
  "help./metodbedomning/:slug/kallor/:source/referenser/ny":
    "Add what the source rests on, so that others can read it. A study, a report or a conversation that is written down will do.",
  "help./metodbedomning/:slug/kallor/forskning/utfall/nytt":
    "Judge by GRADE how sure one can be of a measured outcome. You set the level, and the steps are to agree with it.",
  "help./metodbedomning/:slug/kallor/forskning/utfall/nytt-berattat":
    "Judge by the four parts of CERQual how sure one can be of something that was told. The level is an overall judgement with a reason.",
  "help./metodbedomning/:slug/kallor/forskning/utfall/:outcome":
    "Change how an outcome is judged. Whoever now stands behind the judgement is the one who is shown.",
  "help./metodbedomning/:slug/kallor/professionen/kriterier":
    "Say how well each criterion is shown and what shows it. The eight are not added up to a mark.",
  "help./metodbedomning/:slug/kallor/brukarna/fragor/ny":
    "Write which service users were asked, how and how many. Write who is missing as well, but no names.",
  "help./metodbedomning/:slug/kallor/brukarna/fragor/:consultation":
    "Change what is written of a question to service users. Add the answers when they come.",
  "help./metodbedomning/:slug/vagning":
    "Write what the sources say differently. If one of them weighs more here, a reason is needed.",
  "help./metodbedomning/:slug/sammanfattning":
    "The appraisal on one page, for a board or a management. Download it as Word or PDF with the same contents.",
  "help./metodbedomning/:slug/fragor":
    "Here are the questions of the checklist with their answers. Those who write answer, and whoever decides asks on. What is not known is shown as a risk.",
  "help./metodbedomning/:slug/fragor/svar/:question":
    "Write what you know, who answers for it and where it is from. If you do not know, choose Not known and say when you will.",
  "help./metodbedomning/:slug/fragor/stall":
    "Ask those who write about something you need to know before you decide. They get a mail, and the answer stands by the question.",
  "help./metodbedomning/:slug/fragor/stalld/:inquiry":
    "Answer what whoever decides wants to know. The answer stays in the appraisal.",
  "help./metodbedomning/:slug/beslut":
    "Here is the decision, what is expected and how it went. Earlier decisions stand at the end.",
  "help./metodbedomning/:slug/beslut/besluta":
    "Write what you decide and why. What is to be tried or introduced says what you expect, so that it can be followed up.",
  "help./metodbedomning/:slug/beslut/alternativ":
    "Set out some options and what matters most. The table shows them beside each other.",
  "help./metodbedomning/:slug/beslut/:no/utfall":
    "Hold what became against what you expected. Not knowing is an answer too.",
  "help./metodbedomning/:slug/synpunkter":
    "Here is what staff and service users have said by a link. Nobody needs an account, and no names are kept.",
  "help./metodbedomning/:slug/synpunkter/ny":
    "Make a link for staff or for service users. The address is shown once, and whoever answers reads the decision at the same address.",
  "help./metodbedomning/:slug/ta-over":
    "Take over what another organisation has found, and weigh it yourselves. All three sources come along.",
  "help./metodbedomning/:slug/jamfor":
    "Here you see your appraisal beside the one it was taken from. All three sources are there, also those that are the same.",
  "help./workshop/:slug/sla-ihop":
    "Here the answers become questions. Answers that are alike are proposed, and you decide what belongs together. No answer changes or goes.",
  "help./workshop/:slug/sla-ihop/tillagg":
    "Add a question that the group did not raise. It is marked “Not from the group” wherever it is shown.",
  "help./workshop/:slug/sla-ihop/fraga/:question":
    "Word the question and choose what it is about. You can take answers out again or merge it with another.",
  "help./workshop/:slug/klistra-in":
    "Bring in answers from Menti, Forms or paper. You see how they were read and choose what to take before anything is saved.",
  "help./workshop/:slug/checklista":
    "The questions become a draft of a checklist. You look it through before you publish.",
  "help./checklistor":
    "Here stand the checklists that can be used in an appraisal. A question leads back to those who asked it.",
  "help./checklista/:slug":
    "Here stand the questions of a published version, which never changes. You see where they come from and how much the checklist is used.",
  "help./checklista/:slug/skillnader":
    "Here two versions are compared question by question. A copy is held against the version it came from, or the newest of the original.",
  "help./checklista/:slug/andra":
    "Change what the checklist is called and is for. The questions are changed in a new version.",
  "help./checklista/:slug/kopiera":
    "Make a copy of your own to adapt. You see how it differs from the original and are told when the original gets a new version.",
  "help./checklista/:slug/utkast":
    "Here you write the next version. Only those who keep the checklist see it until it is published.",
  "help./checklista/:slug/utkast/ny-fraga": "Add a question to the draft. It comes last and can be moved.",
  "help./checklista/:slug/utkast/fraga/:question":
    "Change the question, the help and what it is about. The participants’ own words stay with it.",
  "help./checklista/:slug/utkast/publicera":
    "Once the version is published it never changes. Appraisals that begin with it keep it.",
  "help./hamta":
    "Paste an address or a DOI and we read what the page says of itself. You then choose what becomes of it, and write the summary yourself.",
  "help./hamta/for-hand": "Fill in what you know of the text. The title is enough; the rest may come later.",
  "help./hamtat":
    "Here is what was harvested from archives and brought in from files. Open a row to bring it in as a draft, or tick those you want to leave.",
  "help./hamtat/:candidate":
    "See that it is right and whether the text is here already. Then bring it in as a draft, or leave it.",
  "help./hamta/kallor":
    "Here are the archives that are asked by themselves, and how it goes. The figure leads to what waits to be gone through.",
  "help./hamta/kallor/ny":
    "Write the archive's address for OAI-PMH. The archive is asked at once and then as often as you choose.",
  "help./hamta/kallor/:source":
    "Change the name, the address or how often the archive is asked. With a new address the harvest begins again; what has come is kept.",
  "help./kunskap/ny":
    "Choose what kind of knowledge it is and write a title. It is saved as a draft that others do not see.",
  "help./kunskap/ord":
    "Here are the words that the knowledge is sorted by. Add what you call the same thing, and both names lead to the same texts.",
  "help./kunskap/:slug/andra":
    "Rewrite what is not right. What is published stays until the change is reviewed and published.",
  "help./kunskap/:slug/kasta":
    "Throw away what you do not want to keep of the draft. What is published is not touched.",
  "help./kunskap/:slug/granska":
    "Here is how far the text has come and what reviewers have said. From here you send it on.",
  "help./kunskap/:slug/granska/skicka": "Choose who is to read the text before it is published. They get a mail.",
  "help./kunskap/:slug/granska/fraga":
    "Ask more people to read the text. They get a mail, and what they answer stands among the reviews.",
  "help./kunskap/:slug/granska/svara":
    "Say whether the text can be published or what needs to change. The answer goes to whoever wrote it.",
  "help./kunskap/:slug/granska/skicka-tillbaka":
    "Write what needs to be done. The text becomes a draft again and whoever wrote it gets a mail.",
  "help./kunskap/:slug/publicera": "Settle when the text is to be looked over and publish it. Then all can read it.",
  "help./kunskap/:slug/galler-an":
    "If you have looked the text over and it still holds, set a new day. Its words stay as they are.",
  "help./kunskap/:slug/inte-langre-aktuell":
    "Say why the text no longer holds and what to read instead. It can still be read, clearly marked.",
  "help./kunskap/:slug/aktuell-igen": "Take back that the text does not hold. It then stands among the others again.",
  "help./kunskap/:slug/erfarenhet/steg":
    "Say how far the experience has come, and on what ground. That it is proven is said by a body, until a certain day.",
  "help./kunskap/:slug/erfarenhet/kriterier":
    "Say how well each criterion is shown, and what shows it. No sum and no verdict is made of it.",
  "help./fraga/ny":
    "Here you ask a question you have at work, in a sentence or taken apart. It goes to those who answer nearest to you. Write nothing that may point out a client.",
  "help./kunskap/:slug/bygger-pa/knyt":
    "Find what belongs with the text and say which way. If the text changes, those who keep the other are told.",
  "help./metodbedomning/:slug/kunskap":
    "Say which texts of the knowledge base the appraisal builds on. If one of them changes you are told.",
  "help./att-se-over":
    "Here is what you keep that needs a look. If it stands, one press is enough; else open it and change it.",
  "help./laslista/ny": "Give the list a name and say what it is for. Then you put in what is to be read.",
  "help./laslista/:slug/andra":
    "Change what the list is called, what it is for and which circle reads it. Its address stays.",
  "help./laslista/:slug/hall":
    "Add texts, put them in order and publish the list when it is ready. Then everybody can read it.",
  "help./laslista/:slug/rad/:row/anteckning":
    "Write why the text stands in the list or what the reader should look for. One sentence is enough.",
  "help./fragor":
    "Here stand the questions that wait for an answer, the oldest first, and those you have asked yourself. The answer is sought in all three sources.",
  "help./fragor/:slug":
    "Here stands what the question is, who has it and what the answer was. When you have an answer you can say whether it helped.",
  "help./fragor/:slug/andra":
    "Change the words of the question until it is answered. Take away what may point out a client.",
  "help./fragor/:slug/svara":
    "Write the answer and how it is with each of the three sources. That you have sought and found nothing is an answer too.",
  "help./fragor/:slug/lamna-vidare":
    "Pass the question on to somebody else who can answer. The nearest stand first, and whoever asked sees where it went.",
  "help./fragor/:slug/hjalpte":
    "Say whether the answer helped you, with one press. You may tell more if you like, and say it anew later.",
  "help./fragor/:slug/avsluta": "Close the question without an answer and write why. Whoever asked is told.",
  "help./ordlista/ny":
    "Here you add a word and what it means. Each explanation has a source, and a word may have several.",
  "help./ordlista/:slug/andra": "Change the word and its explanations. Where the sources do not agree, both stand.",
  "help./sok/utan-traffar":
    "Here you see what many have searched for without finding it. The list shows what knowledge is needed. Who searched is never kept.",
  "help./sokningar":
    "Here are the searches you have saved. You can get one mail a month when something new has come. Nobody else sees them.",
  "help./sokningar/mejl":
    "Here you choose whether to get mail about new texts. The mail comes on the first of the month, and only when something is new.",
} as const satisfies Catalogue<keyof typeof sv>;
