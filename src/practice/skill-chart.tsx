import { For, type JSX, Show } from 'solid-js';
import { useWorkspace } from '../session/workspace.ts';
import { type Skill, type SkillPoint, spanOf } from './skills.ts';

const size = { width: 320, height: 160 };
const edge = { left: 40, right: 42, top: 22, bottom: 14 };
/** Beyond this many, smaller points keep apart. */
const many = 15;

const y = (percent: number): number =>
  edge.top + ((100 - percent) * (size.height - edge.top - edge.bottom)) / 100;

const grid = [0, 50, 100]
  .map((percent) => `M${edge.left - 8},${y(percent)}H${size.width - 8}`)
  .join('');

/** A skill over time: a chart whose name is its sentence, and the same numbers as a table. */
export function SkillChart(props: {
  readonly skill: Skill;
  date(at: number): string;
}): JSX.Element {
  const { t } = useWorkspace();
  const points = () => props.skill.points;
  const name = () => t(`assessment.dimension.${props.skill.dimension}`);
  const x = (index: number): number => {
    const room = size.width - edge.left - edge.right;
    return edge.left + (points().length > 1 ? (index * room) / (points().length - 1) : room / 2);
  };
  const sentence = () => {
    const { from, to } = spanOf(props.skill);
    const practices = points().length;
    const open = points().at(-1)?.open;
    const first =
      practices === 1
        ? t('progress.once', { skill: name(), points: to })
        : t('progress.span', { skill: name(), from, to, practices });
    return open ? `${first} ${t('progress.mayAdd', { open })}` : first;
  };
  const at = (index: number, percent: number) => `${x(index)},${y(percent)}`;
  const way = () => points().map((each, index) => at(index, each.points));
  const round = (index: number, percent: number) => {
    const r = points().length > many ? 2.5 : 4.5;
    return `M${at(index, percent)}m${-r},0a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0`;
  };
  const dots = () => points().map((each, index) => round(index, each.points));
  const ways = () =>
    points().map((each, index) =>
      each.open
        ? `M${at(index, each.points)}L${at(index, each.points + each.open)}${round(index, each.points + each.open)}`
        : '',
    );
  const last = () => points().length - 1;
  const valueAt = (index: number) => points()[index]?.points ?? 0;
  return (
    <section class="skill">
      <h3>{name()}</h3>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={sentence()}
        class="chart"
      >
        {/* A few elements of one template: what a list made here would not be SVG (ui/dom.ts). */}
        <path class="grid" d={grid} />
        <text class="scale" x={edge.left - 14} y={y(0) + 4}>
          0
        </text>
        <text class="scale" x={edge.left - 14} y={y(50) + 4}>
          50
        </text>
        <text class="scale" x={edge.left - 14} y={y(100) + 4}>
          100
        </text>
        <path class="open" d={ways().join('')} />
        <polyline class="way" points={way().join(' ')} />
        <path class="point" d={dots().join('')} />
        {/* Only where it began and where it is: what lies between stands in the table. */}
        <text class="value end" x={x(last()) + 9} y={y(valueAt(last())) + 4}>
          {valueAt(last())}
        </text>
        <text class="value" x={x(0)} y={y(valueAt(0)) - 9}>
          {last() ? valueAt(0) : ''}
        </text>
      </svg>
      <details>
        <summary>{t('progress.numbers', { skill: name() })}</summary>
        <Numbers points={points()} date={props.date} />
      </details>
    </section>
  );
}

function Numbers(props: {
  readonly points: readonly SkillPoint[];
  date(at: number): string;
}): JSX.Element {
  const { t } = useWorkspace();
  return (
    <table class="points">
      <thead>
        <tr>
          <th scope="col">{t('progress.date')}</th>
          <th scope="col">{t('progress.practice')}</th>
          <th scope="col">{t('progress.score')}</th>
        </tr>
      </thead>
      <tbody>
        <For each={props.points}>
          {({ run, points, open }) => (
            <tr>
              <th scope="row">{props.date(run.report.startedAt)}</th>
              <td lang={run.report.language}>{run.report.title}</td>
              <td>
                {points}
                <Show when={open}>
                  {t('app.comma')}
                  {t('assessment.open', { points: open })}
                </Show>
              </td>
            </tr>
          )}
        </For>
      </tbody>
    </table>
  );
}
