import type Stripe from 'stripe';
import { emit } from '../world/events.ts';
import type { File } from '../world/state.ts';
import { born, type World } from '../world/world.ts';
import { isUpload, type Upload } from '../wire/multipart.ts';
import { listOf, listParams } from '../wire/lists.ts';
import { operation, type Operation, resource } from '../wire/operation.ts';
import { ignored, oneOf, type Param, required } from '../wire/params.ts';
import { invalidParam } from '../wire/stripe-error.ts';

const purpose = oneOf(
  'account_requirement',
  'additional_verification',
  'business_icon',
  'business_logo',
  'customer_signature',
  'dispute_evidence',
  'identity_document',
  'pci_document',
  'tax_document_user_upload',
);

const upload: Param<Upload> = {
  required: false,
  read: (raw, path) => {
    if (isUpload(raw)) return raw;
    throw invalidParam('Invalid file: you must upload one as multipart/form-data.', path);
  },
};

/** Documents. They can be handed in and named; their content is not kept. */
export const fileOperations: readonly Operation[] = [
  operation({
    method: 'POST',
    path: '/v1/files',
    params: { file: required(upload), purpose: required(purpose), file_link_data: ignored() },
    run: ({ world, account, params }) => {
      const file = world.store.insert('file', {
        ...born(world, 'file', account),
        filename: params.file.filename,
        size: params.file.size,
        type: /\.(?<ending>\w+)$/u.exec(params.file.filename)?.groups?.['ending']?.toLowerCase() ?? null,
        purpose: params.purpose,
      });
      emit(world, 'file.created', 'file', file.id);
      return fileToWire(world, file);
    },
  }),
  operation({
    method: 'GET',
    path: '/v1/files',
    params: { ...listParams, purpose },
    run: (call) =>
      listOf(call, 'file', '/v1/files', call.params.purpose === undefined ? {} : { purpose: call.params.purpose }),
  }),
  operation({
    method: 'GET',
    path: '/v1/files/:id',
    params: {},
    run: (call) => fileToWire(call.world, resource(call, 'file', call.path['id'] ?? '')),
  }),
];

export function fileToWire({ settings }: World, file: File): Stripe.File {
  return {
    id: file.id,
    object: 'file',
    created: file.createdUnix,
    expires_at: null,
    filename: file.filename,
    links: { object: 'list', data: [], has_more: false, url: `/v1/file_links?file=${file.id}` },
    purpose: file.purpose,
    size: file.size,
    title: null,
    type: file.type,
    url: `${settings.url}/v1/files/${file.id}/contents`,
  };
}
