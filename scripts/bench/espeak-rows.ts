import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { openEspeakBuild } from '../../tests/support/open-espeak-page.ts';
import { listEspeak } from '../espeak-size.ts';
import { percentile } from './percentile.ts';
import type { Row } from './print-table.ts';

/** What an agent would say; each one is said several times, because code that has run is faster. */
const sentences: readonly (readonly [language: string, text: string])[] = [
  ['en', 'Thank you for waiting, your parcel was handed to the carrier on Monday.'],
  ['en', 'I have sent you a new invoice; the amount was 42 dollars too high.'],
  ['en', 'Could you tell me the order number, please?'],
  ['en', 'The lamp that you ordered is back in stock, and we will send it tomorrow before noon.'],
  ['zh-CN', '感谢您的耐心等待，您的包裹星期一已经交给快递公司。'],
  ['zh-CN', '请问您的订单号是多少？'],
];
const rounds = 5;

const weigh = (file: string): number =>
  brotliCompressSync(readFileSync(file), {
    params: { [constants.BROTLI_PARAM_QUALITY]: 11 },
  }).length;

/**
 * eSpeak NG as built for production, in Chromium: bytes, first sound, and how much of the time that
 * the sound takes goes by in making it.
 */
export async function measureEspeak(): Promise<Row[]> {
  const build = await openEspeakBuild();
  try {
    const bytes = listEspeak(build.folder).map(({ files, limit, title }) => ({
      name: title,
      values: [files.reduce((sum, file) => sum + weigh(join(build.folder, file)), 0) / 1000],
      unit: 'kB',
      goal: limit / 1000,
    }));
    const { call } = await build.open();
    const cold = await call('firstSound', sentences[0]?.[1] ?? '');
    const first: number[] = [];
    const shares: number[] = [];
    const fast: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const [language, text] of sentences) {
        const { took, seconds } = await call('render', text, { language });
        const atSix = await call('render', text, { language, rate: 6 });
        const waited = await call('firstSound', text, { language });
        // The first round warms up: what runs once is interpreted, not compiled.
        if (round === 0 || !took || !seconds || !atSix.took || !atSix.seconds) continue;
        first.push(waited);
        shares.push(took / 1000 / seconds);
        fast.push(atSix.took / 1000 / atSix.seconds);
      }
    }
    const row = (name: string, unit: string, value: number, goal?: number): Row => ({
      name,
      unit,
      values: [value],
      ...(goal !== undefined && { goal }),
    });
    return [
      ...bytes,
      row('First sound ever, fetched from here', 'ms', Math.round(cold)),
      row('First sound, half of the times', 'ms', percentile(first, 0.5), 60),
      row('First sound, slowest', 'ms', percentile(first, 1)),
      row('Real-time factor, middle', '', percentile(shares, 0.5), 0.05),
      row('Real-time factor at six times', '', percentile(fast, 0.5)),
    ];
  } finally {
    await build.close();
  }
}
