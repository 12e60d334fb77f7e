import type { Authorities } from './authorities.en.ts';

export const authoritiesZh = {
	CN: [
		'中国人民银行金融消费权益保护热线：12363',
		'市场监管投诉举报热线：12315',
		'遭遇诈骗：报警 110，反诈专线 96110'
	],
	HK: [
		'香港金融管理局（电子钱包投诉）：hkma.gov.hk',
		'消费者委员会：2929 2222',
		'遭遇诈骗：防骗易热线 18222'
	],
	SG: ['金融业争议调解中心（FIDReC）：fidrec.com.sg', '遭遇诈骗：ScamShield 热线 1799，报警 999'],
	JP: ['消费者热线：188', '遭遇诈骗：警察咨询电话 #9110，紧急报警 110'],
	IN: ['印度储备银行申诉专员：cms.rbi.org.in，14448', '遭遇诈骗：cybercrime.gov.in，1930'],
	AU: ['澳大利亚金融投诉局（AFCA）：afca.org.au，1800 931 678', '遭遇诈骗：scamwatch.gov.au'],
	US: [
		'美国消费者金融保护局：consumerfinance.gov/complaint，855-411-2372',
		'遭遇诈骗：reportfraud.ftc.gov；身份被盗用：identitytheft.gov'
	],
	CA: ['加拿大金融消费者管理局：1-866-461-3222', '遭遇诈骗：加拿大反诈骗中心 1-888-495-8501'],
	GB: [
		'英国金融申诉专员服务：financial-ombudsman.org.uk，0800 023 4567',
		'遭遇诈骗：先拨 159 联系银行，再到 reportfraud.police.uk 或拨 0300 123 2040 报案（苏格兰拨 101）'
	],
	DE: [
		'德国联邦金融监管局（BaFin）消费者热线：0800 2 100 500',
		'德国联邦银行支付服务调解处（Schlichtungsstelle）：bundesbank.de',
		'银行卡丢失或被盗：116 116；遭遇诈骗：报警 110'
	],
	other: ['所在国家或地区的金融监管部门或申诉机构', '当地的消费者组织', '遭遇诈骗：立即联系银行，再报警']
} satisfies Authorities;
