/** The versions of Node that are supported and tested, the oldest first: also in engines, docs/support.md and CI. */
export const SUPPORTED_NODES = ['20.19', '22', '24', '26']
