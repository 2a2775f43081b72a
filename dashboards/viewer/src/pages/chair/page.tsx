// Chair: its pads and whether to believe them, the calibration, who uses it, raw recordings and the doctor.
import { useReading } from '../../api/reading';
import type { PadHealth } from '../../api/types';
import { number } from '../../format';
import { said } from '../../said';
import { chair, chairPath, mayAct, pads } from '../../state';
import { t } from '../../texts';
import { CalibrationCard } from './calibration';
import { DoctorCard } from './doctor';
import { PadsTable } from './pads';
import { ProfilesCard } from './profiles';
import { RecordingCard } from './recording';

export function ChairPage() {
  const one = chair.value;
  const health = useReading<PadHealth>(chairPath('/pad-health'), ['events']);
  if (!one) return <p class="empty">{t('load.wait')}</p>;
  return (
    <>
      <div class="page-head">
        <h1>{one.name}</h1>
        <p class="quiet-text">
          {said(one.kit)} · {t('chair.rate', { n: number(one.rate_hz, 1) })}
        </p>
      </div>
      <PadsTable chair={one} health={health.data} pads={pads.value} />
      <div class="two">
        <CalibrationCard chair={one} />
        <ProfilesCard chair={one} />
      </div>
      {mayAct() && <RecordingCard />}
      {mayAct() && <DoctorCard />}
    </>
  );
}
