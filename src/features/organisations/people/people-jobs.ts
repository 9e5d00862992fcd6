import { z } from "zod";
import { RoleAssignmentId } from "#features/organisations/people/person.ts";
import { job } from "#platform/jobs/job.ts";

/** Tells somebody that they have been given a role and how to come in. */
export const invitationMailJob = job("organisations.invitation_mail", z.object({ assignmentId: RoleAssignmentId }));
