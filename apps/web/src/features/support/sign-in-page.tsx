import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useLocation, useSearch } from 'wouter';
import { paths } from '../../app/paths.ts';
import { EntryFrame } from '../../lib/entry-frame.tsx';
import { CodeStep } from './code-step.tsx';
import { PasswordStep } from './password-step.tsx';
import { staffQuery } from './staff.ts';

/** The way in for staff: the password, and then the code. */
export function StaffSignInPage(): ReactNode {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const step = new URLSearchParams(useSearch()).get('step');
  const begin = (): void => navigate(paths.supportSignIn, { replace: true });
  return (
    <EntryFrame
      title={step === 'code' ? 'Enter your code' : 'Support sign-in'}
      footer="For the platform's own people. A colleague who runs the server can send you a new set-up link."
    >
      {step === 'code' ? (
        <CodeStep
          onBack={begin}
          onProven={(staff) => {
            queries.clear();
            queries.setQueryData(staffQuery.queryKey, staff);
            navigate(paths.support, { replace: true });
          }}
        />
      ) : (
        <PasswordStep onGiven={() => navigate(paths.supportCode, { replace: true })} />
      )}
    </EntryFrame>
  );
}
