import { chineseModel } from './chinese-model.ts';
import { createChineseReader } from './chinese-reader.ts';
import { type ActModel, readModel } from './model.ts';

/** What was learnt of Chinese. */
export const loadChinese = (): ActModel => readModel(chineseModel, createChineseReader());
