export { enqueue, type Job } from './enqueue.ts';
export { createJobs, type Jobs } from './jobs.ts';
