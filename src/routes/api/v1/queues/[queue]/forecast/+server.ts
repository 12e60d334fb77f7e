import { getForecast } from '#views/api/forecast.server.ts';

export const GET = getForecast;
