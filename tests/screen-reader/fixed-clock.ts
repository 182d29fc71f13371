/**
 * A script for {@link Journey.before}: the page opens at twelve o'clock, so that the times of
 * messages are the same in every run, as long as they come within the first minute.
 */
export const fixedClock = `{
  const real = Date.now.bind(Date);
  const shift = Date.UTC(2026, 10, 22, 12) - real();
  Date.now = () => real() + shift;
}`;
