// Each pad: its value now, whether it is believed and why not, its noise and its drift.
import { command } from '../../actions';
import type { Chair, PadHealth, Pads } from '../../api/types';
import { ChairAbove } from '../../drawings/chair_above';
import { ChairFront } from '../../drawings/chair_front';
import { clock, number, orUnknown, percent, share } from '../../format';
import { Card } from '../../parts/card';
import { attempt } from '../../parts/toasts';
import { said } from '../../said';
import { mayAct } from '../../state';
import { code, t } from '../../texts';

type Health = PadHealth['pads'][number];

function Meter({ value }: { value: number | null }) {
  return (
    <span class="meter">
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="meter-track" width="100" height="8" rx="4" />
        <rect class="meter-part" width={Math.max(0, Math.min(1, value ?? 0)) * 100} height="8" rx="4" />
      </svg>
      <span>{share(value)}</span>
    </span>
  );
}

function Status({ health }: { health: Health | undefined }) {
  if (!health) return <span class="quiet-text">{t('load.wait')}</span>;
  const fine = health.status === 'ok';
  return (
    <>
      <span class={fine ? 'tag fine' : 'tag trouble'}>{code('pad_status', health.status)}</span>
      {!fine && (
        <span class="pad-reason">
          {said(health.reason)}
          {health.since_ms !== null && ` · ${t('chair.since', { time: clock(health.since_ms) })}`}
        </span>
      )}
      {health.times > 0 && <span class="quiet-text"> {t('chair.times', { n: health.times })}</span>}
    </>
  );
}

function Row({
  chair,
  index,
  health,
  pads,
}: {
  chair: Chair;
  index: number;
  health: Health | undefined;
  pads: Pads | null;
}) {
  const pad = chair.pads[index]!;
  return (
    <tr>
      <th scope="row">
        {pad.name}
        <small>{t(`zone.${pad.zone}`)}</small>
      </th>
      <td>
        <Meter value={pads?.load[index] ?? null} />
      </td>
      <td>
        <Status health={health} />
      </td>
      <td class="numeric">{orUnknown(pads?.counts[index], (n) => number(n))}</td>
      <td class="numeric">{orUnknown(health?.zero, (n) => number(n))}</td>
      <td class="numeric">{orUnknown(health?.noise, (n) => number(n, 1))}</td>
      <td class="numeric">{orUnknown(health?.drift, (n) => percent(n * 100))}</td>
    </tr>
  );
}

export function PadsTable({ chair, health, pads }: { chair: Chair; health: PadHealth | undefined; pads: Pads | null }) {
  const lost = health?.pads.filter((one) => one.status !== 'ok').length ?? 0;
  const summary = lost === 0 ? t('chair.all_ok') : t('chair.some_not_ok', { n: lost, all: chair.pads.length });
  return (
    <Card title={t('chair.pads')} aside={health && <span class={lost ? 'tag trouble' : 'tag fine'}>{summary}</span>}>
      <div class="pads-page">
        <div class="drawings small">
          <ChairAbove chair={chair} pads={pads} />
          <ChairFront chair={chair} pads={pads} />
        </div>
        <div class="scroll tall" tabIndex={0} role="group" aria-label={t('chair.pads')}>
          <table class="pads-table">
            <thead>
              <tr>
                {(['pad', 'now', 'status', 'counts', 'zero', 'noise', 'drift'] as const).map((one) => (
                  <th key={one} scope="col">
                    {t(`chair.${one}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {chair.pads.map((pad, i) => (
                <Row
                  key={pad.name}
                  chair={chair}
                  index={i}
                  health={health?.pads.find((one) => one.name === pad.name)}
                  pads={pads}
                />
              ))}
            </tbody>
          </table>
        </div>
      </div>
      <p class="quiet-text">
        {t('chair.explain_drift')} {health && t('chair.dropped', { n: number(health.dropped_frames) })}
      </p>
      {mayAct() && (
        <p class="inline">
          <button type="button" onClick={() => attempt(() => command('tare', 'PRESS'), t('do.ok'))}>
            {t('chair.tare')}
          </button>
          <span class="quiet-text">{t('chair.tare_why')}</span>
        </p>
      )}
    </Card>
  );
}
