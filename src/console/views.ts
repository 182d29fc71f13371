/** What is kept of a conversation's screen while the agent is in another one (A8). */
export interface View {
  startId: string | undefined;
  messageId: string | undefined;
  isAtBottom: boolean;
  scrollTop: number;
  focusMessage(id: string | undefined): void;
  showEarlier(): void;
}

/** One view a conversation, made when first asked for. */
export interface Views {
  of(conversationId: string): View;
}

/** Reading positions live as long as the shift. */
export function createViews(): Views {
  const views = new Map<string, View>();
  return {
    of: (id) => {
      const known = views.get(id);
      if (known) return known;
      const view: View = {
        startId: undefined,
        messageId: undefined,
        isAtBottom: true,
        scrollTop: 0,
        focusMessage: () => undefined,
        showEarlier: () => undefined,
      };
      views.set(id, view);
      return view;
    },
  };
}
