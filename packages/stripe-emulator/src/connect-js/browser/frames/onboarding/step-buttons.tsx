import { useWords } from '../frame-context.ts';

type StepButtonsProps = {
  readonly label: string;
  readonly busy: boolean;
  readonly onBack: (() => void) | undefined;
  readonly onLater: () => void;
};

/** Forward, back, and out. */
export function StepButtons({ label, busy, onBack, onLater }: StepButtonsProps) {
  const { account, common } = useWords();
  return (
    <div class="actions spread">
      <div class="actions">
        <button type="submit" class="primary" disabled={busy}>
          {busy ? common.saving : label}
        </button>
        {onBack && (
          <button type="button" disabled={busy} onClick={onBack}>
            {common.back}
          </button>
        )}
      </div>
      <button type="button" class="link" disabled={busy} onClick={onLater}>
        {account.saveForLater}
      </button>
    </div>
  );
}
