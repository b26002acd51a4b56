import type { ComponentProps, ReactNode } from 'react';
import { TextField } from '../../ui/text-field.tsx';

interface CodeFieldProps extends Pick<
  ComponentProps<typeof TextField>,
  'value' | 'problem' | 'onChange' | 'onBlur' | 'ref' | 'name'
> {
  readonly hint: string;
}

/** A code of the authenticator app, which the browser may offer by itself. */
export function CodeField(props: CodeFieldProps): ReactNode {
  return <TextField {...props} label="Code" autoComplete="one-time-code" autoCapitalize="off" spellCheck={false} />;
}
