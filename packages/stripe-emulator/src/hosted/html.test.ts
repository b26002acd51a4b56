import { expect, it } from 'vitest';
import { html } from './html.ts';

it('escapes text, also inside an attribute', () => {
  const name = `<b class='x'>"A&B"</b>`;
  const escaped = '&lt;b class=&#39;x&#39;&gt;&quot;A&amp;B&quot;&lt;/b&gt;';
  expect(html`<p title="${name}">${name}</p>`.text).toBe(`<p title="${escaped}">${escaped}</p>`);
});

it('keeps pieces of HTML and lists of them', () => {
  expect(html`${['a', '<'].map((item) => html`<b>${item}</b>`)}`.text).toBe('<b>a</b><b>&lt;</b>');
});

it('leaves nothing for what is absent', () => {
  expect(html`${undefined}${null}${false}${0}`.text).toBe('0');
});
