import { describe, expect, it } from 'vitest';
import { applyEvent } from '../../src/domain/apply-event.ts';
import { previewOf } from '../../src/domain/describe-conversation.ts';
import { describeEvent } from '../../src/domain/describe-event.ts';
import { describeMessage } from '../../src/domain/describe-message.ts';
import type { DeskEvent } from '../../src/domain/desk-state.ts';
import { findConversation } from '../../src/domain/desk-state.ts';
import type { Caption } from '../../src/domain/message.ts';
import { aConversation, aDesk, aMessage, chinese, english, noon } from '../support/samples.ts';

const voice = aMessage({
  text: 'My parcel is gone.',
  attachment: { script: 'My parcel is gone.' },
});
const desk = aDesk([aConversation({ messages: [voice, aMessage({ id: 'm2', text: 'Hello?' })] })]);
const caption: Caption = {
  by: 'machine',
  confidence: 0.7,
  doubtful: ['gone'],
  engine: 'speech-box',
};
const captioned = (patch: Partial<Extract<DeskEvent, { type: 'message.captioned' }>> = {}) =>
  ({
    type: 'message.captioned',
    conversationId: 'c1',
    messageId: 'm1',
    text: 'My parcel has gone.',
    caption,
    ...patch,
  }) as const;

describe('a voice message', () => {
  it('A11: is named by author, words, what it is, and time last', () => {
    expect(describeMessage(voice, 'Lin', '14:05', english)).toBe(
      'Lin: My parcel is gone. (voice message), 14:05',
    );
    expect(describeMessage({ ...voice, text: '包裹没了' }, '林', '14:05', chinese)).toBe(
      '林：包裹没了（语音），14:05',
    );
  });

  it('A11: a message in writing is not called one', () => {
    expect(describeMessage(aMessage(), 'Lin', '', english)).toBe('Lin: Where is my parcel?');
  });

  it('A24: is announced as one, in the open conversation and in another', () => {
    const event: DeskEvent = { type: 'message.received', message: { ...voice, id: 'm3' } };
    const said = (selectedId?: string) =>
      describeEvent(event, { ...desk, selectedId }, english, noon)?.text;
    expect(said('c1')).toBe('My parcel is gone. (voice message)');
    expect(said()).toBe('Lin: My parcel is gone. (voice message)');
  });
});

describe('its caption', () => {
  it('becomes what the desk shows and says of the message, and leaves the others alone', () => {
    const after = applyEvent(desk, captioned());
    const [first, second] = findConversation(after, 'c1')?.messages ?? [];
    expect(first).toEqual({ ...voice, text: 'My parcel has gone.', caption });
    expect(second).toBe(findConversation(desk, 'c1')?.messages[1]);
    expect(first && describeMessage(first, 'Lin', '', english)).toContain('My parcel has gone.');
  });

  it('is what the list of conversations shows, when it is the last word', () => {
    const after = applyEvent(desk, captioned({ messageId: 'm2', text: 'Hello, is anyone there?' }));
    const conversation = findConversation(after, 'c1');
    expect(conversation && previewOf(conversation)).toBe('Hello, is anyone there?');
  });

  it('changes nothing in a conversation that is not here', () => {
    expect(applyEvent(desk, captioned({ conversationId: 'other' }))).toBe(desk);
  });

  it('is not announced by itself: who asked for it is answered', () => {
    expect(describeEvent(captioned(), desk, english, noon)).toBeUndefined();
  });

  it('is replaced by what the agent has put right', () => {
    const edited = { text: 'My purse has gone.', caption: { by: 'agent' } as const };
    const after = [captioned(), captioned(edited)].reduce<typeof desk>(applyEvent, desk);
    expect(findConversation(after, 'c1')?.messages[0]).toEqual({ ...voice, ...edited });
  });
});
