import fastifySwagger from '@fastify/swagger';
import fastifySwaggerUi from '@fastify/swagger-ui';
import { commonProblems, type Endpoint, ProblemBody, type ProblemCode, problems } from '@sellerdesk/contract';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { policyOf } from './content-security-policy.ts';

/** The pages of Swagger UI style themselves with inline styles; they run nothing but their own files. */
const docsPolicy = policyOf({
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'", "'unsafe-inline'"],
  'img-src': ["'self'", 'data:'],
  'connect-src': ["'self'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
});

/** Serves the contract as an OpenAPI document at `/api/openapi.json`, and for people at `/api/docs`. */
export async function describeApi(app: FastifyInstance): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      components: { securitySchemes },
      info: { title: 'Sellerdesk', version: '0.1.0', description: 'What the pages of Sellerdesk ask the server.' },
    },
    transform: ({ schema, url, route }) => ({ url, schema: withProblems(schema, route.config?.endpoint) }),
  });
  await app.register(fastifySwaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: docsPolicy,
    uiConfig: { validatorUrl: null, requestInterceptor: asOurPages },
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
}

/** What a request brings besides what it says: who is signed in, and that it comes from our own pages. */
const securitySchemes = {
  session: { type: 'apiKey', in: 'cookie', name: '__Host-session' },
  staff: { type: 'apiKey', in: 'cookie', name: '__Host-staff' },
  ourPages: {
    type: 'apiKey',
    in: 'header',
    name: 'x-sellerdesk-client',
    description: 'The word `web`, with everything that changes something.',
  },
} as const;

function securityOf({ access, method }: Endpoint): readonly Readonly<Record<string, readonly string[]>>[] {
  const needed = {
    ...(access === 'seller' && { session: [] }),
    ...(access !== 'seller' && access !== 'anyone' && { staff: [] }),
    ...(method !== 'GET' && { ourPages: [] }),
  };
  return Object.keys(needed).length === 0 ? [] : [needed];
}

/** Runs in the browser, as text: requests tried out on the page carry the header that our own pages send. */
function asOurPages<Sent extends object>(request: Sent): Sent {
  Object.assign(request, { headers: { ...Reflect.get(request, 'headers'), 'x-sellerdesk-client': 'web' } });
  return request;
}

/** What an endpoint may answer instead of success, by status, with the codes that share it. */
function withProblems(schema: FastifySchema, endpoint: Endpoint | undefined): FastifySchema {
  if (endpoint === undefined) return schema;
  const codes: readonly ProblemCode[] = [...endpoint.problems, ...commonProblems];
  const byStatus = Map.groupBy(codes, (code) => problems[code].status);
  const answers = [...byStatus].map(([status, shared]) => [
    status,
    { description: shared.join(', '), content: { 'application/problem+json': { schema: ProblemBody } } },
  ]);
  return {
    ...schema,
    security: securityOf(endpoint),
    response: { ...endpoint.schema.response, ...Object.fromEntries(answers) },
  };
}
