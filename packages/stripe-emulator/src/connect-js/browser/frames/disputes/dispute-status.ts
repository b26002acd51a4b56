import type { Tone } from '../../../frame-data.ts';

const tones: Readonly<Record<string, Tone>> = {
  needs_response: 'danger',
  warning_needs_response: 'warning',
  won: 'success',
};

/** The tone of a state of a dispute. */
export function disputeTone(status: string): Tone {
  return tones[status] ?? 'neutral';
}
