import { speechOf } from '../domain/speech-settings.ts';
import type { Recognizer } from '../speech/recognizer.ts';
import { createRegistry, type Registry } from '../speech/registry.ts';
import { createSpeechBox } from '../speech/speech-box/create-speech-box.ts';
import { findBrowserSpeech } from '../speech/web-speech-recognition/browser-recognition.ts';
import { createWebSpeechRecognition } from '../speech/web-speech-recognition/create-web-speech-recognition.ts';
import { createSpeechBoxKey } from './speech-box-key.ts';
import type { Workspace } from './workspace.ts';

/**
 * The engines that listen, in the order in which they are tried: the nearer one first, the cloud,
 * which has to be agreed to, last.
 */
export function createRecognizers({
  clock,
  settings,
  storage,
}: Pick<Workspace, 'clock' | 'settings' | 'storage'>): Registry<Recognizer> {
  // Undefined on a page that came over plain http from another computer.
  const devices = navigator.mediaDevices as MediaDevices | undefined;
  const byBrowser = (place: 'device' | 'cloud') =>
    createWebSpeechRecognition({
      place,
      agreed: () => speechOf(settings()).cloudAgreed,
      clock,
      browser: findBrowserSpeech(window),
      devices,
    });
  const box = createSpeechBox({
    address: () => speechOf(settings()).boxAddress,
    key: createSpeechBoxKey(storage).read,
    clock,
    fetch: (...request) => fetch(...request),
    createSocket: (url) => new WebSocket(url),
    devices,
    pageProtocol: location.protocol,
  });
  return createRegistry<Recognizer>([byBrowser('device'), box, byBrowser('cloud')]);
}
