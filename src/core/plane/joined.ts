/** Things that belong together because others between them do. */

/** Disjoint sets (Galler and Fischer 1964). */
export class Joined {
  readonly #parents: number[];

  constructor(count: number) {
    this.#parents = Array.from({ length: count }, (_, index) => index);
  }

  join(one: number, other: number): void {
    this.#parents[this.#root(one)] = this.#root(other);
  }

  groups(): { readonly groups: readonly number[][]; readonly groupOf: (member: number) => number } {
    const groups: number[][] = [];
    const numbers = new Map<number, number>();
    this.#parents.forEach((_, member) => {
      const root = this.#root(member);
      const group = numbers.get(root) ?? groups.push([]) - 1;
      numbers.set(root, group);
      groups[group]?.push(member);
    });
    return { groups, groupOf: (member) => numbers.get(this.#root(member)) ?? -1 };
  }

  #root(member: number): number {
    let root = member;
    for (let parent = this.#parents[root]; parent !== undefined && parent !== root;) {
      root = parent;
      parent = this.#parents[root];
    }
    this.#parents[member] = root;
    return root;
  }
}
