/**
 * The phone's own motion sensor: asked for on a tap, then its readings in small packs. It judges
 * nothing; our Python does. Where there is no sensor, or it says nothing, that is told once.
 */

/** Why there is nothing to feel: no sensor here, not allowed, or it stays silent. */
export type Mute = "absent" | "refused" | "silent";

export interface Feels {
  /** The sense, then of each reading its time in seconds, acceleration and turning: `movement.live`. */
  felt(numbers: Float64Array<ArrayBuffer>): void;
  mute(why: Mute): void;
}

/** A count may come so much later; sixty readings a second make four in a pack. */
const PACK_MS = 66;
const SILENT_MS = 2000;
const NUMBERS = 7;
/** The acceleration of a phone at rest points up, as the standard has it; Apple has it point down. */
const UP = 1, DOWN = -1;

interface Asks {
  requestPermission?: () => Promise<string>;
}

export class MotionSense {
  private readonly feels: Feels;
  private readonly sense = "GestureEvent" in window ? DOWN : UP;
  private held: number[] = [];
  private since_ms = 0;
  private timer = 0;
  private isOn = false;

  constructor(feels: Feels) {
    this.feels = feels;
  }

  /** Whether this page may feel at all; a phone without a sensor is only found out by its silence. */
  static isThere(): boolean {
    return isSecureContext && "DeviceMotionEvent" in window;
  }

  /** To be called by a tap: some phones ask the person then. False where nothing will be felt. */
  async start(): Promise<boolean> {
    if (!MotionSense.isThere()) return this.tellMute("absent");
    if (!(await this.isAllowed())) return this.tellMute("refused");
    this.isOn = true;
    addEventListener("devicemotion", this.hear);
    this.listen();
    return true;
  }

  stop(): void {
    this.isOn = false;
    clearTimeout(this.timer);
    removeEventListener("devicemotion", this.hear);
    this.held = [];
  }

  private async isAllowed(): Promise<boolean> {
    const asks = DeviceMotionEvent as unknown as Asks;
    try {
      return (await (asks.requestPermission?.() ?? "granted")) === "granted";
    } catch {
      return false; // asked without a tap
    }
  }

  private readonly hear = (event: DeviceMotionEvent): void => {
    const { accelerationIncludingGravity: pull, rotationRate: turn } = event;
    if (pull === null || pull.x === null || pull.y === null || pull.z === null) return;
    const turning = [turn?.alpha ?? NaN, turn?.beta ?? NaN, turn?.gamma ?? NaN];
    this.held.push(event.timeStamp / 1000, pull.x, pull.y, pull.z, ...turning);
    if (this.held.length === NUMBERS) this.since_ms = event.timeStamp;
    if (event.timeStamp - this.since_ms >= PACK_MS) this.send();
  };

  private send(): void {
    this.listen();
    this.feels.felt(new Float64Array([this.sense, ...this.held]));
    this.held = [];
  }

  /** From now on it has so long to say something. */
  private listen(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.isOn && !document.hidden && this.tellMute("silent"), SILENT_MS);
  }

  private tellMute(why: Mute): false {
    this.stop();
    this.feels.mute(why);
    return false;
  }
}
