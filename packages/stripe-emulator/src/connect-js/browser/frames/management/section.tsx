import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FormField } from '../../../frame-data.ts';
import { useFrame } from '../frame-context.ts';
import { SectionForm } from './section-form.tsx';

type SectionProps = {
  /** What the page is told when it is opened. */
  readonly name: string;
  readonly title: string;
  /** What its button says, and what it says to whoever does not see where it stands. */
  readonly edit: string;
  readonly editing: string;
  /** Null where this session may not change it. */
  readonly fields: readonly FormField[] | null;
  readonly path: string;
  readonly onChanged: () => Promise<void>;
  readonly children: ComponentChildren;
};

/** A part of what Stripe knows: shown, and on demand changed. */
export function Section({ name, title, edit, editing, fields, path, onChanged, children }: SectionProps) {
  const { conversation, words } = useFrame();
  const [state, setState] = useState<'shown' | 'edited' | 'saved' | 'left'>('shown');
  const { editRef, sectionRef } = useFocus(state);

  function open(): void {
    setState('edited');
    conversation.call('OnSectionOpen', { sectionName: name });
  }

  async function save(): Promise<void> {
    await onChanged();
    setState('saved');
  }

  return (
    <section class="answered" aria-label={title} ref={sectionRef}>
      <div class="head">
        <h3>{title}</h3>
        <output class="standing">{state === 'saved' && words.common.saved}</output>
        {fields !== null && state !== 'edited' && (
          <button type="button" class="link" aria-label={editing} ref={editRef} onClick={open}>
            {edit}
          </button>
        )}
      </div>
      {fields !== null && state === 'edited' ? (
        <SectionForm
          title={title}
          fields={fields}
          path={path}
          onDone={() => void save()}
          onCancel={() => setState('left')}
        />
      ) : (
        children
      )}
    </section>
  );
}

/** The keyboard goes into the form with its opening, and back to the button that opened it. */
function useFocus(state: 'shown' | 'edited' | 'saved' | 'left') {
  const editRef = useRef<HTMLButtonElement>(null);
  const sectionRef = useRef<HTMLElement>(null);
  useEffect(() => {
    if (state === 'edited') sectionRef.current?.querySelector<HTMLElement>('input, select')?.focus();
    else if (state !== 'shown') editRef.current?.focus();
  }, [state]);
  return { editRef, sectionRef };
}
