export { addStaff, changeRole, disableStaff, resetStaff, unlinkStaff } from './manage-staff.ts';
export { registerStaff } from './routes.ts';
export { runStaffCommand } from './staff-command.ts';
