/**
 * A script for {@link Journey.before}: what the page takes for chance is the same in every run.
 * Practice customers take their seed from an identifier, and identifiers from these bytes.
 * Their low bits come round soon, so that all bytes of a new round are others: two identifiers that are
 * the same would make two messages one.
 * @param seed other numbers for another seed
 */
export const fixedRandom = (seed: number): string => `{
  let state = ${seed} >>> 0;
  let asked = 0;
  const next = () => {
    asked += 1;
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 4294967296;
  };
  Math.random = next;
  crypto.getRandomValues = (array) => {
    for (let index = 0; index < array.length; index += 1) array[index] = next() * 4294967296 + (asked >>> 8);
    return array;
  };
}`;
