type StepButtonsProps = {
  readonly label: string;
  readonly busy: boolean;
  readonly onBack: (() => void) | undefined;
  readonly onLater: () => void;
};

/** Forward, back, and out. */
export function StepButtons({ label, busy, onBack, onLater }: StepButtonsProps) {
  return (
    <div class="actions spread">
      <div class="actions">
        <button type="submit" class="primary" disabled={busy}>
          {busy ? 'Saving…' : label}
        </button>
        {onBack && (
          <button type="button" disabled={busy} onClick={onBack}>
            Back
          </button>
        )}
      </div>
      <button type="button" class="link" disabled={busy} onClick={onLater}>
        Save for later
      </button>
    </div>
  );
}
