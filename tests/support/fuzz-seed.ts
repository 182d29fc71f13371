import fc from 'fast-check';

/**
 * The same made-up inputs in every run, so that a change is what makes a test fail.
 * `FUZZ_SEED=$RANDOM npm test -- unit` looks further; what it finds becomes a row of its own.
 */
const wanted = 'process' in globalThis ? process.env['FUZZ_SEED'] : undefined;

fc.configureGlobal({ seed: Number(wanted ?? 20_261_122) });
