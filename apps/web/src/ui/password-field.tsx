import { type ReactNode, useState } from 'react';
import { TextField } from './text-field.tsx';

interface PasswordFieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur: () => void;
  readonly problem: string | undefined;
  readonly hint?: string;
  /** Tells a password manager whether to offer the old password or make a new one. */
  readonly autoComplete: 'current-password' | 'new-password';
}

/** A password that can be looked at: typing blind is what makes people choose short ones. */
export function PasswordField(props: PasswordFieldProps): ReactNode {
  const [shown, setShown] = useState(false);
  const toggle = (
    <button type="button" className="link link-alone" aria-pressed={shown} onClick={() => setShown(!shown)}>
      {shown ? 'Hide' : 'Show'}
      <span className="sr-only"> password</span>
    </button>
  );
  return <TextField {...props} label="Password" name="password" type={shown ? 'text' : 'password'} aside={toggle} />;
}
