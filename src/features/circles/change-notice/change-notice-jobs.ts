import { z } from "zod";
import { idOf } from "#kernel/ids.ts";
import { job } from "#platform/jobs/job.ts";
import { ChangeNoticeId } from "#features/circles/change-notice/change-notice.ts";

/** Tells one who leads a circle what somebody else has changed in it. */
export const changeMailToLeader = job(
  "circles.change_mail_to_leader",
  z.strictObject({ noticeId: ChangeNoticeId, personId: idOf("person") }),
);
