/**
 * Hands a picture's pixels to the model's runtime without the detour over a graphics card.
 *
 * The runtime takes each picture as a texture and, as it computes on the processor, reads it back at once.
 * Where no card is, both ways are drawn in software and cost a sixth of the time of a picture. The bytes are
 * the same; where anything is not as expected, the runtime's own way is gone.
 */

type Call = (...given: unknown[]) => void;

const BYTES = 4;
/** Of `texImage2D` with a picture, and where `readPixels` gets its target and the place in it. */
const WITH_A_PICTURE = 6;
const [INTO, AT] = [6, 7];

interface Size {
  readonly wide: number;
  readonly high: number;
}

export class Handover {
  /** For the runtime, in place of its own. */
  readonly canvas = new OffscreenCanvas(1, 1);
  private pixels = new Uint8Array();
  /** The size of the picture whose pixels lie ready; null where the runtime has to look for itself. */
  private ready: Size | null = null;
  private isHanded = false;
  private isOff = false;

  constructor() {
    const gl = this.canvas.getContext("webgl2");
    if (gl === null) this.isOff = true;
    else this.standBetween(gl);
  }

  /** Reads the pixels of a picture that the runtime is about to be given. */
  async take(picture: VideoFrame | ImageBitmap): Promise<void> {
    this.ready = null;
    this.isHanded = false;
    if (this.isOff || !isPlain(picture)) return;
    const size = { wide: picture.displayWidth, high: picture.displayHeight };
    try {
      this.pixels = roomFor(size, this.pixels);
      await picture.copyTo(this.pixels, { format: "RGBA" });
      this.ready = size;
    } catch {
      this.isOff = true; // a browser that does not turn pictures into colours
    }
  }

  /** The runtime has looked. If it did not ask for the pixels, it saw nothing, and gets its own way from now on. */
  settle(): void {
    if (this.isHanded && this.ready !== null) this.isOff = true;
    this.ready = null;
  }

  private standBetween(gl: WebGL2RenderingContext): void {
    const upload: Call = gl.texImage2D.bind(gl) as Call;
    const read: Call = gl.readPixels.bind(gl) as Call;
    Object.assign(gl, {
      texImage2D: (...given: unknown[]) => this.upload(given, upload),
      readPixels: (...given: unknown[]) => this.read(given, read),
    });
  }

  /** The texture gets its size, and stays empty. */
  private upload(given: readonly unknown[], really: Call): void {
    if (this.ready === null || given.length !== WITH_A_PICTURE) return really(...given);
    const [target, level, inside, format, type] = given;
    really(target, level, inside, this.ready.wide, this.ready.high, 0, format, type, null);
    this.isHanded = true;
  }

  private read(given: readonly unknown[], really: Call): void {
    const into = given[INTO];
    if (!this.isOfThePicture(given) || !(into instanceof Uint8Array)) return really(...given);
    into.set(this.pixels, Number(given[AT] ?? 0));
    this.ready = null;
  }

  private isOfThePicture([x, y, wide, high]: readonly unknown[]): boolean {
    return this.isHanded && x === 0 && y === 0 && wide === this.ready?.wide && high === this.ready?.high;
  }
}

/** Whether its pixels lie as they are shown: neither turned, nor cut, nor stretched. */
function isPlain(picture: VideoFrame | ImageBitmap): picture is VideoFrame {
  if (!("copyTo" in picture)) return false;
  const { visibleRect, displayWidth, displayHeight } = picture;
  const { rotation = 0, flip = false } = picture as { rotation?: number; flip?: boolean };
  const isWhole = visibleRect?.width === displayWidth && visibleRect.height === displayHeight;
  return isWhole && rotation === 0 && !flip;
}

function roomFor({ wide, high }: Size, had: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const bytes = BYTES * wide * high;
  return had.length === bytes ? had : new Uint8Array(bytes);
}
