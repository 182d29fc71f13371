import { For, type JSX } from 'solid-js';
import type { LinkReport } from '../domain/link-check.ts';
import { useWorkspace } from '../session/workspace.ts';
import { describeUses } from './describe-report.ts';

interface ReportViewProps {
  readonly report: LinkReport;
  /** A number of bytes as it is written. */
  readonly size: (bytes: number) => string;
}

/** What was measured: in words first, then the numbers. */
export function ReportView(props: ReportViewProps): JSX.Element {
  const { t } = useWorkspace();
  const rows = (): readonly (readonly [name: string, value: string])[] => {
    const { size } = props;
    const { trip, lost, asked, speed } = props.report;
    const none = t('linkCheck.noValue');
    return [
      [
        t('linkCheck.trip'),
        trip === undefined ? none : t('linkCheck.tripValue', { ms: Math.max(1, Math.round(trip)) }),
      ],
      [t('linkCheck.lost'), t('linkCheck.lostValue', { lost, count: asked })],
      [
        t('linkCheck.speed'),
        speed === undefined ? none : t('linkCheck.speedValue', { size: size(speed) }),
      ],
    ];
  };
  return (
    <section aria-labelledby="link-result">
      <h2 id="link-result">{t('linkCheck.result')}</h2>
      <ul>
        <For each={describeUses(props.report, t)}>{(sentence) => <li>{sentence}</li>}</For>
      </ul>
      <p class="note">{t(`linkCheck.advice.${props.report.advice}`)}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('linkCheck.what')}</th>
            <th scope="col">{t('linkCheck.howMuch')}</th>
          </tr>
        </thead>
        <tbody>
          <For each={rows()}>
            {([name, value]) => (
              <tr>
                <th scope="row">{name}</th>
                <td>{value}</td>
              </tr>
            )}
          </For>
        </tbody>
      </table>
    </section>
  );
}
