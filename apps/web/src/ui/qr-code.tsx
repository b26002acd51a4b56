import { type ReactNode, useMemo } from 'react';
import { encode } from 'uqr';
import { qrPath } from './qr-path.ts';

/** Modules left white around the code; readers need four. */
const QUIET = 4;

interface QrCodeProps {
  readonly link: string;
  readonly label: string;
}

/** A link as a QR code, dark on white in every theme: readers do not know inverted ones. */
export function QrCode({ link, label }: QrCodeProps): ReactNode {
  const { data, size } = useMemo(() => encode(link, { ecc: 'M', border: 0 }), [link]);
  const box = `${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`;
  return (
    <svg
      viewBox={box}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="mx-auto w-full max-w-60 rounded-lg"
    >
      <rect x={-QUIET} y={-QUIET} width="100%" height="100%" fill="#fff" />
      <path d={qrPath(data)} fill="#000" />
    </svg>
  );
}
