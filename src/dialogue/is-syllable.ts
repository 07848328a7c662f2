const ONSET = '(?:ngh?|nh|gh|gi|kh|ch|ph|qu|th|tr|[bcdghklmnprstvx])?'
const RHYME_OPEN = '(?:oai|oay|oao|uay|uoi|uou|uya|uyu|ieu|yeu|oeo|ai|ao|au|ay|eo|eu|ia|iu|oi|oa|oe|ua|ue|ui|uo|uu|uy|oo|[aeiouy])'
const RHYME_CLOSED = '(?:uye|ie|ye|oa|oe|oo|ua|ue|uo|uy|[aeiouy])(?:ch|ng|nh|[cmnpt])'
const SYLLABLE = new RegExp(`^${ONSET}(?:${RHYME_CLOSED}|${RHYME_OPEN})$`)

/** Whether a folded word is built like a Vietnamese syllable. */
export function isSyllable(plain: string): boolean {
  return SYLLABLE.test(plain)
}
