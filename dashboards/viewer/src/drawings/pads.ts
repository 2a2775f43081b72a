// Where pads lie in a drawing and how far their glow reaches, for any number of them.
import type { Chair } from '../api/types';

export type Pad = Chair['pads'][number];
export interface Plane {
  left: number;
  top: number;
  width: number;
  height: number;
  mirrored: boolean; // seen from the front, the sitter's left is at the right
}
export interface Spot {
  index: number; // into the chair's pads
  pad: Pad;
  x: number;
  y: number;
}

// The outlines of seat and backrest in their drawings.
export const seatShape =
  'M66 20H194C214 20 224 34 224 54L220 168C218 188 206 200 186 200H74C54 200 42 188 40 168L36 54C36 34 46 20 66 20z';
export const backShape =
  'M82 8H178C196 8 206 20 204 38L198 128C197 142 188 148 174 148H86C72 148 63 142 62 128L56 38C54 20 64 8 82 8z';

const inset = 0.12; // pads at the very edge still lie on the cushion

export function at(plane: Plane, x: number, y: number): [number, number] {
  const across = (plane.mirrored ? -x : x) * (1 - inset);
  return [plane.left + (plane.width * (1 + across)) / 2, plane.top + plane.height * (1 - inset / 2 - y * (1 - inset))];
}

export function spots(pads: Pad[], zone: Pad['zone'], plane: Plane): Spot[] {
  return pads.flatMap((pad, index) => {
    if (pad.zone !== zone) return [];
    const [x, y] = at(plane, pad.x, pad.y);
    return [{ index, pad, x, y }];
  });
}

export function reach(all: Spot[], plane: Plane): number {
  const most = Math.min(plane.width, plane.height) * 0.36;
  const nearest = all.map((one) =>
    Math.min(...all.filter((other) => other !== one).map((other) => Math.hypot(one.x - other.x, one.y - other.y))),
  );
  const typical = nearest.filter(Number.isFinite).sort((a, b) => a - b)[Math.floor(nearest.length / 2)];
  return Math.max(13, Math.min(most, (typical ?? most) * 0.95));
}
