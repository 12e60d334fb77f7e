/**
 * Whom to turn to, by ISO 3166-1 country, when the company does not help: who supervises or mediates, then whom to
 * tell of fraud. As of November 2026; `other` holds for the rest. A manager's own words take the place of these.
 */
export const authoritiesEn = {
	CN: [
		'People’s Bank of China, financial consumers’ rights: 12363',
		'Consumer complaints, market regulation: 12315',
		'Fraud: police 110, anti-fraud line 96110'
	],
	HK: [
		'Hong Kong Monetary Authority, complaints about wallets: hkma.gov.hk',
		'Consumer Council: 2929 2222',
		'Fraud: Anti-Scam Helpline 18222'
	],
	SG: ['Financial disputes, FIDReC: fidrec.com.sg', 'Fraud: ScamShield Helpline 1799, police 999'],
	JP: ['Consumer Hotline: 188', 'Fraud: police advice line #9110, in an emergency 110'],
	IN: ['Reserve Bank of India Ombudsman: cms.rbi.org.in, 14448', 'Fraud: cybercrime.gov.in, 1930'],
	AU: ['Australian Financial Complaints Authority: afca.org.au, 1800 931 678', 'Fraud: scamwatch.gov.au'],
	US: [
		'Consumer Financial Protection Bureau: consumerfinance.gov/complaint, 855-411-2372',
		'Fraud: reportfraud.ftc.gov; stolen identity: identitytheft.gov'
	],
	CA: [
		'Financial Consumer Agency of Canada: 1-866-461-3222',
		'Fraud: Canadian Anti-Fraud Centre 1-888-495-8501'
	],
	GB: [
		'Financial Ombudsman Service: financial-ombudsman.org.uk, 0800 023 4567',
		'Fraud: your bank on 159, then reportfraud.police.uk, 0300 123 2040 (in Scotland: 101)'
	],
	DE: [
		'BaFin, consumer helpline: 0800 2 100 500',
		'Deutsche Bundesbank, arbitration for payment services (Schlichtungsstelle): bundesbank.de',
		'Cards lost or stolen: 116 116; fraud: police 110'
	],
	other: [
		'The financial regulator or ombudsman of your country',
		'A consumer association near you',
		'Fraud: your bank at once, then the police'
	]
};

export type Authorities = typeof authoritiesEn;
