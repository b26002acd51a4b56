import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints.ts';
import { problems } from './problems.ts';
import { getSeller, signOut } from './sellers.ts';

interface ObjectSchema {
  readonly properties: object;
}

const names = endpoints.map((endpoint) => [endpoint.operationId, endpoint] as const);

test('every endpoint of every module is in the list', async () => {
  const files = readdirSync(import.meta.dirname).filter((file) => /^[a-z-]+\.ts$/u.test(file) && file !== 'index.ts');
  const modules: object[] = await Promise.all(files.map((file) => import(/* @vite-ignore */ `./${file}`)));
  const exported = modules.flatMap((module) => Object.values(module)).filter((value: unknown) => isEndpoint(value));
  expect(new Set(endpoints)).toEqual(new Set(exported));
});

test.each(names)('%s names its placeholders as its parameters', (_, { url, schema }) => {
  const placeholders = [...url.matchAll(/:(\w+)/gu)].map(([, name]) => name);
  expect(propertiesOf(schema.params)).toEqual(placeholders);
});

const ofSellers = names.filter(([, { access }]) => access === 'seller' || access === 'anyone');

test.each(ofSellers)('%s takes no account id: it comes from the session alone', (_, { schema }) => {
  const fields = [schema.params, schema.querystring, schema.body].flatMap((part) => propertiesOf(part));
  expect(fields.filter((field) => /account|seller|acct/iu.test(field))).toEqual([]);
});

test.each(names)('%s refuses fields it does not know and answers one success', (_, { schema }) => {
  const parts = [schema.params, schema.querystring, schema.body].filter((part) => part !== undefined);
  expect(parts.every((part) => 'additionalProperties' in part && part.additionalProperties === false)).toBe(true);
  expect(Object.keys(schema.response)).toHaveLength(1);
});

test.each(names)('%s has a JSON body exactly when it is a POST', (_, { method, schema }) => {
  expect(schema.body !== undefined).toBe(method === 'POST');
});

test.each(names)('%s can answer that nobody is signed in unless anyone may call it', (_, { access, problems: own }) => {
  expect(own.includes('not_signed_in')).toBe(access !== 'anyone');
});

test.each(names)(
  '%s takes strings in its path and query, since nothing turns them into anything else',
  (_, { schema }) => {
    const parts = [schema.params, schema.querystring].flatMap((part) => Object.values(part?.properties ?? {}));
    expect(parts.filter((field: object) => !('type' in field) || field.type !== 'string')).toEqual([]);
  },
);

test('support reads what a seller sees, and is given nothing that changes something', () => {
  const readable = endpoints.filter((endpoint) => endpoint.access === 'seller' && endpoint.support === 'read');
  expect(readable.map(({ operationId }) => operationId)).toEqual(['getCharge', 'getSeller', 'listCharges']);
  // @ts-expect-error: what changes something is never support's.
  const forbidden: Endpoint = { ...signOut, support: 'read' };
  // @ts-expect-error: an endpoint without a policy is none.
  const unsaid: Endpoint = { ...getSeller, support: undefined };
  expect([forbidden.method, unsaid.operationId]).toEqual(['DELETE', 'getSeller']);
});

test('paths and operation ids are unique', () => {
  expect(new Set(endpoints.map(({ method, url }) => `${method} ${url}`)).size).toBe(endpoints.length);
  expect(new Set(endpoints.map(({ operationId }) => operationId)).size).toBe(endpoints.length);
});

test('every problem has a status of failure', () => {
  expect(Object.values(problems).filter(({ status }) => status < 400 || status > 599)).toEqual([]);
});

function isEndpoint(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'operationId' in value;
}

function propertiesOf(schema: ObjectSchema | undefined): string[] {
  return Object.keys(schema?.properties ?? {});
}
