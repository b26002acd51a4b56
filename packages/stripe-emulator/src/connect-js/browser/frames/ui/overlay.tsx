import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef } from 'preact/hooks';
import { useFrame } from '../frame-context.ts';
import { EmulatorMark } from './emulator-mark.tsx';
import { Icon } from './icon.tsx';

const TAB_STOPS = 'button:enabled, a[href], input:enabled, select:enabled, textarea:enabled';

/** A drawer or dialog over the whole page. Focus stays inside; Escape, the backdrop and the cross close it. */
export function Overlay({ title, children }: { title: string; children: ComponentChildren }) {
  const { conversation, words } = useFrame();
  const panelRef = useRef<HTMLDialogElement>(null);
  const close = useCallback(() => conversation.say({ kind: 'close' }), [conversation]);

  useEffect(() => {
    panelRef.current?.focus();
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close();
      if (event.key === 'Tab') keepTabInside(event, panelRef.current);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [close]);

  return (
    <div class="overlay">
      <div class="backdrop" onClick={close} aria-hidden="true" />
      <dialog open class="sheet" aria-modal="true" aria-label={title} tabIndex={-1} ref={panelRef}>
        <header class="sheet-head">
          <h2>{title}</h2>
          <button type="button" class="quiet icon" aria-label={words.common.close} onClick={close}>
            <Icon name="cross" />
          </button>
        </header>
        <div class="sheet-body">{children}</div>
        <EmulatorMark />
      </dialog>
    </div>
  );
}

/** Turns the Tab key round at both ends: without this it would leave the frame for the page below. */
function keepTabInside(event: KeyboardEvent, panel: HTMLElement | null): void {
  const stops = [...(panel?.querySelectorAll<HTMLElement>(TAB_STOPS) ?? [])];
  const [leave, enter] = event.shiftKey ? [stops.at(0), stops.at(-1)] : [stops.at(-1), stops.at(0)];
  const { activeElement } = document;
  if (activeElement !== leave && activeElement !== panel) return;
  if (activeElement === panel && !event.shiftKey) return;
  event.preventDefault();
  enter?.focus();
}
