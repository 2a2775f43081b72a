// Addresses of the pages, and links that do not load anything anew.
import { signal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';

export interface Place {
  page: string; // '' is Now
  rest: string; // behind it: the day
  query: URLSearchParams;
}

function here(): Place {
  const [, page = '', rest = ''] = location.pathname.split('/');
  return { page, rest: decodeURIComponent(rest), query: new URLSearchParams(location.search) };
}

export const place = signal<Place>(here());
window.addEventListener('popstate', () => {
  place.value = here();
});

export function go(path: string, options: { replace?: boolean; stay?: boolean } = {}): void {
  if (options.replace) history.replaceState(null, '', path);
  else history.pushState(null, '', path);
  place.value = here();
  if (!options.stay) {
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }
}

type LinkProps = { to: string; children: ComponentChildren; stay?: boolean } & Omit<
  JSX.HTMLAttributes<HTMLAnchorElement>,
  'href'
>;

export function Link({ to, stay, children, ...rest }: LinkProps) {
  const follow = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    go(to, stay ? { stay } : {});
  };
  return (
    <a href={to} onClick={follow} {...rest}>
      {children}
    </a>
  );
}
