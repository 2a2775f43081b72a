// Tells a screen reader of another posture, politely and once.
import { useEffect, useState } from 'preact/hooks';
import { now } from '../state';
import { t } from '../texts';

export function Announcer() {
  const posture = now.value?.posture;
  const [said, say] = useState('');
  useEffect(() => {
    if (posture) say(t(`now.you_are.${posture}`));
  }, [posture]);
  return (
    <p class="unseen" aria-live="polite">
      {said}
    </p>
  );
}
