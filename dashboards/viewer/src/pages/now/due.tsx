// How much of each cause has built up, as rings, and which one comes next.
import type { Now } from '../../api/types';
import { length, number } from '../../format';
import { Card } from '../../parts/card';
import { code, t } from '../../texts';

type CauseNow = Now['causes'][number];
const round = 2 * Math.PI * 26;

function Ring({ one }: { one: CauseNow }) {
  const part = one.limit_min > 0 ? Math.min(1, one.built_up_min / one.limit_min) : 0;
  const kind = !one.on ? 'off' : one.active || part >= 1 ? 'due' : part >= 0.7 ? 'near' : '';
  const words = t('now.due_ring', {
    cause: t(`cause.${one.cause}`),
    done: number(one.built_up_min),
    limit: number(one.limit_min),
  });
  return (
    <li class={`ring ${kind}`}>
      <svg viewBox="0 0 64 64" width="64" height="64" role="img" aria-label={words}>
        <circle class="ring-track" cx="32" cy="32" r="26" />
        <circle
          class="ring-part"
          cx="32"
          cy="32"
          r="26"
          stroke-dasharray={`${part * round} ${round}`}
          transform="rotate(-90 32 32)"
        />
        <text x="32" y="33" text-anchor="middle" class="ring-number">
          {number(one.built_up_min)}
        </text>
        <text x="32" y="45" text-anchor="middle" class="ring-limit">
          {`/ ${number(one.limit_min)}`}
        </text>
      </svg>
      <span class="ring-name">{t(`cause.${one.cause}`)}</span>
      {!one.on && <span class="ring-state">{t('now.due_off')}</span>}
      {one.on && one.active && (
        <span class="ring-state">{one.held === 'nothing' ? t('now.due_now') : code('held', one.held)}</span>
      )}
    </li>
  );
}

export function DueCard({ now }: { now: Now }) {
  const next = now.next_due;
  return (
    <Card title={t('now.due')} class="due-card">
      <p class="due-next">
        {next
          ? t('now.due_next', { cause: t(`cause.${next.cause}`), length: length(next.in_s * 1000) })
          : t('now.due_none')}
      </p>
      <ul class="rings">
        {now.causes.map((one) => (
          <Ring key={one.cause} one={one} />
        ))}
      </ul>
    </Card>
  );
}
