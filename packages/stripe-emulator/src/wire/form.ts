interface Node {
  [key: string]: string | Node;
}

/** Reads Stripe's form encoding: `a[b][0]=c` is `{ a: { b: { 0: 'c' } } }`. */
export function parseForm(encoded: string): Readonly<Record<string, unknown>> {
  const root: Node = Object.create(null);
  for (const [name, value] of new URLSearchParams(encoded)) put(root, partsOf(name), value);
  return root;
}

function partsOf(name: string): readonly string[] {
  const [first = ''] = name.split('[', 1);
  const rest = Array.from(name.slice(first.length).matchAll(/\[([^\]]*)\]/gu), ([, part = '']) => part);
  return [first, ...rest];
}

function put(root: Node, parts: readonly string[], value: string): void {
  let node = root;
  for (const part of parts.slice(0, -1)) {
    const key = part === '' ? String(Object.keys(node).length) : part;
    const next = node[key];
    const child: Node = typeof next === 'object' ? next : Object.create(null);
    node[key] = child;
    node = child;
  }
  const last = parts.at(-1) ?? '';
  node[last === '' ? String(Object.keys(node).length) : last] = value;
}
