import { ValidateBy } from 'class-validator';
import { isInternalField } from '../is-internal-field.js';

/** Attributes are shown to everybody who may read the customer, so what is for the sales team alone is refused among them. */
export const HasNoInternalField = (): PropertyDecorator =>
  ValidateBy({
    name: 'hasNoInternalField',
    validator: {
      validate: (value: unknown) =>
        typeof value !== 'object' || value === null || !Object.keys(value).some((name) => isInternalField(name)),
      defaultMessage: () => 'attributes must not hold scores, budgets, notes or other internal fields',
    },
  });
