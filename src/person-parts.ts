import * as appraisals from "#features/appraisals/person-merge/commands.ts";
import * as knowledge from "#features/knowledge/person-merge/commands.ts";
import * as circles from "#features/circles/person-merge/commands.ts";
import * as meetings from "#features/meetings/person-merge/commands.ts";
import * as organisations from "#features/organisations/people/merging/commands.ts";
import type { PersonPart } from "#features/organisations/people/merging/commands.ts";
import * as signIn from "#features/sign-in/person-merge/commands.ts";
import * as site from "#features/site/person-merge/commands.ts";
import * as workshops from "#features/workshops/person-merge/commands.ts";

/**
 * What each feature does when two entries turn out to be one person: the one way in which a change in one feature calls
 * the commands of others, because it must all happen or nothing of it. A test finds every column that names a person and
 * fails for one that stands with no part.
 */
export const personParts: readonly PersonPart[] = [
  appraisals,
  circles,
  knowledge,
  meetings,
  organisations,
  signIn,
  site,
  workshops,
];
