/** A drawing as files: SVG, and PNG where a canvas can hold it. */

/** The most pixels a canvas may be high in every browser the editor runs in. */
const CANVAS_HEIGHT = 16_000;
const SHARP = 2;

export interface Picture {
  /** The text of an SVG file. */
  readonly svg: string;
  /** Base64 of a PNG; `null` where the drawing is too high for one. */
  readonly png: string | null;
}

export async function pictureOf(drawing: SVGElement): Promise<Picture> {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(drawing)}\n`;
  const [width, height] = [Number(drawing.getAttribute('width')), Number(drawing.getAttribute('height'))];
  const sharpness = Math.min(SHARP, CANVAS_HEIGHT / height);
  return { svg: text, png: sharpness < 1 ? null : await paint(text, width * sharpness, height * sharpness) };
}

async function paint(text: string, width: number, height: number): Promise<string | null> {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    canvas.getContext('2d')?.drawImage(image, 0, 0, width, height);
    const data = canvas.toDataURL('image/png');
    return data.startsWith('data:image/png;base64,') ? data.slice(data.indexOf(',') + 1) : null;
  } catch {
    return null; // The SVG is there all the same.
  } finally {
    URL.revokeObjectURL(address);
  }
}
