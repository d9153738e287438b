/** How far apart colours are, for all eyes. Colours are sRGB with parts from 0 to 1. */

export type Colour = readonly [red: number, green: number, blue: number];

/** Of a computed style: `rgb(…)`, `rgba(…)` or `color(srgb …)`; what shows through is mixed with what lies behind. */
export function colourOf(css: string, behind: Colour = [0, 0, 0]): Colour {
  const scale = css.startsWith('color(') ? 1 : 255;
  const [red = NaN, green = NaN, blue = NaN, alpha = 1] = (
    css.match(/[\d.]+(?:e-?\d+)?/g) ?? []
  ).map(Number);
  const mixed = [red, green, blue].map(
    (part, i) => (part / scale) * alpha + (behind[i] ?? 0) * (1 - alpha),
  );
  return triple(mixed);
}

const triple = ([a = NaN, b = NaN, c = NaN]: readonly number[]): Colour => [a, b, c];

const linear = (colour: Colour): Colour =>
  triple(colour.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)));

type Matrix = readonly (readonly [number, number, number])[];

const times = (matrix: Matrix, [x, y, z]: Colour): Colour =>
  triple(matrix.map(([a, b, c]) => a * x + b * y + c * z));

/** WCAG 2.2, 1.4.3: from 1 to 21. */
export function contrast(one: Colour, other: Colour): number {
  const [high = 0, low = 0] = [one, other].map(luminance).sort((a, b) => b - a);
  return (high + 0.05) / (low + 0.05);
}

function luminance(colour: Colour): number {
  const [red, green, blue] = linear(colour);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** What is seen in full where a cone type is missing. Machado, Oliveira and Fernandes 2009, severity 1, linear RGB. */
const SIGHTS = {
  full: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
} as const satisfies Readonly<Record<string, Matrix>>;

export type Sight = keyof typeof SIGHTS;
export const sights = Object.keys(SIGHTS) as readonly Sight[];

/** Oklab distance as seen; about 0.02 is just noticeable side by side. Ottosson 2020. */
export function distanceSeen(one: Colour, other: Colour, sight: Sight): number {
  const [a, b] = [one, other].map((colour) => oklab(seen(colour, sight)));
  return Math.hypot(...(a ?? []).map((part, i) => part - (b?.[i] ?? NaN)));
}

const seen = (colour: Colour, sight: Sight): Colour =>
  triple(times(SIGHTS[sight], linear(colour)).map((part) => Math.min(1, Math.max(0, part))));

const TO_CONES: Matrix = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB: Matrix = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];

const oklab = (linearColour: Colour): Colour =>
  times(TO_LAB, triple(times(TO_CONES, linearColour).map(Math.cbrt)));
