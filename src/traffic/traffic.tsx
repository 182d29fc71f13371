import '../ui/form.css';
import './traffic.css';
import { createSignal, For, type JSX, onCleanup, onMount, Show } from 'solid-js';
import { describeSize } from '../session/describe-size.ts';
import { Link } from '../session/link.tsx';
import { Screen } from '../session/screen.tsx';
import {
  followTraffic,
  keepPrice,
  readPrice,
  readTraffic,
  shiftOf,
  thisHourOf,
  totalOf,
  trafficKinds,
  type Traffic as Used,
} from '../session/traffic.ts';
import { useWorkspace } from '../session/workspace.ts';
import { HourChart } from './hour-chart.tsx';

const megabyte = 1_000_000;

/** What this shift has used of the network, by kind and by hour, and what that costs. */
export function Traffic(): JSX.Element {
  const { t, say, router, session, storage, language, now, formatTime } = useWorkspace();
  const [used, setUsed] = createSignal<Used>();
  const [price, setPrice] = createSignal(0);
  let isHere = true;
  const look = () => void readTraffic(storage).then((found) => isHere && setUsed(found));
  onMount(() => {
    look();
    void readPrice(storage).then((found) => isHere && setPrice(found));
  });
  onCleanup(followTraffic(storage, look));
  onCleanup(() => {
    isHere = false;
  });
  const shift = () => shiftOf(used());
  const hour = () => thisHourOf(used(), now());
  const hours = () => used()?.hours ?? [];
  const size = (bytes: number) => (bytes ? describeSize(bytes, language()) : '0');
  const cost = (bytes: number) =>
    new Intl.NumberFormat(language(), { maximumFractionDigits: 2 }).format(
      (bytes * price()) / megabyte,
    );
  const sentence = () => {
    const all = totalOf(shift());
    if (!all) return t('traffic.nothing');
    const sizes = { shift: size(all), hour: size(totalOf(hour())) };
    return price() ? t('traffic.sumCost', { ...sizes, cost: cost(all) }) : t('traffic.sum', sizes);
  };
  const byHour = () =>
    t('traffic.byHour', {
      hours: hours()
        .map(([at, bytes]) => `${formatTime(at)} ${size(totalOf(bytes))}`)
        .join(t('app.comma')),
    });
  const takePrice = async (value: number) => {
    const isPrice = value >= 0 && value <= 1000;
    if (!isPrice) return say(t('traffic.noPrice'));
    setPrice(value);
    await keepPrice(storage, value);
    say(sentence());
  };
  return (
    <Screen
      title={t('commands.traffic')}
      pageTitle={t('app.title', { page: t('commands.traffic') })}
      class="traffic"
      takesFocus={router.hasMoved() && !router.restoreFocus()}
    >
      <p class="lead">{sentence()}</p>
      <p>
        <Link
          id="traffic-back"
          to={session() ? 'desk' : 'start'}
          text={t(session() ? 'common.back' : 'settings.toStart')}
        />
      </p>
      <Show when={hours().length}>
        <section>
          <HourChart hours={hours()} name={byHour()} size={size} time={formatTime} />
          <table>
            <thead>
              <tr>
                <th scope="col">{t('traffic.kind')}</th>
                <th scope="col">{t('traffic.hour')}</th>
                <th scope="col">{t('traffic.shift')}</th>
                <Show when={price()}>
                  <th scope="col">{t('traffic.cost')}</th>
                </Show>
              </tr>
            </thead>
            <tbody>
              <For each={trafficKinds}>
                {(kind) => (
                  <tr>
                    <th scope="row">{t(`traffic.${kind}`)}</th>
                    <td>{size(hour()[kind])}</td>
                    <td>{size(shift()[kind])}</td>
                    <Show when={price()}>
                      <td>{cost(shift()[kind])}</td>
                    </Show>
                  </tr>
                )}
              </For>
            </tbody>
          </table>
        </section>
      </Show>
      <p class="field">
        <label for="traffic-price">{t('traffic.price')}</label>
        <input
          id="traffic-price"
          type="number"
          min="0"
          max="1000"
          step="any"
          autocomplete="off"
          aria-describedby="traffic-hint"
          value={price() || ''}
          onChange={(event) => void takePrice(Number(event.currentTarget.value))}
        />
      </p>
      <p class="hint" id="traffic-hint">
        {t('traffic.hint')}
      </p>
    </Screen>
  );
}
