import { englishModel } from './english-model.ts';
import { createEnglishReader } from './english-reader.ts';
import { type ActModel, readModel } from './model.ts';

/** What was learnt of English. */
export const loadEnglish = (): ActModel => readModel(englishModel, createEnglishReader());
