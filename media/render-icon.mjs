// Draws media/icon.png from media/icon.svg: `node media/render-icon.mjs`.
//
// The icon uses filled rectangles (rounded or stroked) and circles only, so that it can be drawn without a graphics
// library on any machine that builds Plandoc.
import { readFileSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const size = 128;
const samples = 4;

const svg = readFileSync(new URL('icon.svg', import.meta.url), 'utf8');
const shapes = [...svg.matchAll(/<(rect|circle) ([^>]*)\/>/g)].flatMap(([, kind, attributes]) => {
  const a = Object.fromEntries([...attributes.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, k, v]) => [k, v]));
  const n = (key) => Number(a[key] ?? 0);
  const box =
    kind === 'circle'
      ? { x: n('cx') - n('r'), y: n('cy') - n('r'), w: 2 * n('r'), h: 2 * n('r'), r: n('r') }
      : { x: n('x'), y: n('y'), w: n('width'), h: n('height'), r: n('rx') };
  const fill = { ...box, colour: rgb(a.fill) };
  if (!a.stroke) return [fill];
  // A stroke straddles the edge: the outer box in the stroke's colour, the inner one in the fill's.
  const half = n('stroke-width') / 2;
  return [
    { ...grow(box, half), colour: rgb(a.stroke) },
    { ...grow(box, -half), colour: rgb(a.fill) },
  ];
});

function grow(box, by) {
  return { x: box.x - by, y: box.y - by, w: box.w + 2 * by, h: box.h + 2 * by, r: Math.max(0, box.r + by) };
}

function rgb(hex) {
  return [1, 3, 5].map((i) => Number.parseInt(hex.slice(i, i + 2), 16));
}

function covers(s, x, y) {
  const dx = Math.max(s.x + s.r - x, x - (s.x + s.w - s.r), 0);
  const dy = Math.max(s.y + s.r - y, y - (s.y + s.h - s.r), 0);
  if (x < s.x || x > s.x + s.w || y < s.y || y > s.y + s.h) return false;
  return s.r === 0 || dx * dx + dy * dy <= s.r * s.r;
}

function pixel(px, py) {
  const sum = [0, 0, 0, 0];
  for (let i = 0; i < samples * samples; i++) {
    const x = px + ((i % samples) + 0.5) / samples;
    const y = py + (Math.floor(i / samples) + 0.5) / samples;
    const top = shapes.findLast((s) => covers(s, x, y));
    if (!top) continue;
    top.colour.forEach((c, k) => (sum[k] += c));
    sum[3] += 1;
  }
  const hits = sum[3];
  if (hits === 0) return [0, 0, 0, 0];
  return [...sum.slice(0, 3).map((c) => Math.round(c / hits)), Math.round((255 * hits) / (samples * samples))];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), body.length + 4);
  return out;
}

const rows = Array.from({ length: size }, (_, y) => [0, ...Array.from({ length: size }, (_, x) => pixel(x, y)).flat()]);
const header = Buffer.alloc(13);
header.writeUInt32BE(size, 0);
header.writeUInt32BE(size, 4);
header.set([8, 6, 0, 0, 0], 8);
writeFileSync(
  new URL('icon.png', import.meta.url),
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows.flat()), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);
