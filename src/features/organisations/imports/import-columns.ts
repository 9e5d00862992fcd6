import { type ColumnNames, type Columns, columnsIn } from "#platform/csv/columns.ts";
import {
  type OrganisationKind,
  organisationKinds,
  type RelationKind,
  relationKinds,
} from "#features/organisations/organisation.ts";

/** A file holds organisations, or who is a member of what. */
export type ImportKind = "organisations" | "memberships";

/** The columns of a file of organisations, by what they may be called. The first is what we call them ourselves. */
export const organisationColumns = {
  name: ["Namn", "Organisation", "Organisationens namn", "Name"],
  shortName: ["Kort namn", "Förkortning", "Kortnamn", "Short name"],
  kind: ["Slag", "Typ", "Organisationstyp", "Kind"],
  parent: ["Hör till", "Överordnad", "Ligger under", "Parent"],
  contactEmail: ["E-post", "E-postadress", "Epost", "Email"],
  writings: ["Skrivs också", "Andra namn", "Alias", "Also written"],
  domains: ["E-postdomäner", "E-postdomän", "Domäner", "Domains"],
  validFrom: ["Finns sedan", "Från", "Gäller från", "Valid from"],
} satisfies ColumnNames<string>;
export type OrganisationColumn = keyof typeof organisationColumns;

export const membershipColumns = {
  member: ["Medlem", "Kommun", "Kommunkod", "Member"],
  body: ["Organisation", "Medlem i", "Förbund", "Organ", "Body"],
  relation: ["Samband", "Slag", "Relation"],
  validFrom: ["Första dagen", "Från", "Gäller från", "Valid from"],
  validTo: ["Sista dagen", "Till", "Gäller till", "Valid to"],
  source: ["Källa", "Source"],
} satisfies ColumnNames<string>;
export type MembershipColumn = keyof typeof membershipColumns;

export type ImportColumns =
  | { readonly kind: "organisations"; readonly columns: Columns<OrganisationColumn> }
  | { readonly kind: "memberships"; readonly columns: Columns<MembershipColumn> };

/** What kind of file it is, by its headings: only one about membership says who is a member. */
export function importColumnsIn(header: readonly string[]): ImportColumns {
  const lenient = columnsIn(header, { member: membershipColumns.member }, []);
  if (lenient.has("member")) {
    return { kind: "memberships", columns: columnsIn(header, membershipColumns, ["member", "body"]) };
  }
  return { kind: "organisations", columns: columnsIn(header, organisationColumns, ["name"]) };
}

const kindWords: Readonly<Record<OrganisationKind, readonly string[]>> = {
  municipality: ["kommun"],
  region: ["region"],
  regionalSupportStructure: ["regional samverkans- och stödstruktur", "stödstruktur", "rss"],
  rdUnit: ["fou-enhet", "fou", "fou-miljö"],
  municipalFederation: ["kommunalförbund", "förbund"],
  administration: ["förvaltning", "socialförvaltning"],
  unit: ["enhet"],
  userOrganisation: ["brukarorganisation"],
  university: ["universitet eller högskola", "universitet", "högskola", "lärosäte"],
  agency: ["myndighet"],
  association: ["förening eller förbund", "förening"],
  privateProvider: ["privat utförare"],
  other: ["annan organisation", "annan", "annat"],
};

const relationWords: Readonly<Record<RelationKind, readonly string[]>> = {
  memberOf: ["medlem i", "medlem"],
  owns: ["äger", "ägare"],
  serves: ["stödjer", "stöd"],
  partOf: ["del av", "ingår i"],
};

/** The kind of organisation a word in a file means. Undefined for one that means none. */
export function kindWritten(word: string): OrganisationKind | undefined {
  return meant(organisationKinds, kindWords, word);
}

/** How a member stands to the other by a word in the file; a file that does not say is about members. */
export function relationWritten(word: string): RelationKind | undefined {
  return word === "" ? "memberOf" : meant(relationKinds, relationWords, word);
}

function meant<Kind extends string>(
  kinds: readonly Kind[],
  words: Readonly<Record<Kind, readonly string[]>>,
  word: string,
): Kind | undefined {
  const bare = word.toLowerCase();
  return kinds.find((kind) => kind.toLowerCase() === bare || words[kind].includes(bare));
}

/** The values of a cell that holds several: parted by a bar, a semicolon or a line break. */
export function severalIn(cell: string): string[] {
  return cell
    .split(/[|;\n]/u)
    .map((each) => each.trim())
    .filter((each) => each !== "");
}
