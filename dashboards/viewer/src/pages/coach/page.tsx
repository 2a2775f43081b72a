// Coach: the exercise that fits now, the plan of the day, and what somebody said to it.
import { useReading } from '../../api/reading';
import type { Coach } from '../../api/types';
import { Card, Waiting } from '../../parts/card';
import { ExerciseOffer } from '../../parts/exercise_offer';
import { chairPath, now } from '../../state';
import { t } from '../../texts';
import { Answered, Retired } from './answers';
import { Plan } from './plan';

function RightNow({ coach }: { coach: Coach }) {
  const because = coach.asked_by_alert ? t('coach.asked', { cause: t(`cause.${coach.cause}`) }) : t('coach.no_alert');
  return (
    <Card title={t('coach.now')} class="coach-now" aside={<span class="quiet-text">{because}</span>}>
      {coach.asked_by_alert && <p class="remedy">{coach.remedy}</p>}
      {coach.now ? (
        <ExerciseOffer exercise={coach.now} aside={t(coach.seated ? 'coach.seated' : 'coach.not_seated')} />
      ) : (
        <p>{coach.nothing_left}</p>
      )}
    </Card>
  );
}

export function CoachPage() {
  // Another exercise fits when somebody sits down, gets up or is told something.
  const seated = now.value?.occupied ?? false;
  const reading = useReading<Coach>(chairPath('/coach'), ['answers', 'alerts', 'events'], seated);
  const coach = reading.data;
  return (
    <>
      <div class="page-head">
        <h1>{t('coach.title')}</h1>
      </div>
      {!coach ? (
        <Waiting reading={reading} />
      ) : (
        <>
          <RightNow coach={coach} />
          <Plan coach={coach} />
          <div class="two">
            <Answered coach={coach} />
            <Retired coach={coach} />
          </div>
          <p class="quiet-text">{coach.disclaimer}</p>
        </>
      )}
    </>
  );
}
