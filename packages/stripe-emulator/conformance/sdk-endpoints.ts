/** Lists the endpoints that a resource of the SDK calls, each id in a path written as `:id`. */
export function endpointsOf(resource: object): readonly string[] {
  const prototype: unknown = Object.getPrototypeOf(resource);
  if (typeof prototype !== 'object' || prototype === null) return [];
  const methods = Object.getOwnPropertyNames(prototype).filter((name) => name !== 'constructor');
  return methods.flatMap((name) => endpointsCalledBy(resource, name));
}

/** Lets a method ask nobody: every resource asks through one method of its base class. */
function endpointsCalledBy(resource: object, name: string): readonly string[] {
  const called: string[] = [];
  const answer = (method: string, path: string): Promise<never> => {
    called.push(`${method} ${path.replaceAll('%3Aid', ':id')}`);
    return new Promise(() => undefined);
  };
  const asker: object = Object.create(resource, { _makeRequest: { value: answer } });
  const method: unknown = Reflect.get(asker, name);
  if (typeof method === 'function') Reflect.apply(method, asker, [':id', ':id', ':id']);
  return called;
}
