/** Checklistor inför införande: vad som behöver vara känt innan en metod införs. */
export const sv = {
  "checklist.no_such_version": "Den versionen av checklistan finns inte",
  "checklist.dimension.purpose": "Syfte och behov",
  "checklist.dimension.targetGroup": "Målgrupp",
  "checklist.dimension.userBenefit": "Nytta för brukaren",
  "checklist.dimension.effect": "Effekt",
  "checklist.dimension.timeToEffect": "Tid till effekt",
  "checklist.dimension.evidence": "Forskningsstöd",
  "checklist.dimension.harmRisk": "Nackdelar och risker",
  "checklist.dimension.cost": "Kostnad",
  "checklist.dimension.staffImpact": "Påverkan på personalen",
  "checklist.dimension.systemImpact": "Påverkan på annan verksamhet",
  "checklist.dimension.leadership": "Vad som krävs av chefen",
  "checklist.dimension.responsibility": "Ansvar för införandet",
  "checklist.dimension.competence": "Utbildning och kompetens",
  "checklist.dimension.collaboration": "Samverkan",
  "checklist.dimension.currentPractice": "Det vi har i dag",
  "checklist.dimension.replaces": "Det som ersätts",
  "checklist.dimension.goalAlignment": "Verksamhetens mål",
  "checklist.dimension.adaptation": "Anpassning hos oss",
  "checklist.dimension.implementation": "Hur det införs",
  "checklist.dimension.rollout": "Liten skala eller brett",
  "checklist.dimension.testDesign": "Hur det prövas",
  "checklist.dimension.followUp": "Uppföljning",
  "checklist.dimension.equity": "Jämlikhet",
  "checklist.dimension.lawAndEthics": "Lag och etik",
} as const;

declare module "#kernel/messages.ts" {
  interface MessageKeys {
    checklist: keyof typeof sv;
  }
}
