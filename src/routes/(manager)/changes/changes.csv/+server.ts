import { auditDownload } from '#views/manager/audit/auditDownload.server.ts';

export const GET = ({ url }) => auditDownload(url.searchParams);
