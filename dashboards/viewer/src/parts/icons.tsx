// Our own small pictures, drawn with one stroke.
const paths = {
  now: 'M7 4v8a2 2 0 0 0 2 2h7M7 14l-1 6M16 14l1 6M7 9h6',
  day: 'M4 7h6M14 7h6M4 12h10M18 12h2M4 17h3M11 17h9',
  trends: 'M3 17l5-5 4 3 8-9M15 6h5v5',
  coach: 'M12 5.5a1.6 1.6 0 1 0 0-.1M12 8v6M12 10L6 6M12 10l6-4M12 14l-4 6M12 14l4 6',
  chair: 'M5 9h14v6H5zM12 15v4M7 21l5-2 5 2M7 9V5h10v4',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 4.5v5M9 14.5v5',
  light: 'M12 8a4 4 0 1 0 .01 0M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M19 5l-1.4 1.4M6.4 17.6L5 19',
  dark: 'M19 14.5A8 8 0 1 1 9.5 5a6.5 6.5 0 0 0 9.5 9.5z',
  auto: 'M12 3a9 9 0 1 0 .01 0M12 3v18M12 7l5 1M12 12h9M12 17l5-1',
  left: 'M14 5l-7 7 7 7',
  right: 'M10 5l7 7-7 7',
  plus: 'M12 5v14M5 12h14',
  minus: 'M5 12h14',
  bell: 'M6 17h12l-1.5-3V10a4.5 4.5 0 0 0-9 0v4zM10 20h4',
  snooze: 'M7 6h7l-7 8h7M16 13h4l-4 5h4',
  meeting: 'M4 6h16v9H12l-4 4v-4H4z',
  pause: 'M9 6v12M15 6v12',
  play: 'M8 6l10 6-10 6z',
  out: 'M10 5H5v14h5M14 8l4 4-4 4M18 12H9',
} as const;

export type IconName = keyof typeof paths;

export function Icon({ name, size = 22 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" viewBox="0 0 24 24" width={size} height={size} aria-hidden="true" focusable="false">
      <path d={paths[name]} />
    </svg>
  );
}
