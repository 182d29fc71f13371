import type { JSX } from 'solid-js';
import { useWorkspace } from '../session/workspace.ts';
import { Confirm } from '../ui/confirm.tsx';

/** Says where the voice goes before anything goes there. Agreeing is kept; not agreeing changes nothing. */
export function CloudConsent(props: {
  /** Closed in either way. */
  onClose(hasAgreed: boolean): void;
}): JSX.Element {
  const { t, say, settings, changeSettings } = useWorkspace();
  const agree = () => {
    changeSettings({ speech: { ...settings().speech, cloudAgreed: true } });
    props.onClose(true);
    say(t('speechInput.cloud.agreed'));
  };
  return (
    <Confirm
      id="cloud-consent"
      title={t('speechInput.cloud.title')}
      description={t('speechInput.cloud.text')}
      confirm={t('speechInput.cloud.agree')}
      keep={t('speechInput.cloud.keep')}
      onConfirm={agree}
      onClose={() => props.onClose(false)}
    />
  );
}
