/** As much as is kept of one source and of all; what is older gives way. Text in bytes. */
export interface RejectBounds {
	ofSource: { rejects: number; bytes: number };
	all: { bytes: number };
	/** After so much more the bounds are looked at again. */
	step: { rejects: number; characters: number };
}

const mebibyte = 1024 * 1024;

/** One sender of nothing but rubbish fills 64 MiB and no more, all of them together 256 MiB. */
export const rejectBounds: RejectBounds = {
	ofSource: { rejects: 100_000, bytes: 64 * mebibyte },
	all: { bytes: 256 * mebibyte },
	step: { rejects: 20_000, characters: 16 * mebibyte }
};
