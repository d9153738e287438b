/** What the model server finds out about a foreign model. */
import { type ModelReport } from '../../engine/inspect/describeModel.ts';
import { type Shape } from '../../engine/tensor.ts';

/** One evaluation, of zeros. */
export interface ModelTrial {
  readonly input: Shape;
  readonly output: Shape;
  /** all numbers are */
  readonly finite: boolean;
}

export interface InspectedModel extends ModelReport {
  readonly trials: readonly ModelTrial[];
  /** why onnxruntime does not run it, or why it is no function of one input */
  readonly trouble?: string;
}
