import { z } from "zod";
import { RegistrationId } from "#features/circles/registration/registration.ts";
import { job } from "#platform/jobs/job.ts";

/** Tells a participant that their certificate is there to fetch. */
export const certificateMailJob = job("circles.certificate_mail", z.strictObject({ registrationId: RegistrationId }));
