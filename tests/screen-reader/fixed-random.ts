/**
 * A script for {@link Journey.before}: what the page takes for chance is the same in every run.
 * Practice customers take their seed from an identifier, and identifiers from these bytes.
 * @param seed other numbers for another seed
 */
export const fixedRandom = (seed: number): string => `{
  let state = ${seed} >>> 0;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  Math.random = next;
  crypto.getRandomValues = (array) => {
    for (let index = 0; index < array.length; index += 1) array[index] = next() * 4294967296;
    return array;
  };
}`;
