// The day so far in a few numbers, and the shifts of the last hour as dots against 10 and 20.
import type { Now } from '../../api/types';
import { minutes, moment, number, orUnknown, percent } from '../../format';
import { Card } from '../../parts/card';
import { t } from '../../texts';

const floor = 10;
const goal = 20;

function Shifts({ n }: { n: number }) {
  const dots = Math.max(goal, Math.min(n, 2 * goal));
  return (
    <div class="shifts">
      <p class="big">
        {number(n)} <small>{t('now.shifts')}</small>
      </p>
      <svg class="shift-dots" viewBox={`0 0 ${dots * 12 + 4} 22`} role="img" aria-label={t('now.shifts_of', { n })}>
        {Array.from({ length: dots }, (_, i) => (
          <circle key={i} class={i < n ? 'dot-on' : 'dot-off'} cx={i * 12 + 8} cy="9" r="4" />
        ))}
        {[floor, goal].map((line) => (
          <path key={line} class="dot-line" d={`M${line * 12 + 2} 1V17`} />
        ))}
      </svg>
      <p class="quiet-text">{t('trends.shifts_lines')}</p>
    </div>
  );
}

export function NumbersCard({ now }: { now: Now }) {
  const facts: [string, string][] = [
    [t('now.session'), minutes(now.session_min)],
    [t('now.today'), minutes(now.sitting_today_min)],
    [t('now.still'), minutes(now.static_min)],
    [t('now.support'), orUnknown(now.supported_share_pct, percent)],
    [t('now.break'), orUnknown(now.last_break_ms, (ms) => moment(ms, now.at_ms))],
  ];
  return (
    <Card title={t('now.numbers')} class="numbers-card">
      <Shifts n={now.shifts_this_hour} />
      <dl class="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
