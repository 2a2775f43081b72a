// How wide an element is on the screen, also after a turn of the phone.
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export function useWidth<T extends HTMLElement>() {
  const element = useRef<T>(null);
  const [width, set] = useState(0);
  useLayoutEffect(() => {
    const target = element.current;
    if (!target) return;
    set(target.clientWidth);
    const watch = new ResizeObserver(() => set(target.clientWidth));
    watch.observe(target);
    return () => watch.disconnect();
  }, []);
  return [element, width] as const;
}
