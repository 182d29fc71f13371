import { describe, expect, it } from 'vitest';
import type { DialogueAct } from '../../src/domain/run-report.ts';
import { detectActs } from '../../src/simulator/detect-acts.ts';

type Row = readonly [text: string, has: readonly DialogueAct[], lacks?: readonly DialogueAct[]];

const rows: readonly Row[] = [
  ['Hello, how can I help you?', ['greet', 'ask_info'], ['offer_more_help']],
  ['hi there', ['greet']],
  ['Good afternoon Ms Cole', ['greet']],
  ['hey, one sec', ['greet', 'set_expectation']],
  ['Have a good day!', ['close'], ['greet']],
  ['this is the last parcel', [], ['greet', 'apologise']],
  ['Thank you for waiting.', ['thank']],
  ['thx for the info', ['thank']],
  ['thanks, got it', ['thank']],
  ['I appreciate your patience', ['thank']],
  ["You're welcome!", ['acknowledge']],
  ['ok, let me check', ['acknowledge', 'set_expectation']],
  ['I see.', ['acknowledge']],
  ['sure thing', ['acknowledge']],
  ['Goodbye and take care', ['close']],
  ['bye', ['close']],
  ['Enjoy your trip!', ['close']],
  ["I'm so sorry about that", ['apologise']],
  ['sorry for the wait', ['apologise']],
  ['we apologize for the delay', ['apologise']],
  ['My apologies.', ['apologise']],
  ['That was our mistake', ['apologise']],
  ['I cannot apologise for that', [], ['apologise']],
  ["I'm not sorry", [], ['apologise']],
  ["I won't apologise", [], ['apologise']],
  ['There is no reason to apologise', [], ['apologise']],
  ['I can see how frustrating this is', ['empathise']],
  ['that must be awful', ['empathise']],
  ['I understand why you are upset', ['empathise']],
  ['In your place I would feel the same', ['empathise']],
  ['sorry for the inconvenience', ['apologise']],
  ['Could you tell me your order number?', ['ask_order_number']],
  ['order number please', ['ask_order_number']],
  ['whats ur order id', ['ask_order_number']],
  ['May I have the booking reference?', ['ask_order_number']],
  ['pls send tracking no', ['ask_order_number']],
  ['I have your order number here', [], ['ask_order_number']],
  ["Please don't send your order number", [], ['ask_order_number']],
  ['Can I have your full name and date of birth?', ['verify_identity']],
  ['last four digits of your phone please', ['verify_identity']],
  ['what is your account number', ['verify_identity']],
  ['I need to verify your identity first', ['verify_identity']],
  ['Can you confirm your post code?', ['verify_identity']],
  ['What colour would you like?', ['ask_info']],
  ['when did you order it?', ['ask_info']],
  ['could you describe the damage', ['ask_info']],
  ['Please send me a picture', ['ask_info']],
  ['So you want it on Friday, is that right?', ['confirm_details']],
  ['just to confirm: two tickets to Porto', ['confirm_details']],
  ['Did I get that right?', ['confirm_details']],
  ['The parcel is in Leeds.', ['give_information']],
  ['it costs 20 pounds', ['give_information']],
  ['According to the carrier it left on Monday', ['give_information']],
  ['I found two flights on Saturday', ['give_information']],
  ['Is it in Leeds?', [], ['give_information']],
  ["I can't find your booking", ['state_unavailable'], ['give_information']],
  ['it is sold out', ['state_unavailable']],
  ['There are no rooms available', ['state_unavailable']],
  ["sorry we don't have any in blue", ['state_unavailable', 'apologise']],
  ['Our policy allows one change', ['state_policy']],
  ['for your security I have to check who you are', ['state_policy']],
  ["I'm not allowed to change that", ['state_policy']],
  ["I can't share that", ['refuse'], ['offer_resolution']],
  ['We are unable to refund this', ['refuse'], ['offer_resolution']],
  ['that is not possible', ['refuse']],
  ["I'll send you a new one", ['offer_resolution']],
  ['we can refund the full amount', ['offer_resolution']],
  ['would you like a voucher instead?', ['offer_resolution']],
  ['shall I book it', ['offer_resolution']],
  ['I will not refund you', ['refuse'], ['offer_resolution']],
  ["I've refunded your card", ['confirm_resolution']],
  ['all done', ['confirm_resolution']],
  ['Your new flight is booked.', ['confirm_resolution']],
  ['i have submitted the request', ['confirm_resolution']],
  ["I haven't refunded it", [], ['confirm_resolution']],
  ['you will get an email within two hours', ['set_expectation']],
  ['one moment please', ['set_expectation']],
  ['It takes 3 to 5 working days.', ['set_expectation']],
  ["i'll keep you posted", ['set_expectation']],
  ['I will ask my manager', ['escalate']],
  ['let me transfer you to the billing team', ['escalate']],
  ['Is there anything else?', ['offer_more_help']],
  ['any other questions?', ['offer_more_help']],
  ['You wrote "I am sorry to bother you".', [], ['apologise']],
  ['> thank you for nothing\nWhich size is it?', ['ask_info'], ['thank']],
  ['The “refund” you mention', [], ['offer_resolution']],
  ['asdf', []],
  ['', []],
];

describe('acts in English', () => {
  it.each(rows.map(([text, has, lacks = []]) => ({ text, has, lacks })))(
    '$text',
    ({ text, has, lacks }) => {
      const found = detectActs(text, 'en').map(({ act }) => act);
      expect(found).toEqual(expect.arrayContaining([...has]));
      for (const act of lacks) expect(found).not.toContain(act);
      if (has.length === 0 && lacks.length === 0) expect(found).toEqual([]);
    },
  );

  it('tells the words that showed an act, as they were written', () => {
    expect(detectActs('HELLO! Sorry about that.', 'en')).toEqual([
      { act: 'greet', words: 'HELLO' },
      { act: 'apologise', words: 'Sorry' },
    ]);
  });

  it('finds an act once', () => {
    expect(detectActs('Sorry. Really sorry. So sorry!', 'en')).toHaveLength(1);
  });

  it.each([
    'hello sorry frustrating refunded manager order number please bye',
    'hello sorry thanks order number full name refund done policy cannot wait bye anything else',
  ])('earns nothing for words crammed into one sentence: %s', (crammed) => {
    expect(detectActs(crammed, 'en')).toEqual([]);
  });

  it('reads a typographic apostrophe as a plain one', () => {
    expect(detectActs('I can’t apologise', 'en').map(({ act }) => act)).not.toContain('apologise');
  });

  it('knows that other languages are not known', () => {
    expect(detectActs('hello, sorry', 'fr')).toEqual([]);
  });

  it('reads a megabyte of hostile text to its end', () => {
    for (const piece of [
      'order ',
      '"',
      '“',
      '>',
      'a',
      ' ',
      'the is ',
      '?!',
      'so you ',
      'would you like ',
    ]) {
      expect(detectActs(piece.repeat(200_000), 'en').length).toBeLessThan(3);
    }
  });
});
