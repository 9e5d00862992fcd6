import { type Clock, dateIn } from "#kernel/clock.ts";
import type { Database } from "#platform/database/database.ts";
import type { BodyDemo, BodyGround } from "#features/meetings/body/demo.ts";
import { ReceivedCommission } from "#features/meetings/commission/commission-words.ts";
import { raiseMatter } from "#features/meetings/matter/commands.ts";
import { sayCommitment, writeApplication } from "#features/meetings/matter/facts/commands.ts";
import { Application, Commitment, RaisedMatter } from "#features/meetings/matter/matter-words.ts";
import { receiveCommission } from "#features/meetings/overview/intake/commands.ts";

/**
 * Matters that one of the demo's networks raised before it met, one of them with an application for money that all
 * municipalities are in on, and two things that others ask of the support unit. Made by the same commands as real ones.
 * (R163, R215)
 */
export async function loadMatterDemo(
  db: Database,
  { planner, organisationId }: BodyGround,
  { families }: BodyDemo,
  now: Clock,
): Promise<void> {
  const earlier = (days: number): Clock => {
    const at = now().subtract({ hours: 24 * days });
    return () => at;
  };
  const raised = async (slug: string, title: string, about: string | null, days: number) =>
    (await raiseMatter(db, planner, earlier(days), slug, RaisedMatter.parse({ title, about }))).slug;

  await raised(
    families.slug,
    "Projektledare för yrkesresan",
    "Vem som kan leda arbetet i länet, och vad det kostar.",
    70,
  );
  await raised(
    families.slug,
    "Uppföljning av den gemensamma frågan om tidiga insatser",
    "Vi vill se hur det gick med det vi kom överens om.",
    60,
  );
  const money = await raised(
    families.slug,
    "Gemensam ansökan om medel för kompetensutveckling",
    "Länets kommuner söker pengar tillsammans.",
    40,
  );
  const since = dateIn(earlier(20)()).toString();
  const application = Application.parse({ funder: "Europeiska socialfonden", state: "submitted", since });
  await writeApplication(db, planner, earlier(20), money, application);
  await sayCommitment(db, planner, earlier(20), money, Commitment.parse({ answer: "in", day: since }));

  const asked = { organisation: organisationId, requesterEmail: "", size: "medium" };
  await receiveCommission(
    db,
    planner,
    earlier(12),
    ReceivedCommission.parse({
      ...asked,
      title: "Pröva ett nytt kunskapsstöd i länet",
      about: "Två kommuner läser stödet och säger vad som behöver ändras.",
      requester: "Nationella samordningsgruppen",
      origin: "national",
      fte: 0.2,
      priority: "high",
    }),
  );
  await receiveCommission(
    db,
    planner,
    earlier(5),
    ReceivedCommission.parse({
      ...asked,
      title: "Hjälp att följa upp familjerådgivningen",
      requester: "Tierps kommun",
      origin: "local",
      fte: 0.1,
      priority: "normal",
    }),
  );
}
