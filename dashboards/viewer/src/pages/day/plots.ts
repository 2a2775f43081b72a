// uPlot, in our colours and our words.
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import type { MinuteSeries } from '../../api/types';
import { clock, number, percent } from '../../format';
import { t } from '../../texts';

const colour = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const font = '12px system-ui, sans-serif';
const sync = uPlot.sync('minutes');

function axes(format: (value: number) => string): uPlot.Axis[] {
  const common = {
    stroke: colour('--ink-soft'),
    font,
    grid: { stroke: colour('--line'), width: 1 },
    ticks: { show: false },
  };
  return [
    { ...common, values: (_: uPlot, splits: number[]) => splits.map((s) => clock(s * 1000)), space: 64, size: 28 },
    { ...common, values: (_: uPlot, splits: number[]) => splits.map(format), size: 52 },
  ];
}

// A line where the alert was told.
function marker(mark: number | null): uPlot.Plugin {
  return {
    hooks: {
      draw: (plot) => {
        if (mark === null) return;
        const x = Math.round(plot.valToPos(mark / 1000, 'x', true));
        plot.ctx.save();
        plot.ctx.strokeStyle = colour('--accent');
        plot.ctx.lineWidth = 2 * devicePixelRatio;
        plot.ctx.setLineDash([6, 5]);
        plot.ctx.beginPath();
        plot.ctx.moveTo(x, plot.bbox.top);
        plot.ctx.lineTo(x, plot.bbox.top + plot.bbox.height);
        plot.ctx.stroke();
        plot.ctx.restore();
      },
    },
  };
}

const times = (series: MinuteSeries): number[] => series.at_ms.map((ms) => ms / 1000);

function options(width: number, height: number, mark: number | null): Omit<uPlot.Options, 'series'> {
  return {
    width,
    height,
    cursor: { sync: { key: sync.key }, drag: { x: false, y: false }, points: { size: 7 } },
    legend: { live: true },
    plugins: [marker(mark)],
    scales: { x: { time: true } },
  };
}

const timeSeries = (): uPlot.Series => ({
  label: t('day.time'),
  value: (_, v) => (v === null ? '–' : clock(v * 1000)),
});

export function plotLoad(place: HTMLElement, series: MinuteSeries, width: number, mark: number | null): uPlot {
  const say = (_: uPlot, v: number | null) => (v === null ? '–' : number(v, 2));
  const band = { stroke: 'transparent', points: { show: false }, value: say };
  return new uPlot(
    {
      ...options(width, 150, mark),
      class: 'load',
      axes: axes((v) => number(v, 1)),
      series: [
        timeSeries(),
        { label: t('day.series_total'), stroke: colour('--accent'), width: 2, value: say },
        { ...band, label: 'max' },
        { ...band, label: 'min' },
      ],
      bands: [{ series: [2, 3], fill: colour('--accent-faint') }],
    },
    [times(series), series.seat_total, series.seat_total_max, series.seat_total_min],
    place,
  );
}

export function plotBalance(place: HTMLElement, series: MinuteSeries, width: number, mark: number | null): uPlot {
  const say = (_: uPlot, v: number | null) => (v === null ? '–' : percent(v * 100));
  return new uPlot(
    {
      ...options(width, 190, mark),
      axes: axes((v) => percent(v * 100)),
      series: [
        timeSeries(),
        { label: t('day.series_back'), stroke: colour('--supported'), width: 2, value: say },
        { label: t('day.series_lr'), stroke: colour('--slumped'), width: 2, dash: [8, 4], value: say },
        { label: t('day.series_fb'), stroke: colour('--bent_forward'), width: 2, dash: [2, 4], value: say },
      ],
    },
    [times(series), series.back_share, series.left_right, series.front_back],
    place,
  );
}
