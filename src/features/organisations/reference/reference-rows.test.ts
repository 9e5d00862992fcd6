import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { foldName } from "#features/organisations/organisation-name.ts";
import { readReference } from "#features/organisations/reference/reference-rows.ts";
import { recordsOf } from "#features/organisations/reference/separated-values.ts";

const text = (name: string) => readFileSync(new URL(`../../../../reference/${name}.csv`, import.meta.url), "utf8");
const texts = {
  counties: text("counties"),
  municipalities: text("municipalities"),
  organisations: text("organisations"),
  memberships: text("memberships"),
};
const reference = readReference(texts);
const { counties, organisations, memberships } = reference;
const municipalities = organisations.filter(({ kinds }) => kinds.includes("municipality"));

test("there are exactly 290 municipalities, each in the county of its code (R137)", () => {
  expect(municipalities).toHaveLength(290);
  expect(new Set(municipalities.map((each) => each.municipalityCode)).size).toBe(290);
  expect(municipalities.filter((each) => each.municipalityCode?.slice(0, 2) !== each.countyCode)).toEqual([]);
  const perCounty = counties.map(({ code }) => municipalities.filter((each) => each.countyCode === code).length);
  expect(perCounty).toEqual([26, 8, 9, 13, 13, 8, 12, 1, 5, 33, 6, 49, 16, 12, 10, 15, 10, 7, 8, 15, 14]);
});

test("there are 21 regions, and Gotland's is its municipality", () => {
  const regions = organisations.filter(({ kinds }) => kinds.includes("region"));
  expect(new Set(regions.map((each) => each.regionCountyCode))).toEqual(new Set(counties.map(({ code }) => code)));
  expect(regions).toHaveLength(21);
  expect(regions.filter((each) => each.municipalityCode !== null)).toMatchObject([
    { name: "Region Gotland", shortName: "Gotland", municipalityCode: "0980", regionCountyCode: "09" },
  ]);
});

test("the national actors are there, by their old names too (R139)", () => {
  const known = new Map(
    organisations.flatMap((each) => each.writings.map((written) => [foldName(written), each.shortName])),
  );
  expect(["SKL", "skr", "Sveriges Kommuner och Landstings"].map((each) => known.get(foldName(each)))).toEqual([
    "SKR",
    "SKR",
    "SKR",
  ]);
  expect(known.get(foldName("Socialstyrelsens"))).toBe("Socialstyrelsen");
  expect(
    ["Polisen", "FK", "AF", "Statens institutionsstyrelse", "MSB", "Mälardalens högskola"].map((each) =>
      known.get(foldName(each)),
    ),
  ).toEqual(["Polisen", "Försäkringskassan", "Arbetsförmedlingen", "SiS", "MCF", "Mälardalens universitet"]);
  expect(known.get(foldName("Kalmar läns landsting"))).toBe("Region Kalmar län");
  expect(known.get(foldName("Landstinget i Östergötland"))).toBe("Region Östergötland");
});

test("every county has its administrative board, however it is written", () => {
  const known = new Map(organisations.flatMap(({ slug, writings }) => writings.map((each) => [foldName(each), slug])));
  for (const { name, shortName } of counties) {
    const written = [`Länsstyrelsen i ${name}`, `Länsstyrelsen ${name}`, `Länsstyrelsen i ${shortName}`];
    const slugs = written.map((each) => known.get(foldName(each)));
    expect(new Set(slugs).size).toBe(1);
    expect(slugs[0]).toMatch(/^lansstyrelsen-/u);
  }
  expect(known.has(foldName("Länsstyrelsen"))).toBe(false);
});

test("no two organisations share a way to be written or an address", () => {
  const owners = new Map<string, Set<string>>();
  for (const { slug, writings } of organisations) {
    for (const each of writings) owners.set(foldName(each), (owners.get(foldName(each)) ?? new Set()).add(slug));
  }
  expect([...owners].filter(([, slugs]) => slugs.size > 1)).toEqual([]);
  expect(new Set(organisations.map(({ slug }) => slug)).size).toBe(organisations.length);
});

test("the names differ from the file's long names only where the file is wrong or the municipality has its own", () => {
  const long = new Map(
    recordsOf(texts.municipalities).map((row) => [row["municipality_code"], row["municipality_name"]]),
  );
  const differing = municipalities.filter((each) => long.get(each.municipalityCode ?? "") !== each.name);
  expect(differing.map(({ name }) => name)).toEqual([
    "Stockholms stad",
    "Sundbybergs stad",
    "Solna stad",
    "Lidingö stad",
    "Vaxholms stad",
    "Kalmar kommun",
    "Region Gotland",
    "Malmö stad",
    "Landskrona stad",
    "Helsingborgs stad",
    "Orust kommun",
    "Göteborgs Stad",
    "Mölndals stad",
    "Trollhättans Stad",
    "Borås Stad",
    "Västerås stad",
    "Falu kommun",
    "Överkalix kommun",
    "Kalix kommun",
    "Haparanda stad",
  ]);
});

test("Håbo and Habo carry their code, everyone else goes by name", () => {
  const numbered = municipalities.filter(({ slug }) => /\d/u.test(slug)).map(({ slug }) => slug);
  expect(numbered).toEqual(["habo-0305", "habo-0643"]);
});

test("the Gothenburg region has 13 members, one of them in Halland (R174)", () => {
  const members = memberships.filter(({ body }) => body === "goteborgsregionen").map((each) => each.municipalityCode);
  const gr = ["1440", "1489", "1480", "1401", "1384", "1482", "1441", "1462", "1481", "1402", "1415", "1419", "1407"];
  expect(members.toSorted()).toEqual(gr.toSorted());
  expect(members.filter((code) => !code.startsWith("14"))).toEqual(["1384"]);
});

test("there is a support structure for every region, by the region's name and in no county (R137)", () => {
  const regions = organisations.filter(({ kinds }) => kinds.includes("region")).map(({ name }) => `RSS ${name}`);
  const structures = organisations.filter(({ kinds }) => kinds.includes("regionalSupportStructure"));
  expect(structures.map(({ name }) => name).toSorted()).toEqual(regions.toSorted());
  expect(structures.filter((each) => each.countyCode !== null)).toEqual([]);
});

test("a membership is only written down where it is known, and says where", () => {
  const bodies = new Set(memberships.map(({ body }) => body));
  expect(bodies).toEqual(new Set(["goteborgsregionen", "rss-gotland"]));
  expect(memberships.filter(({ body }) => body === "rss-gotland").map((each) => each.municipalityCode)).toEqual([
    "0980",
  ]);
  expect(memberships.filter(({ source }) => source.trim() === "")).toEqual([]);
});

test("a file with a code that lost its zero is refused", () => {
  expect(() => readReference({ ...texts, municipalities: texts.municipalities.replace("0114,", "114,") })).toThrow(
    "municipality_code",
  );
});
