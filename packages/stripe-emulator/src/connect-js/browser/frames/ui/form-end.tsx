import { useWords } from '../frame-context.ts';

type FormEndProps = {
  readonly label: string;
  /** What the button says while the form is being sent. */
  readonly busyLabel: string;
  readonly busy: boolean;
  readonly onCancel: () => void;
  readonly cancelLabel?: string;
  /** Why it was refused, unless that is said at a field. */
  readonly refusal?: string | undefined;
  /** What it does cannot be undone. */
  readonly isFinal?: boolean;
};

/** The end of a form: why it was refused, and the ways forward and out. */
export function FormEnd({ label, busyLabel, busy, onCancel, cancelLabel, refusal, isFinal }: FormEndProps) {
  const { common } = useWords();
  return (
    <>
      {refusal !== undefined && (
        <p class="problem" role="alert">
          {refusal}
        </p>
      )}
      <div class="actions">
        <button type="submit" class={isFinal ? 'danger' : 'primary'} disabled={busy}>
          {busy ? busyLabel : label}
        </button>
        <button type="button" onClick={onCancel} disabled={busy}>
          {cancelLabel ?? common.cancel}
        </button>
      </div>
    </>
  );
}
