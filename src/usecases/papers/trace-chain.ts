import type { Citation, Plan } from '../../domain/plan.ts'
import { findBases } from './find-bases.ts'
import { toKey } from './is-same-paper.ts'

/** One paper of a chain: what is known of it, the paper itself where it is loaded, and the papers that it follows. */
export type ChainLink = { readonly citation: Citation; readonly plan: Plan | null; readonly follows: readonly Citation[] }

/** Where a paper comes from, highest first and the paper itself last, and what else hangs together with it. */
export type Chain = {
  readonly links: readonly ChainLink[]
  /** Cited further down in the paper. */
  readonly others: readonly Citation[]
  /** Loaded papers that rest on one of the same papers directly. */
  readonly siblings: readonly Plan[]
  /** Loaded papers that cite this one. */
  readonly citedBy: readonly Plan[]
}

type Node = { citation: Citation; plan: Plan | null; follows: Set<Node> }

/** Follows the papers that a plan rests on, through every one that is loaded. */
export function traceChain(plan: Plan, plans: readonly Plan[]): Chain {
  const nodes: Node[] = []
  const nodeOf = (citation: Citation): Node => {
    const known = nodes.find((node) => isSameCitation(node.citation, citation))
    if (known) {
      known.citation = fill(known.citation, citation)
      return known
    }
    const node: Node = {
      citation,
      plan: plans.find((loaded) => isSameCitation(toCitation(loaded), citation)) ?? null,
      follows: new Set(),
    }
    nodes.push(node)
    if (node.plan) expand(node, node.plan)
    return node
  }
  const expand = (node: Node, loaded: Plan): void => {
    const { bases, followed } = findBases(loaded)
    for (const { from, to } of followed) follow(nodeOf(from), nodeOf(to))
    for (const base of bases) if (!followed.some(({ to }) => to === base)) follow(node, nodeOf(base))
  }
  const top: Node = { citation: toCitation(plan), plan, follows: new Set() }
  nodes.push(top)
  expand(top, plan)
  const direct = [...top.follows].map(({ citation }) => citation)
  return {
    links: sortFromTop(nodes).map((node) => ({ ...node, follows: [...node.follows].map(({ citation }) => citation) })),
    others: findBases(plan).others,
    siblings: plans.filter((other) => other !== plan && !nodes.some((node) => node.plan === other) && restsOn(other, direct)),
    citedBy: plans.filter(
      (other) => other !== plan && other.plan.citations.some((citation) => isSameCitation(citation, top.citation)),
    ),
  }
}

function restsOn(plan: Plan, citations: readonly Citation[]): boolean {
  const { bases, followed } = findBases(plan)
  const direct = bases.filter((base) => !followed.some(({ to }) => to === base))
  return direct.some((base) => citations.some((citation) => isSameCitation(base, citation)))
}

/** A paper never follows itself, however its head is read. */
function follow(from: Node, to: Node): void {
  if (from !== to && !reaches(to, from)) from.follows.add(to)
}

function reaches(from: Node, to: Node): boolean {
  return [...from.follows].some((next) => next === to || reaches(next, to))
}

/** Papers before those that follow them; beside each other the older one first. */
function sortFromTop(nodes: readonly Node[]): Node[] {
  const depthOf = (node: Node): number => Math.max(0, ...[...node.follows].map((next) => depthOf(next) + 1))
  const dayOf = ({ citation }: Node): string => citation.issuedOn ?? '9999'
  return nodes.toSorted((one, other) => depthOf(one) - depthOf(other) || dayOf(one).localeCompare(dayOf(other)))
}

function toCitation({ plan: { number, type, issuedOn, issuer } }: Plan): Citation {
  return { number, type, issuedOn, issuer }
}

/** The same number, and no two days: offices number alike. */
function isSameCitation(one: Citation, other: Citation): boolean {
  if (one.number === null || other.number === null || toKey(one.number) !== toKey(other.number)) return false
  return one.issuedOn === null || other.issuedOn === null || one.issuedOn === other.issuedOn
}

function fill(known: Citation, said: Citation): Citation {
  return {
    number: known.number,
    type: known.type ?? said.type,
    issuedOn: known.issuedOn ?? said.issuedOn,
    issuer: known.issuer ?? said.issuer,
  }
}
