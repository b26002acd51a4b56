import { expect, test } from 'vitest';
import { exportedLine, hashOf } from './audit-line.ts';

const line = {
  seq: 1n,
  at: '2026-11-24T12:00:00.120000Z',
  actor: 'staff:00000000-0000-4000-8000-000000000010',
  subject: '00000000-0000-4000-8000-000000000020',
  supportViewId: null,
  action: 'support_view_started',
  details: { ticket: null, reason: 'Zoë said “no”\n🏺', isReadOnly: true },
  requestId: 'req-1',
  previousHash: Buffer.alloc(32),
};

// Made with Python: json.dumps(line, sort_keys=True, separators=(',', ':'), ensure_ascii=False), then hashlib.sha256.
const hash = '39af153bda140f4ffbb3966bd54d287dfe859df707b9aa242b0ac750eb79507b';

test('a line has the hash that other tools find for it', () => {
  expect(hashOf(line).toString('hex')).toBe(hash);
});

test('a line is exported as what its hash is made of, and the hash', () => {
  const text = exportedLine({ ...line, hash: Buffer.from(hash, 'hex') });
  expect(text).toBe(
    `{"action":"support_view_started","actor":"staff:00000000-0000-4000-8000-000000000010","at":"2026-11-24T12:00:00.120000Z",` +
      `"details":{"isReadOnly":true,"reason":"Zoë said “no”\\n🏺","ticket":null},"hash":"${hash}",` +
      `"previousHash":"${'0'.repeat(64)}","requestId":"req-1","seq":1,"subject":"00000000-0000-4000-8000-000000000020",` +
      `"supportViewId":null}`,
  );
});

test('the order in which details are given does not matter', () => {
  const { ticket, reason, isReadOnly } = line.details;
  expect(hashOf({ ...line, details: { isReadOnly, reason, ticket } }).toString('hex')).toBe(hash);
});
