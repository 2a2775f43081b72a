// Raw readings into a file on the hub, for as long as somebody says.
import { useState } from 'preact/hooks';
import { remove, sendJson } from '../../api/http';
import { useReading } from '../../api/reading';
import type { Recording } from '../../api/types';
import { clock, number } from '../../format';
import { Card } from '../../parts/card';
import { usePolling } from '../../parts/polling';
import { attempt } from '../../parts/toasts';
import { said } from '../../said';
import { chairPath, hub, mayAct } from '../../state';
import { t } from '../../texts';

const longest = 3600;

function State({ recording }: { recording: Recording }) {
  if (recording.running && recording.started_ms !== null)
    return (
      <p role="status">
        {t('chair.recording_running', { time: clock(recording.started_ms), rows: number(recording.rows) })}
      </p>
    );
  if (!recording.file) return null;
  return (
    <p class="inline">
      <span>{t('chair.recording_done', { rows: number(recording.rows), file: recording.file })}</span>
      <a class="button" href={chairPath('/recording.csv')} download>
        {t('chair.recording_get')}
      </a>
    </p>
  );
}

export function RecordingCard() {
  const reading = useReading<Recording>(chairPath('/recording'));
  const [seconds, type] = useState(60);
  const recording = reading.data;
  usePolling(recording?.running ?? false, reading.again);
  const path = chairPath('/recording');
  const begin = async (event: Event) => {
    event.preventDefault();
    await attempt(() => sendJson(path, { seconds }));
    reading.again();
  };
  const end = async () => {
    await attempt(() => remove(path));
    reading.again();
  };
  return (
    <Card title={t('chair.recording')}>
      <p class="quiet-text">{t('chair.recording_why')}</p>
      {hub.value && hub.value.raw_recording_dir === null ? (
        <p>{t('chair.recording_off')}</p>
      ) : (
        <>
          {recording && <State recording={recording} />}
          {recording?.trouble && <p class="refused-text">{said(recording.trouble)}</p>}
          {mayAct() &&
            (recording?.running ? (
              <button type="button" onClick={end}>
                {t('chair.recording_stop')}
              </button>
            ) : (
              <form class="inline" onSubmit={begin}>
                <label class="inline">
                  {t('chair.recording_seconds')}
                  <input
                    type="number"
                    min={1}
                    max={longest}
                    required
                    value={seconds}
                    onInput={(event) => type(event.currentTarget.valueAsNumber)}
                  />
                </label>
                <button type="submit">{t('chair.recording_start')}</button>
              </form>
            ))}
        </>
      )}
    </Card>
  );
}
