import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openAccountLink, tellReturn } from '../../world/account-links.ts';
import { handInOnboarding, saveAnswers } from '../../world/onboarding.ts';
import type { AccountLink } from '../../world/state.ts';
import type { World } from '../../world/world.ts';
import { problemsOf, testDataOf, typedIn, type Problems, type Typed } from '../../forms/fields.ts';
import { formValue } from '../form-body.ts';
import { isFromSamePage } from '../form-origin.ts';
import { html } from '../html.ts';
import { messagePage, notFoundPage } from '../message-page.ts';
import { sendPage } from '../page.ts';
import { findFlow, flowPath, type Flow, type OpenFlow } from './flow.ts';
import { stepPage } from './onboarding-page.ts';
import { EVERYTHING } from '../../onboarding/collection.ts';
import { collectsTerms } from '../../onboarding/progress.ts';
import { firstOpenStep, nextAfter, type Step } from '../../onboarding/steps.ts';

const UNKNOWN = 'This link does not lead anywhere. Go back to where you found it and ask for a new one.';

/** Serves hosted onboarding: a link opens it once, and from there on it has an address of its own. */
export function registerOnboarding(app: FastifyInstance, world: World): void {
  app.get('/connect/setup/close', (_, reply) =>
    sendPage(reply, messagePage('That’s all for now', html`You can close this window.`)),
  );

  // A HEAD request must not use the link up.
  app.get<LinkPath>('/connect/setup/s/:account/:token', { exposeHeadRoute: false }, ({ params }, reply) => {
    const opened = openAccountLink(world, params.account, params.token);
    if (opened.usable) return reply.redirect(flowPath(opened.flow), 303);
    if (opened.refreshUrl !== null) return reply.redirect(opened.refreshUrl, 303);
    return sendPage(reply, notFoundPage(UNKNOWN));
  });

  app.get<FlowPath>('/connect/setup/f/:flow', ({ params }, reply) => {
    const flow = findFlow(world, params.flow);
    if (flow.state !== 'open') return leave(reply, flow);
    return reply.redirect(`${flow.path}/${flow.open?.slug ?? 'review'}`, 303);
  });

  app.get<StepPath>('/connect/setup/f/:flow/:step', ({ params }, reply) => {
    const flow = findFlow(world, params.flow);
    if (flow.state !== 'open') return leave(reply, flow);
    const step = flow.steps.find(({ slug }) => slug === params.step);
    if (step === undefined) return reply.redirect(flow.path, 303);
    return showStep(reply, world, flow, step, { typed: flow.account.answers, problems: {} });
  });

  app.post<StepPath>('/connect/setup/f/:flow/:step', (request, reply) => {
    if (!isFromSamePage(request)) return sendPage(reply, notFoundPage(UNKNOWN));
    const flow = findFlow(world, request.params.flow);
    if (flow.state !== 'open') return leave(reply, flow);
    const step = flow.steps.find(({ slug }) => slug === request.params.step);
    return step === undefined ? reply.redirect(flow.path, 303) : answer(world, request, reply, flow, step);
  });
}

type LinkPath = { Params: { account: string; token: string } };
type FlowPath = { Params: { flow: string } };
type StepPath = { Params: { flow: string; step: string } };

function answer(world: World, request: FastifyRequest, reply: FastifyReply, flow: OpenFlow, step: Step): FastifyReply {
  const { account, link, path } = flow;
  const fields = step.fields(account.answers, account.country);
  const typed = typedIn(fields, request.body);
  const action = formValue(request.body, 'action');
  if (action === 'fill') return showStep(reply, world, flow, step, { typed: testDataOf(fields), problems: {} });
  if (action === 'save') {
    keep(world, account.id, typed);
    return goBack(world, reply, link);
  }
  const problems = problemsOf(fields, typed);
  if (Object.keys(problems).length > 0) return showStep(reply.status(422), world, flow, step, { typed, problems });
  if (step.slug === 'review') return handIn(world, reply, flow);
  keep(world, account.id, typed);
  const next = nextAfter(stepsNow(world, flow), step);
  if (next.slug !== step.slug) return reply.redirect(`${path}/${next.slug}`, 303);
  // Whoever is asked for some things only hands them in with the last of them, once everything was handed in before.
  if (account.submittedUnix !== null)
    world.store.transaction(() => handInOnboarding(world, account.id, {}, { asked: flow.wanted }));
  return goBack(world, reply, link);
}

/** What was answered decides what is asked: of a company more than of an individual. */
function stepsNow(world: World, { id, steps }: OpenFlow): readonly Step[] {
  const flow = findFlow(world, id);
  return flow.state === 'open' ? flow.steps : steps;
}

function keep(world: World, account: string, typed: Typed): void {
  if (Object.keys(typed).length > 0) world.store.transaction(() => saveAnswers(world, account, typed));
}

function handIn(world: World, reply: FastifyReply, { account, steps, wanted, link, path }: OpenFlow): FastifyReply {
  const open = firstOpenStep(steps, account.answers, account.country);
  if (open !== undefined && open.slug !== 'review') return reply.redirect(`${path}/${open.slug}`, 303);
  const agreesToTerms = collectsTerms(link.collection ?? EVERYTHING);
  world.store.transaction(() => handInOnboarding(world, account.id, {}, { agreesToTerms, asked: wanted }));
  return goBack(world, reply, link);
}

function goBack(world: World, reply: FastifyReply, link: AccountLink): FastifyReply {
  world.store.transaction(() => {
    tellReturn(world, link);
  });
  return reply.redirect(link.returnUrl, 303);
}

type Filled = { readonly typed: Typed; readonly problems: Problems };

function showStep(reply: FastifyReply, world: World, flow: OpenFlow, step: Step, filled: Filled): FastifyReply {
  const { account, link, steps, path } = flow;
  const page = stepPage({
    step,
    steps,
    platform: world.settings.platformName,
    country: account.country,
    answers: account.answers,
    returnUrl: link.returnUrl,
    path,
    ...filled,
  });
  return sendPage(reply, { ...page, status: reply.statusCode });
}

/** A flow that is over leads back to the platform, one that never was leads nowhere. */
function leave(reply: FastifyReply, flow: Exclude<Flow, OpenFlow>): FastifyReply {
  return flow.state === 'over' ? reply.redirect(flow.url, 303) : sendPage(reply, notFoundPage(UNKNOWN));
}
