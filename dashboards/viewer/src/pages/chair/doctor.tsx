// What `chairhub doctor` finds, with what to do about it.
import { send } from '../../api/http';
import { useReading } from '../../api/reading';
import type { Doctor } from '../../api/types';
import { moment, sentence } from '../../format';
import { Card, Waiting } from '../../parts/card';
import { usePolling } from '../../parts/polling';
import { attempt } from '../../parts/toasts';
import { said } from '../../said';
import { chairId, hub, mayAct } from '../../state';
import { code, t } from '../../texts';

const worst = ['problem', 'warning', 'note', 'ok'];

function Findings({ doctor }: { doctor: Doctor }) {
  const mine = doctor.findings
    .filter((one) => one.chair === '' || one.chair === chairId.value)
    .sort((a, b) => worst.indexOf(a.severity) - worst.indexOf(b.severity));
  const fine = mine.filter((one) => one.severity === 'ok');
  return (
    <>
      <ul class="findings">
        {mine
          .filter((one) => one.severity !== 'ok')
          .map((one) => (
            <li key={`${one.name} ${one.chair} ${one.what}`}>
              <span class={`tag ${one.severity}`}>{code('severity', one.severity)}</span>
              <div>
                <p>{sentence(said(one.what))}</p>
                {one.cure && (
                  <p class="quiet-text">
                    <strong>{t('chair.doctor_cure')}:</strong> {said(one.cure)}
                  </p>
                )}
              </div>
            </li>
          ))}
      </ul>
      {fine.length > 0 && (
        <details>
          <summary>{t('chair.doctor_ok', { n: fine.length })}</summary>
          <ul class="plain-list">
            {fine.map((one) => (
              <li key={`${one.name} ${one.chair} ${one.what}`}>{sentence(said(one.what))}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

export function DoctorCard() {
  const reading = useReading<Doctor>('/api/doctor');
  const doctor = reading.data;
  usePolling(doctor?.running ?? false, reading.again);
  const look = async () => {
    await attempt(() => send('/api/doctor', ''));
    reading.again();
  };
  return (
    <Card
      title={t('chair.doctor')}
      aside={
        doctor?.examined_ms ? (
          <span class="quiet-text">
            {t('chair.doctor_at', { time: moment(doctor.examined_ms, hub.value?.now_ms ?? doctor.examined_ms) })}
          </span>
        ) : null
      }
    >
      <p class="quiet-text">{t('chair.doctor_why')}</p>
      {!doctor ? (
        <Waiting reading={reading} />
      ) : (
        <div aria-live="polite">
          {doctor.running && <p>{t('chair.doctor_running')}</p>}
          {!doctor.running && doctor.examined_ms === null && <p>{t('chair.doctor_none')}</p>}
          <Findings doctor={doctor} />
        </div>
      )}
      {mayAct() && (
        <button type="button" disabled={doctor?.running ?? true} onClick={look}>
          {t('chair.doctor_start')}
        </button>
      )}
    </Card>
  );
}
