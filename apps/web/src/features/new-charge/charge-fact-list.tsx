import type { Charge } from '@sellerdesk/contract';
import type { ReactNode } from 'react';
import { Moment } from '../../ui/moment.tsx';
import { chargeFacts } from './charge-facts.ts';

interface ChargeFactListProps {
  readonly charge: Charge;
  readonly platformName: string;
}

export function ChargeFactList({ charge, platformName }: ChargeFactListProps): ReactNode {
  return (
    <dl className="grid gap-3 border-t border-line pt-6">
      {chargeFacts(charge, platformName).map((fact) => (
        <div key={fact.label} className="grid gap-x-4 sm:grid-cols-[10rem_1fr]">
          <dt className="text-muted">{fact.label}</dt>
          <dd className="break-words">{'moment' in fact ? <Moment at={fact.moment} /> : fact.text}</dd>
        </div>
      ))}
    </dl>
  );
}
