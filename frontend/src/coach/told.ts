/** What is sent when the set is over: the parts, and what our Python measured, number for number. */

import type { Lead } from "./lead.ts";
import type { Part } from "./tally.ts";

/** What our Python said a set came to; a value that it cannot tell is null. */
export interface Measured {
  readonly signal: string;
  readonly holds_s: readonly number[];
  readonly own_range: number | null;
  readonly range_share: number | null;
  readonly way_s: number | null;
  readonly symmetry: number | null;
  readonly regularity: number | null;
  readonly confidence: number | null;
  readonly cues: readonly string[];
}

const MEASURING = new Set(["camera", "phone"]);

/** The text of the form. What nothing measured is left out. */
export function toldOf(lead: Lead, parts: readonly Part[], measured: Measured | null): string {
  const set = { session_id: lead.session, step_index: lead.step, exercise_id: lead.exercise, parts };
  const isMeasured = parts.some(({ by }) => MEASURING.has(by));
  if (measured === null || !isMeasured) return JSON.stringify({ set });
  const { confidence, ...values } = measured;
  const view = measured.signal === lead.signal ? lead.view : null;
  return JSON.stringify({ set: { ...set, view, ...values }, confidence });
}

/** The record of `movement.record` as text, read for what is kept of it. */
export function measuredOf(record: string): Measured {
  const plain = JSON.parse(record) as Record<string, unknown>;
  const range = part(plain["range"]);
  const tempo = part(plain["tempo"]);
  const ways = ["out_s", "hold_s", "back_s"].map((name) => number(tempo[name]));
  return {
    signal: String(plain["signal"] ?? ""),
    holds_s: list(plain["holds"]).map((one) => number(one["end_s"])! - number(one["start_s"])!),
    own_range: number(range["own"]) || null,
    range_share: percent(range["percent_of_own"]),
    way_s: ways.includes(null) ? null : ways.reduce<number>((sum, one) => sum + (one ?? 0), 0),
    symmetry: percent(part(plain["symmetry"])["percent"]),
    regularity: number(part(plain["regularity"])["likeness"]),
    confidence: number(plain["confidence"]),
    cues: [...new Set(list(plain["cues"]).map((one) => String(one["id"])))],
  };
}

function part(value: unknown): Record<string, unknown> {
  return (value ?? {}) as Record<string, unknown>;
}

function list(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value : [];
}

function number(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) ? value : null;
}

function percent(value: unknown): number | null {
  const found = number(value);
  return found === null ? null : found / 100;
}
