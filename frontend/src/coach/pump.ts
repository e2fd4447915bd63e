/** Takes pictures off a video, each as it comes; the worker looks at the newest and lets the others go. */

type Picture = VideoFrame | ImageBitmap;

export class Pump {
  private video: HTMLVideoElement | null = null;
  private every_ms = 0;
  private taken_ms = -Infinity;
  private readonly send: (picture: Picture, t_s: number) => void;
  private readonly ended: () => void;

  constructor(send: (picture: Picture, t_s: number) => void, ended: () => void) {
    this.send = send;
    this.ended = ended;
  }

  /** `every_ms`: no more than one picture in so long; 0 is each that there is. */
  start(video: HTMLVideoElement, every_ms = 0): void {
    this.stop();
    this.video = video;
    this.every_ms = every_ms;
    this.taken_ms = -Infinity;
    const { srcObject } = video;
    if (srcObject instanceof MediaStream) {
      for (const track of srcObject.getVideoTracks()) track.addEventListener("ended", () => this.end(video));
    }
    this.ask(video);
  }

  stop(): void {
    this.video = null;
  }

  private end(video: HTMLVideoElement): void {
    if (this.video === video) this.ended();
  }

  private ask(video: HTMLVideoElement): void {
    const take = (now_ms: number, seen?: VideoFrameCallbackMetadata) =>
      void this.take(video, seen?.captureTime ?? now_ms);
    // An older Firefox does not say when a picture is new; there the same one may be looked at twice.
    if (typeof video.requestVideoFrameCallback === "function") video.requestVideoFrameCallback(take);
    else requestAnimationFrame((now_ms) => take(now_ms));
  }

  private async take(video: HTMLVideoElement, taken_ms: number): Promise<void> {
    if (this.video !== video) return;
    this.ask(video);
    if (taken_ms - this.taken_ms < this.every_ms) return;
    this.taken_ms = taken_ms;
    const picture = await pictureOf(video);
    if (this.video !== video || picture === null) return picture?.close();
    this.send(picture, taken_ms / 1000);
  }
}

/** Null where the video has nothing to show just now. */
async function pictureOf(video: HTMLVideoElement): Promise<Picture | null> {
  try {
    return "VideoFrame" in globalThis ? new VideoFrame(video) : await createImageBitmap(video);
  } catch {
    return null;
  }
}
