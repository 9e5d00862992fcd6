/** A question and the texts that answer it, each with how well. */
export type Asked = { query: string; relevant: ReadonlyMap<string, number> };

/** Means over all questions, of the ten best for each; `empty` is the share of questions that found nothing at all. */
export type Quality = { ndcg: number; mrr: number; recall: number; empty: number };

const depth = 10;

export function qualityOf(asked: readonly Asked[], answers: readonly (readonly string[])[]): Quality {
  const sum = { ndcg: 0, mrr: 0, recall: 0, empty: 0 };
  asked.forEach(({ relevant }, at) => {
    const found = (answers[at] ?? []).slice(0, depth);
    const gains = found.map((id) => relevant.get(id) ?? 0);
    const first = gains.findIndex((gain) => gain > 0);
    sum.ndcg += discounted(gains) / discounted([...relevant.values()].toSorted((a, b) => b - a).slice(0, depth));
    sum.mrr += first < 0 ? 0 : 1 / (first + 1);
    sum.recall += gains.filter((gain) => gain > 0).length / relevant.size;
    sum.empty += found.length === 0 ? 1 : 0;
  });
  const each = (total: number) => total / Math.max(1, asked.length);
  return { ndcg: each(sum.ndcg), mrr: each(sum.mrr), recall: each(sum.recall), empty: each(sum.empty) };
}

const discounted = (gains: readonly number[]) =>
  gains.reduce((sum, gain, at) => sum + (2 ** gain - 1) / Math.log2(at + 2), 0);
