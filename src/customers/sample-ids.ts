/** Ids of the samples, the same in every installation: the examples of the documentation point at them. */
export const SAMPLE_CUSTOMER_IDS = {
  /** The import that brought the sample prospects. */
  importId: '01900000-0000-7000-8000-000000000a01',
  /** A batch of texts to some of them. */
  batchId: '01900000-0000-7000-8000-000000000a02',
} as const;
