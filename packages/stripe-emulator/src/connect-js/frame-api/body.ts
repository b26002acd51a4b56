import type { Asked } from './asked.ts';
import { badRequest, unclear } from './refusal.ts';

/** Reads an amount in minor units. */
export function amountIn(body: Asked['body']): number {
  const { amount } = body;
  if (typeof amount !== 'number' || !Number.isSafeInteger(amount) || amount <= 0) throw badRequest('amount_missing');
  return amount;
}

/** Reads a text. */
export function textIn(body: Asked['body'], name: string): string {
  const value = body[name];
  if (typeof value !== 'string') throw unclear(name);
  return value;
}
