/** Asks again every 50 ms until the answer is there; fails after `patience` milliseconds. */
export async function eventually<T>(
  ask: () => Promise<T | undefined> | T | undefined,
  patience = 15_000,
): Promise<T> {
  const until = Date.now() + patience;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (Date.now() > until) throw new Error(`Still not so after ${patience} ms: ${ask}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
