import { expect, it, vi } from 'vitest';
import { type ConnectedFrame, createConnection, isConnection } from './connection.ts';

function newFrame() {
  return {
    relook: vi.fn<() => void>(),
    refresh: vi.fn<() => void>(),
    remove: vi.fn<() => void>(),
    take: vi.fn<(secret: string) => void>(),
  } satisfies ConnectedFrame;
}

function open() {
  const connection = createConnection('http://127.0.0.1:4242', {
    publishableKey: 'pk_test',
    fetchClientSecret: async () => 'accs_secret__1',
    appearance: { overlays: 'drawer' },
    locale: 'en',
  });
  const frames = [newFrame(), newFrame()] as const;
  for (const frame of frames) connection.join(frame);
  return { connection, frames };
}

it('gives a new look to every frame, and keeps the rest of what the page wanted', () => {
  const { connection, frames } = open();
  connection.update({ appearance: { overlays: 'dialog' } });
  for (const frame of frames) expect(frame.relook).toHaveBeenCalledOnce();
  expect(connection.options()).toMatchObject({ appearance: { overlays: 'dialog' }, locale: 'en' });
});

it('tells of a change to every frame but the one that made it', () => {
  const { connection, frames } = open();
  connection.refreshOthers(frames[0]);
  expect(frames[0].refresh).not.toHaveBeenCalled();
  expect(frames[1].refresh).toHaveBeenCalledOnce();
});

it('gives a new secret to every frame', () => {
  const { connection, frames } = open();
  connection.handOut('accs_secret__2');
  for (const frame of frames) expect(frame.take).toHaveBeenCalledWith('accs_secret__2');
});

it('forgets a frame that left', () => {
  const { connection, frames } = open();
  connection.leave(frames[0]);
  connection.update({});
  expect(frames[0].relook).not.toHaveBeenCalled();
});

it('removes every frame for good', () => {
  const { connection, frames } = open();
  connection.removeFrames();
  for (const frame of frames) expect(frame.remove).toHaveBeenCalledOnce();
  expect(connection.isOpen()).toBe(false);
});

it('knows what it made', () => {
  expect(isConnection(open().connection)).toBe(true);
  for (const other of [undefined, null, {}, 'connection']) expect(isConnection(other)).toBe(false);
});
