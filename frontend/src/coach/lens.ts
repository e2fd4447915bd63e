/** The camera itself: opened by a tap, let go for good, and told of when it goes dark. */

import { causeOfCamera, type Cause } from "./ladder.ts";

const WISHES: MediaTrackConstraints = {
  facingMode: "user",
  width: { ideal: 640 },
  height: { ideal: 480 },
  frameRate: { ideal: 30 },
};
/** A track that is taken by another program goes dark for a moment, or for good. */
const DARK_MS = 3000;

export class Lens {
  private readonly $video: HTMLVideoElement;
  private readonly broke: (cause: Cause) => void;
  private stream: MediaStream | null = null;
  private isOver = false;

  constructor($video: HTMLVideoElement, broke: (cause: Cause) => void) {
    this.$video = $video;
    this.broke = broke;
  }

  /** False where there is none, which `broke` has heard of by then, or where it was let go meanwhile. */
  async open(): Promise<boolean> {
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: WISHES, audio: false });
    } catch (error) {
      this.broke(causeOfCamera(error instanceof DOMException ? error.name : ""));
      return false;
    }
    if (this.isOver) this.stream.getTracks().forEach((track) => track.stop());
    for (const track of this.stream.getVideoTracks()) this.watchOver(track);
    this.$video.srcObject = this.stream;
    await this.$video.play().catch(() => undefined); // a page that is left stops it
    return !this.isOver;
  }

  close(): void {
    this.isOver = true;
    this.stream?.getTracks().forEach((track) => track.stop());
    this.$video.srcObject = null;
  }

  private watchOver(track: MediaStreamTrack): void {
    track.addEventListener("mute", () => {
      setTimeout(() => track.muted && this.broke("pulled"), DARK_MS);
    });
  }
}
