import type { Actor } from "#kernel/actor.ts";
import type { Clock } from "#kernel/clock.ts";
import type { OrganisationId } from "#kernel/ids.ts";
import type { Database } from "#platform/database/database.ts";
import { bringInFile, leaveOut } from "#features/knowledge/filling/candidate/commands.ts";
import { referencesIn } from "#features/knowledge/filling/looking-up/queries.ts";
import { NewHarvestSource } from "#features/knowledge/filling/filling-words.ts";
import { addSource, restSource } from "#features/knowledge/filling/source/commands.ts";

type Ground = { readonly planner: Actor; readonly organisationId: OrganisationId };

/** References as somebody has saved them from a reference program: invented, and one of them twice. */
const references = [
  ["Barns delaktighet i utredningar: en intervjustudie", "Holmqvist, Sara; Ekdahl, Per", "FoU i Demolänet", 2024],
  ["Tidigt stöd till föräldrar i fyra kommuner", "Nyberg, Lena", "Högskolan i Demostad", 2023],
  ["Tidigt stöd till föräldrar i fyra kommuner", "Nyberg, L.", "Demostad", 2023],
  ["Varaktighet i kontakten: vad brukare säger betyder mest", "Sandell, Ida", "FoU i Demolänet", 2025],
  ["Handledning i grupp: en kartläggning", "Rask, Jon; Holmqvist, Sara", "Socialt arbete i dag", 2022],
] as const;

/** Adds some of what is brought in to the demo: a list to go through, and an archive that rests since it does not exist. */
export async function loadFillingDemo(db: Database, { planner, organisationId }: Ground, now: Clock): Promise<void> {
  const ris = references.map(([title, authors, source, year]) =>
    [
      "TY  - RPRT",
      `TI  - ${title}`,
      ...authors.split("; ").map((name) => `AU  - ${name}`),
      `PB  - ${source}`,
      `PY  - ${year}`,
      "ER  - ",
    ].join("\n"),
  );
  const file = await referencesIn(new TextEncoder().encode(ris.join("\n")));
  if (!file) throw new Error("The demo's references cannot be read.");
  const { brought } = await bringInFile(db, planner, now, organisationId, file);
  await leaveOut(db, planner, now, brought.slice(-1));
  const archive = { name: "Demoarkivet", address: "https://arkiv.example.se/oai", every: "month" };
  const id = await addSource(db, planner, now, NewHarvestSource.parse({ ...archive, organisationId }));
  await restSource(db, planner, id, true);
}
