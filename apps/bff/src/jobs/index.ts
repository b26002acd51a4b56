export { enqueue } from './enqueue.ts';
export { createJobs, type Jobs } from './jobs.ts';
