import english from 'espeak:english';
import mandarin from 'espeak:mandarin';
import { type EspeakScope, serveEspeak } from './serve-espeak.ts';

serveEspeak(globalThis as unknown as EspeakScope, { english, mandarin });
