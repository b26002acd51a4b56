const paths = {
  cross: 'M4 4l8 8M12 4l-8 8',
  chevron: 'M4 6l4 4 4-4',
  previous: 'M10 4L6 8l4 4',
  next: 'M6 4l4 4-4 4',
  plus: 'M8 3.5v9M3.5 8h9',
  bank: 'M2.5 6.5L8 3l5.5 3.5M3.5 6.5v5M6.5 6.5v5M9.5 6.5v5M12.5 6.5v5M2.5 13h11',
  bolt: 'M9 2L3.5 9H8l-1 5 5.5-7H8z',
  card: 'M2.5 4.5h11v7h-11zM2.5 7h11',
  warning: 'M8 2.5l6 10.5H2zM8 6.5v3M8 11.2v.1',
} as const;

export type IconName = keyof typeof paths;

/** A line drawing in the colour of the text beside it. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="drawing" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  );
}
