import { ns } from './namespaces.ts';
import type { OpenStream } from './open-stream.ts';

/** A question of stream management (XEP-0198). */
export interface ManagementQuestion {
  readonly stream: Pick<OpenStream, 'listen' | 'send'>;
  /** `<enable/>` or `<resume/>`. */
  readonly text: string;
  /** What was answered already, where it was asked while signing in. */
  readonly answered?: Element | undefined;
  /** Told, before anything else comes, whether there is a session that counts from now on. */
  readonly begins: (isSession: boolean) => void;
  /** Takes everything else, and all that comes behind the answer. */
  readonly onElement: (element: Element) => void;
}

/** Asks, and gives `<enabled/>`, `<resumed/>` or `<failed/>`. */
export function askManagement(question: ManagementQuestion): Promise<Element> {
  const { stream, text, answered, begins, onElement } = question;
  return new Promise((resolve) => {
    const take = (element: Element) => {
      const isAnswer =
        element.namespaceURI === ns.management &&
        /^(enabled|resumed|failed)$/.test(element.localName);
      if (!isAnswer) return onElement(element);
      begins(element.localName !== 'failed');
      stream.listen(onElement);
      resolve(element);
    };
    stream.listen(take);
    if (answered) take(answered);
    else stream.send(text);
  });
}
