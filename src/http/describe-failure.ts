/** An error that may be logged: drivers put values into their messages, so only kind and code are kept. */
export function describeFailure(error: unknown): Error {
  const chain: string[] = []
  for (let at = error; at instanceof Error && chain.length < 3; at = at.cause) {
    const { code } = at as Error & { code?: unknown }
    chain.push(typeof code === 'string' ? `${at.name} ${code}` : at.name)
  }
  return new Error(chain.join(' < ') || 'no error object')
}
