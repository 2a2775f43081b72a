// Reads again every now and then while something runs on the hub that tells of no end by itself.
import { useEffect } from 'preact/hooks';

export function usePolling(running: boolean, again: () => void, everyMs = 1000): void {
  useEffect(() => {
    if (!running) return;
    const timer = setInterval(again, everyMs);
    return () => clearInterval(timer);
  }, [running]);
}
