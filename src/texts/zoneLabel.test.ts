import { expect, it } from 'vitest';
import { zoneLabel } from './zoneLabel.ts';

const summer = Date.UTC(2026, 6, 1);

it.each([
	['Asia/Shanghai', '北京时间', 'Beijing time'],
	['America/New_York', '北美东部时间', 'Eastern Time'],
	['Asia/Kathmandu', '尼泊尔时间', 'Nepal Time'],
	['Europe/London', '英国时间', 'United Kingdom Time'],
	['UTC', '协调世界时', 'Coordinated Universal Time'],
	['Etc/GMT+8', 'UTC-08:00', 'UTC-08:00']
])('names the time of %s', (zone, zh, en) => {
	expect(zoneLabel(zone, 'zh', summer)).toBe(zh);
	expect(zoneLabel(zone, 'en', summer)).toBe(en);
});
