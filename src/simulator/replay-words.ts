import type { WordLanguage } from './stand-ins.ts';

/** Words that a replay needs and no transcript has. */
interface ReplayWords {
  readonly note: string;
  readonly step: string;
  readonly title: string;
  readonly customer: string;
  readonly nudge: string;
  readonly again: string;
  readonly leaves: string;
}

const all: Readonly<Record<WordLanguage, ReplayWords>> = {
  en: {
    note: 'Made from a transcript. Read it through: what a machine masks is never all of it.',
    step: 'step-',
    title: 'Replay',
    customer: 'Customer',
    nudge: 'Hello? | Are you still there?',
    again: "Sorry, that doesn't answer it. | I don't understand.",
    leaves: 'Never mind. Bye.',
  },
  zh: {
    note: '由聊天记录生成。请通读一遍：机器遮盖得再多，也会有漏掉的。',
    step: '环节',
    title: '重演',
    customer: '客户',
    nudge: '在吗？ | 人呢？',
    again: '您没回答我的问题。 | 没看懂您的意思。',
    leaves: '算了，不问了。',
  },
};

/** The words in a language: of the customer, or of the notes. */
export const replayWords = (language: WordLanguage): ReplayWords => all[language];
