// Taking the log along: as CSV or JSON by kind and time, or all of it as one SQLite file.
import { useState } from 'preact/hooks';
import { Card } from '../../parts/card';
import { chairPath, hub, mayAct, now } from '../../state';
import { t } from '../../texts';

const kinds = ['minutes', 'spans', 'sittings', 'alerts', 'events'] as const;
const dayMs = 86_400_000;
const lengths = [7, 30, 90, 0]; // days; 0 is everything

export function ExportCard() {
  const [what, choose] = useState<(typeof kinds)[number]>('sittings');
  const [days, last] = useState(30);
  const to = (now.value?.at_ms ?? hub.value?.now_ms ?? Date.now()) + dayMs;
  const from = days ? to - (days + 1) * dayMs : 0;
  const href = (format: string) => chairPath(`/export?format=${format}&what=${what}&from_ms=${from}&to_ms=${to}`);
  return (
    <Card title={t('settings.export')} id="export">
      <div class="inline">
        <label class="inline">
          {t('settings.export_what')}
          <select value={what} onChange={(event) => choose(event.currentTarget.value as (typeof kinds)[number])}>
            {kinds.map((one) => (
              <option key={one} value={one}>
                {t(`settings.what.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="inline">
          {t('settings.export_days')}
          <select value={days} onChange={(event) => last(Number(event.currentTarget.value))}>
            {lengths.map((one) => (
              <option key={one} value={one}>
                {one ? t('settings.export_n_days', { n: one }) : t('settings.export_all')}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="inline">
        <a class="button" href={href('csv')} download>
          {t('settings.export_csv')}
        </a>
        <a class="button" href={href('json')} download>
          {t('settings.export_json')}
        </a>
      </p>
      {mayAct() && (
        <p>
          <a class="button" href="/api/export.sqlite" download>
            {t('settings.export_sqlite')}
          </a>
        </p>
      )}
    </Card>
  );
}
