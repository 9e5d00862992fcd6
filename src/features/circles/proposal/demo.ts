import { type Actor, nobody } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import type { PersonId } from "#kernel/ids.ts";
import type { Database } from "#platform/database/database.ts";
import { publishProposal, tellOfProposal, writeProposal } from "#features/circles/proposal/commands.ts";
import { ProposalStep, ProposalWords } from "#features/circles/proposal/proposal.ts";
import type { RoundId } from "#features/circles/round/round.ts";

type Ground = {
  readonly planner: Actor;
  readonly participant: { readonly id: PersonId; readonly name: string };
  readonly roundId: RoundId;
};

/** Two proposals in a circle: a participant's, taken home and published, and one of the circle's that has just begun. */
export async function loadProposalDemo(
  db: Database,
  { planner, participant, roundId }: Ground,
  now: Clock,
): Promise<void> {
  const author: Actor = { ...nobody, personId: participant.id, name: participant.name, via: "session" };
  const { id } = await writeProposal(db, author, now, roundId, ProposalWords.parse(takenHome));
  await tellOfProposal(db, author, now, id, ProposalStep.parse({ state: "proposedAtHome" }));
  await publishProposal(db, planner, now, id, true);
  await writeProposal(db, planner, now, roundId, ProposalWords.parse(justBegun));
}

const takenHome = {
  title: "En gemensam timme varje vecka för barn som flera möter",
  kind: "structure",
  problem:
    "Förskola, skola, socialtjänst och barnhälsa möter samma barn utan att veta om varandra. Familjen får berätta om och om igen.",
  content:
    "En fast timme i veckan där elevhälsan, barnenheten och barnhälsovården kan ta upp en oro, med familjens ja. Vi prövar under en termin och följer upp hur lång tid det tar innan familjen får stöd.",
  parties: "Elevhälsan, barnenheten och barnhälsovården i kommunen",
  research: "Översikter pekar på att fasta mötestider och en tydlig ansvarig gör samordning lättare att hålla i.",
  profession: "Tre av oss har prövat liknande möten. De höll så länge någon hade i uppdrag att kalla.",
  soughtInVain: ["serviceUser"],
  asks: "En timme i veckan från tre verksamheter, och en chef som ger någon i uppdrag att kalla.",
  owner: "Uppsala kommun",
};

const justBegun = {
  title: "En gemensam ordlista för tidiga insatser",
  problem: "Samma ord betyder olika saker i skola, vård och socialtjänst.",
};
