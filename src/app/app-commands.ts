import { type Accessor, createSignal } from 'solid-js';
import type { Command } from '../a11y/commands.ts';
import type { Regions } from '../a11y/regions.ts';
import type { AvailabilityStatus } from '../domain/agent.ts';
import { describeOffer } from '../domain/describe-offer.ts';
import type { Workspace } from '../session/workspace.ts';
import type { MessageKey } from '../shared/translate.ts';
import { countUnsent } from './count-unsent.ts';
import type { DeskActions } from './desk-actions.ts';

/** What may lie over the screen. */
export type Layer = 'palette' | 'stop-practice' | 'sign-out' | 'numbers';

/** The commands that work on every screen, and the layers that they open. */
export interface AppLayers {
  readonly commands: readonly Command[];
  readonly layer: Accessor<Layer | undefined>;
  openPalette(): void;
  close(): void;
  /** Ends the practice and opens its debrief. */
  stopPractice(): void;
  /** Leaves the desk, whatever has not been sent. */
  signOut(): void;
}

interface AppParts {
  readonly workspace: Workspace;
  readonly actions: DeskActions;
  readonly regions: Regions;
  extendOffers(): boolean;
}

/** Commands of the desk as a whole (A34); those of the open conversation are the console's. */
export function appCommands(parts: AppParts): AppLayers {
  const { workspace, actions, regions } = parts;
  const { t, say, queue, router, session, settings, changeSettings, now } = workspace;
  const [layer, setLayer] = createSignal<Layer>();
  const hasShift = () => session() !== undefined;
  const hasOffer = () => (session()?.desk().offers.length ?? 0) > 0;
  const isPractice = () => hasShift() && workspace.run() !== undefined;

  /** With the words of later screens, which come within the first seconds. */
  const sayLater = (key: MessageKey) =>
    void workspace.allSentences().then(
      () => say(t(key)),
      () => say(t('app.loadFailed')),
    );
  const availability = (status: AvailabilityStatus): Command => ({
    id: status,
    available: hasShift,
    run: () => {
      const shift = session();
      if (!shift) return;
      shift.setAvailability({ ...shift.desk().availability, status });
      sayLater(`availability.${status}`);
    },
  });
  const stopPractice = () => {
    setLayer(undefined);
    workspace.run()?.finish();
  };
  const signOut = () => {
    setLayer(undefined);
    workspace.endSession();
    // A shared computer begins anew, empty.
    if (!workspace.storage.leave('wiped')) router.go('start');
  };
  const commands: readonly Command[] = [
    { id: 'palette', run: () => setLayer('palette') },
    { id: 'show-numbers', run: () => setLayer('numbers') },
    { id: 'next-region', run: () => regions.next() },
    { id: 'previous-region', run: () => regions.previous() },
    { id: 'repeat-announcement', run: () => queue.repeatLast() },
    {
      id: 'do-not-disturb',
      run: () => {
        const on = !queue.doNotDisturb();
        queue.setDoNotDisturb(on);
      },
    },
    { id: 'announcement-log', run: () => router.go('announcements') },
    { id: 'accept-offer', available: hasOffer, run: actions.acceptFirst },
    { id: 'decline-offer', available: hasOffer, run: actions.declineFirst },
    {
      id: 'speak-offers',
      available: hasShift,
      run: () => {
        const offers = session()?.desk().offers ?? [];
        if (!offers.length) return say(t('offers.none'));
        const each = offers.map((offer) => describeOffer(offer, t, now()));
        say(`${t('offers.count', { count: offers.length })} ${each.join('. ')}`);
      },
    },
    {
      id: 'extend-timer',
      available: hasOffer,
      run: () => sayLater(parts.extendOffers() ? 'timers.extended' : 'timers.cannotExtend'),
    },
    availability('available'),
    availability('busy'),
    availability('away'),
    availability('offline'),
    { id: 'help', run: () => router.go('help') },
    { id: 'settings', run: () => router.go('settings') },
    { id: 'canned-library', run: () => router.go('canned-responses') },
    {
      id: 'switch-language',
      run: () => changeSettings({ language: settings().language === 'en' ? 'zh-CN' : 'en' }),
    },
    { id: 'practise', available: () => !hasShift(), run: () => router.go('practise') },
    { id: 'sign-in', available: () => !hasShift(), run: () => router.go('sign-in') },
    {
      id: 'sign-out',
      available: hasShift,
      run: () => {
        if (isPractice()) setLayer('stop-practice');
        else if (countUnsent(session()?.desk())) setLayer('sign-out');
        else signOut();
      },
    },
  ];
  return {
    commands,
    layer,
    openPalette: () => setLayer('palette'),
    close: () => setLayer(undefined),
    stopPractice,
    signOut,
  };
}
