// The minutes of the log as curves: the load on the seat, and where it lies. Also as a table.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { useReading } from '../../api/reading';
import type { MinuteSeries } from '../../api/types';
import { clock, number, share } from '../../format';
import { AsTable, Card, Waiting } from '../../parts/card';
import { useWidth } from '../../parts/width';
import { chairPath } from '../../state';
import { t } from '../../texts';
import { isDark, theme } from '../../theme';
import { plotBalance, plotLoad } from './plots';
import type { Span } from './view';

const settleMs = 200;

// Nobody wants every step of a drag to be read.
function useSettled(span: Span): Span {
  const [settled, set] = useState(span);
  useEffect(() => {
    const timer = setTimeout(() => set(span), settleMs);
    return () => clearTimeout(timer);
  }, [span.from, span.to]);
  return settled;
}

function Plot({
  draw,
  series,
  width,
  mark,
}: {
  draw: typeof plotLoad;
  series: MinuteSeries;
  width: number;
  mark: number | null;
}) {
  const place = useRef<HTMLDivElement>(null);
  const dark = isDark();
  useEffect(() => {
    if (!place.current || width < 60) return;
    const plot = draw(place.current, series, width, mark);
    return () => plot.destroy();
  }, [series, width, mark, dark, theme.value]);
  return <div class="plot" ref={place} aria-hidden="true" />;
}

function rows(series: MinuteSeries): string[][] {
  return series.at_ms.map((at, i) => [
    clock(at),
    number(series.seat_total[i] ?? 0, 2),
    share(series.back_share[i] ?? null),
    share(series.left_right[i] ?? null),
    share(series.front_back[i] ?? null),
    number(series.shifts[i] ?? 0),
  ]);
}

export function Minutes({ title, span, mark }: { title: string; span: Span; mark: number | null }) {
  const settled = useSettled(span);
  const from = Math.floor(settled.from / 60_000) * 60_000;
  const to = Math.ceil(settled.to / 60_000) * 60_000;
  const reading = useReading<MinuteSeries>(chairPath(`/minutes?from_ms=${from}&to_ms=${to}`), ['minutes']);
  const [frame, width] = useWidth<HTMLDivElement>();
  const series = reading.data;
  const filled = useMemo(() => series?.seat_total.some((one) => one !== null) ?? false, [series]);
  return (
    <Card
      title={title}
      class="minutes-card"
      aside={<span class="quiet-text">{t('day.minutes_of', { from: clock(from), to: clock(to) })}</span>}
    >
      <div ref={frame} class="plots">
        {!series && <Waiting reading={reading} />}
        {series && !filled && <p class="quiet-text">{t('day.no_minutes')}</p>}
        {series && filled && (
          <>
            <Plot draw={plotLoad} series={series} width={width} mark={mark} />
            <Plot draw={plotBalance} series={series} width={width} mark={mark} />
          </>
        )}
      </div>
      {series && filled && (
        <AsTable
          caption={title}
          head={[
            t('day.time'),
            t('day.series_total'),
            t('day.series_back'),
            t('day.series_lr'),
            t('day.series_fb'),
            t('day.series_shifts'),
          ]}
          rows={() => rows(series)}
        />
      )}
    </Card>
  );
}
