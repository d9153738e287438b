/**
 * Keeps models loaded from one use to the next: whoever grades a class, or tries a task set on itself, opens the same
 * one again and again. What nobody uses any more is kept while it is small.
 */
import { type ProviderChoice, type ProviderInUse } from '../attack/attack.ts';
import { withProvider } from './provider.ts';
import { ServedModel } from './servedModel.ts';

const KEPT = { models: 4, bytes: 16 * 2 ** 20 };

interface Loaded {
  readonly provider: ProviderInUse;
  readonly value: ServedModel;
}

interface Place {
  readonly loading: Promise<Loaded>;
  readonly bytes: number;
  users: number;
}

interface ModelAsked {
  readonly bytes: Uint8Array;
  /** of the bytes */
  readonly sha256: string;
  readonly choice: ProviderChoice;
}

export interface TakenModel extends Loaded {
  /** nobody is left who would need it now */
  giveBack(): Promise<void>;
}

export class ModelShelf {
  /** the last used at the end */
  readonly #places = new Map<string, Place>();

  /** Throws when the bytes are no model that may be loaded, or the provider does not start. */
  async take({ bytes, sha256, choice }: ModelAsked): Promise<TakenModel> {
    const name = `${choice} ${sha256}`;
    const place = this.#places.get(name) ?? placeOf(bytes, choice);
    this.#places.delete(name);
    this.#places.set(name, place);
    place.users += 1;
    try {
      const loaded = await place.loading;
      return { ...loaded, giveBack: () => this.#takeBack(place) };
    } catch (error) {
      this.#places.delete(name);
      throw error;
    }
  }

  async #takeBack(place: Place): Promise<void> {
    place.users -= 1;
    const { value: model } = await place.loading;
    if (place.users === 0) await model.tidy();
    await this.#clear();
  }

  async #clear(): Promise<void> {
    let [models, bytes] = [0, 0];
    const over = [...this.#places].toReversed().filter(([, place]) => {
      models += 1;
      bytes += place.bytes;
      return place.users === 0 && (models > KEPT.models || bytes > KEPT.bytes);
    });
    for (const [name] of over) this.#places.delete(name);
    await Promise.all(over.map(async ([, { loading }]) => (await loading).value.release()));
  }
}

function placeOf(bytes: Uint8Array, choice: ProviderChoice): Place {
  const loading = withProvider(choice, (provider) => ServedModel.load(bytes, provider));
  return { loading, bytes: bytes.byteLength, users: 0 };
}
