export { registerSellers } from './routes.ts';
export { getSellerReply } from './seller-reply.ts';
export { runSellersCommand } from './sellers-command.ts';
