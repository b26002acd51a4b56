import { createCharge, type Seller } from '@sellerdesk/contract';
import { currency } from '@sellerdesk/money';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, type SubmitEvent, useMemo } from 'react';
import { useLocation } from 'wouter';
import { paths } from '../../app/paths.ts';
import { api } from '../../lib/api.ts';
import { sellerQuery, useSeller } from '../../lib/seller.ts';
import type { BreakdownTerms } from './breakdown-lines.ts';
import { emptyDraft } from './charge-draft.ts';
import { ChargeFields } from './charge-fields.tsx';
import { createFillingStore } from './charge-filling.ts';
import { chargeQuery } from './charge-query.ts';
import { currencyGroups } from './currency-options.ts';
import { ReviewColumn } from './review-column.tsx';
import { useChargeForm } from './use-charge-form.ts';

interface NewChargePageProps {
  /** What to do first, while the account cannot take payments. */
  readonly notice: ReactNode;
}

/** Where a seller makes a charge. Nothing is asked of who could not make one: Stripe would refuse it at the end. */
export function NewChargePage({ notice }: NewChargePageProps): ReactNode {
  const seller = useSeller();
  const { account } = seller;
  if (account?.chargesEnabled === true) return <NewChargeForm seller={seller} />;
  return (
    <>
      {notice}
      <p className="card text-muted">
        Once you can take payments, this is where you say how much and what for, and get the link to send to your
        customer.
      </p>
    </>
  );
}

/** What the seller types on the left, what becomes of it on the right. */
function NewChargeForm({ seller }: { readonly seller: Seller }): ReactNode {
  // An account that takes payments has a currency.
  const own = currency(seller.account?.defaultCurrency ?? 'usd');
  const form = useChargeForm({ ...useWayToCharge(seller.sellerId), empty: emptyDraft(own) });
  const { form: formRef } = form.fields;
  const groups = useMemo(() => currencyGroups(own), [own]);
  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    form.submit();
  };
  return (
    <form
      ref={formRef}
      noValidate
      aria-label="New charge"
      className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]"
      onSubmit={submit}
    >
      <div className="card grid gap-6">
        <ChargeFields form={form} currencies={groups} />
      </div>
      <ReviewColumn form={form} terms={termsOf(seller)} />
    </form>
  );
}

function useWayToCharge(sellerId: string): Pick<Parameters<typeof useChargeForm>[0], 'store' | 'send' | 'onCreated'> {
  const queries = useQueryClient();
  const [, navigate] = useLocation();
  const store = useMemo(() => createFillingStore(sessionStorage, sellerId), [sellerId]);
  return {
    store,
    send: async (body) => {
      // The cookie decides whose charge it is, and another tab may have changed it since this form was shown.
      const now = await queries.fetchQuery({ ...sellerQuery, staleTime: 0 });
      if (now.sellerId !== sellerId) throw new Error('Another seller has signed in');
      return api(createCharge, { body });
    },
    onCreated: (charge) => {
      queries.setQueryData(chargeQuery(charge.chargeId).queryKey, charge);
      // In the form's place: the browser's back button must not lead to a form that has been sent.
      navigate(paths.charge(charge.chargeId), { replace: true });
    },
  };
}

function termsOf({ account, country, platform }: Seller): BreakdownTerms {
  return { platformName: platform.name, fee: platform.fee, country: account?.country ?? country };
}
