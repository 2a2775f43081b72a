// Now: how somebody sits, what is due next, and a quiet moment in one click.
import { now } from '../../state';
import { t } from '../../texts';
import { AlertNow } from './alert';
import { DueCard } from './due';
import { Headline } from './headline';
import { NumbersCard } from './numbers';
import { PadsCard } from './pads';
import { QuietCard } from './quiet';

export function NowPage() {
  const data = now.value;
  if (!data) return <p class="empty">{t('load.wait')}</p>;
  return (
    <div class="now">
      <h1 class="unseen">{t('now.title')}</h1>
      <Headline now={data} />
      {data.alert && <AlertNow alert={data.alert} now={data} />}
      <div class="column">
        <PadsCard />
        <NumbersCard now={data} />
      </div>
      <div class="column">
        <DueCard now={data} />
        <QuietCard now={data} />
      </div>
    </div>
  );
}
