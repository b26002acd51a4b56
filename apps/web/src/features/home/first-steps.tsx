import type { ReactNode } from 'react';

const steps = [
  {
    title: 'Set up payments',
    body: 'Tell Stripe who you are and which bank account your money goes to. It takes about ten minutes.',
  },
  {
    title: 'Create a charge',
    body: 'Say what it is for and how much. You get a link and a QR code for your customer, and see your fees before.',
  },
  {
    title: 'Get paid',
    body: 'Your customer pays on their own phone. The money goes to your bank by itself, and you see each step here.',
  },
];

/** What a new seller's Home shows before there is anything else: how money will come. */
export function FirstSteps(): ReactNode {
  return (
    <section aria-labelledby="first-steps" className="card grid gap-6">
      <h2 id="first-steps" className="text-lg font-heading">
        How you get paid here
      </h2>
      <ol className="grid gap-6 sm:grid-cols-3 sm:gap-8">
        {steps.map(({ title, body }, index) => (
          <li key={title} className="grid content-start gap-2">
            <span className="grid size-8 place-content-center rounded-full bg-accent-surface font-heading text-accent-ink tabular-nums">
              {index + 1}
            </span>
            <h3 className="font-heading">{title}</h3>
            <p className="text-muted">{body}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
