import type { ReactNode } from 'react';

const drawings = {
  home: 'M3.5 9.2 10 3.8l6.5 5.4V15a1.5 1.5 0 0 1-1.5 1.5H5A1.5 1.5 0 0 1 3.5 15zM8 16.2v-4.7h4v4.7',
  payments:
    'M3 6.5A1.5 1.5 0 0 1 4.5 5h11A1.5 1.5 0 0 1 17 6.5v7a1.5 1.5 0 0 1-1.5 1.5h-11A1.5 1.5 0 0 1 3 13.5zM3 8.5h14M6 12h3',
  payouts: 'M3 7.5 10 3.5l7 4zM5 10v4.5M8.3 10v4.5M11.7 10v4.5M15 10v4.5M3 16.5h14',
  account:
    'M3.5 8 4.7 4h10.6l1.2 4M3.5 8a2.17 2.17 0 0 0 4.33 0 2.17 2.17 0 0 0 4.34 0 2.17 2.17 0 0 0 4.33 0M4.5 10.5V16h11v-5.5M8.5 16v-3h3v3',
  plus: 'M10 4.5v11M4.5 10h11',
  theme: 'M10 3.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 1 0 0-13zM10 3.5v13M12 5v10M14 6.5v7',
};

/** One of the frame's drawings, in the colour of the text around it. */
export function Icon({ name }: { readonly name: keyof typeof drawings }): ReactNode {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      className="size-5 shrink-0 fill-none stroke-current stroke-[1.5]"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={drawings[name]} />
    </svg>
  );
}
