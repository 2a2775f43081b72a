// The chair from above and from the front, with the load on its pads.
import { ChairAbove } from '../../drawings/chair_above';
import { ChairFront } from '../../drawings/chair_front';
import { number, share } from '../../format';
import { AsTable, Card } from '../../parts/card';
import { chair, pads } from '../../state';
import { t } from '../../texts';

function centreWords(): string {
  const centre = pads.value?.centre;
  if (!centre) return t('value.unknown');
  const [x, y] = centre;
  return t('now.centre_at', {
    side: t(x < 0 ? 'now.centre_left' : 'now.centre_right'),
    across: number(Math.abs(x) * 100),
    along: number(y * 100),
  });
}

export function PadsCard() {
  const one = chair.value;
  if (!one) return null;
  const load = pads.value?.load ?? [];
  return (
    <Card title={t('now.pads_text')} class="pads-card">
      <div class="drawings">
        <figure>
          <ChairAbove chair={one} pads={pads.value} />
          <figcaption>{t('now.chair_above')}</figcaption>
        </figure>
        <figure>
          <ChairFront chair={one} pads={pads.value} />
          <figcaption>{t('now.chair_front')}</figcaption>
        </figure>
      </div>
      <AsTable
        caption={t('now.pads_text')}
        head={[t('now.pad'), t('now.load')]}
        rows={() => [
          ...one.pads.map((pad, i) => [pad.name, share(load[i] ?? null)]),
          [t('now.centre_text'), centreWords()],
        ]}
      />
    </Card>
  );
}
