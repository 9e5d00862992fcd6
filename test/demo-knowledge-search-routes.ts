import { type Answers, anyoneSignedIn, everyone } from "./door-answers.ts";

/** What was sought in vain: whoever publishes anywhere, the stranger too. */
const publishers: Answers = "sign-in 404 ok ok ok";

/** One example of every address of searching. */
export const knowledgeSearchRoutes: Record<string, readonly [address: string, answers: Answers]> = {
  "/sok": ["/sok?q=familjehem", everyone],
  "/sok/forslag": ["/sok/forslag?q=famil", everyone],
  "/sok/utan-traffar": ["/sok/utan-traffar", publishers],
  "/sokningar": ["/sokningar", anyoneSignedIn],
  "/sokningar/mejl": ["/sokningar/mejl", anyoneSignedIn],
};
