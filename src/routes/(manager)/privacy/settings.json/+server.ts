import { settingsExport } from '#views/manager/privacy/settingsExport.server.ts';

export const GET = ({ locals }) => settingsExport(locals.now);
