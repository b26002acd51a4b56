import type { ComponentChildren } from 'preact';
import type { Tone } from '../../../frame-data.ts';

/** A state in one or two words. */
export function Badge({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`badge ${tone}`}>{children}</span>;
}
