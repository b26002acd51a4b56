import { type ProblemBody, type ProblemCode, problems } from '@sellerdesk/contract';
import type { FastifyError, FastifyReply, FastifyRequest, FastifySchemaValidationError } from 'fastify';
import { Problem, problem } from './problem.ts';
import { formatWords } from './validation.ts';

/** Answers every error as a problem with our request id; what we did not foresee is logged and not told. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const known = problemFrom(error);
  if (problems[known.code].status >= 500) request.log.error({ err: known.cause ?? known, code: known.code }, 'failed');
  return sendProblem(known, request, reply);
}

/** Sends a problem without throwing it. */
export function sendProblem({ code, details }: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { status, title } = problems[code];
  const { detail, fields, retryAfterSeconds } = details;
  if (retryAfterSeconds !== undefined) reply.header('retry-after', retryAfterSeconds);
  const body: ProblemBody = {
    type: `/problems#${code}`,
    code,
    title,
    status,
    requestId: request.id,
    ...(detail !== undefined && { detail }),
    ...(fields !== undefined && { fields }),
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  };
  // As text, so that no success schema of the route is applied to it.
  return reply.code(status).type('application/problem+json').serializer(String).send(JSON.stringify(body));
}

const codeOfFastifyError: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported_media_type',
  FST_ERR_CTP_BODY_TOO_LARGE: 'payload_too_large',
};

function problemFrom(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (!isFastifyError(error)) return problem('internal', { cause: error });
  if (error.validation)
    return problem('validation_failed', { fields: error.validation.map((issue) => fieldFrom(issue)) });
  const code = codeOfFastifyError[error.code];
  if (code !== undefined) return problem(code);
  const isTheirs = error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500;
  return isTheirs ? problem('validation_failed', { detail: error.message }) : problem('internal', { cause: error });
}

function isFastifyError(error: unknown): error is FastifyError {
  return error instanceof Error && 'code' in error && typeof error.code === 'string';
}

/** Ajv names a missing or unknown property in its parameters and any other by its path. */
function fieldFrom({ instancePath, params, message }: FastifySchemaValidationError): {
  field: string;
  message: string;
} {
  const own = params['additionalProperty'] ?? params['missingProperty'];
  const path = instancePath.split('/').slice(1);
  const field = [...path, ...(typeof own === 'string' ? [own] : [])].join('.');
  if (params['additionalProperty'] !== undefined) return { field, message: 'is not a field of this request' };
  if (params['missingProperty'] !== undefined) return { field, message: 'must be there' };
  return { field, message: formatWords[String(params['format'])] ?? message ?? 'cannot be used' };
}
