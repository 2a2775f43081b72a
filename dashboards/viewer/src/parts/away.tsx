// Says calmly when the hub does not answer, and when it is back.
import { useEffect, useState } from 'preact/hooks';
import { clock } from '../format';
import { heardAt, link, restartedAt } from '../state';
import { t } from '../texts';

const backForMs = 15_000;

function Back() {
  const restarted = restartedAt.value;
  const [shown, show] = useState(true);
  useEffect(() => {
    const timer = setTimeout(() => show(false), backForMs);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <p class="notice good">{restarted === null ? t('link.back') : t('link.restarted', { time: clock(restarted) })}</p>
  );
}

let wasAway = false;

export function Away() {
  const away = link.value === 'away';
  if (away) wasAway = true;
  return (
    <div class="away-place" role="status">
      {away && (
        <p class="notice">
          <span class="breathing" aria-hidden="true" />
          {t('link.away')} {heardAt.value > 0 && t('link.away_since', { time: clock(heardAt.value) })}
        </p>
      )}
      {!away && wasAway && link.value === 'live' && <Back key={restartedAt.value} />}
    </div>
  );
}
