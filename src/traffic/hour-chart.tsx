import type { JSX } from 'solid-js';
import { type Traffic, totalOf } from '../session/traffic.ts';

const size = { width: 320, height: 120 };
const edge = { left: 8, right: 8, top: 22, bottom: 22 };

/** What each hour of a shift has used, as bars; its name tells the same. */
export function HourChart(props: {
  readonly hours: Traffic['hours'];
  readonly name: string;
  size(bytes: number): string;
  time(at: number): string;
}): JSX.Element {
  const totals = () => props.hours.map(([, bytes]) => totalOf(bytes));
  const most = () => Math.max(1, ...totals());
  const step = () => (size.width - edge.left - edge.right) / Math.max(4, totals().length);
  const floor = size.height - edge.bottom;
  const bars = () =>
    totals().map((total, index) => {
      const height = (total * (floor - edge.top)) / most();
      return `M${edge.left + (index + 0.1) * step()},${floor}v${-height}h${step() * 0.8}v${height}z`;
    });
  const highest = () => totals().indexOf(Math.max(...totals()));
  const middle = (index: number) => edge.left + (index + 0.5) * step();
  const last = () => totals().length - 1;
  const timeOf = (index: number) => props.time(props.hours[index]?.[0] ?? 0);
  return (
    <svg
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={props.name}
      class="hours"
    >
      {/* A few elements of one template: what a list made here would not be SVG (ui/dom.ts). */}
      <path class="grid" d={`M${edge.left},${floor}H${size.width - edge.right}`} />
      <path class="bars" d={bars().join('')} />
      <text x={edge.left + highest() * step()} y={edge.top - 8}>
        {props.size(most())}
      </text>
      <text x={edge.left} y={size.height - 6}>
        {timeOf(0)}
      </text>
      <text class="end" x={middle(last()) + step() / 2} y={size.height - 6}>
        {last() > 1 ? timeOf(last()) : ''}
      </text>
    </svg>
  );
}
