import { ValidateBy } from 'class-validator';
import { isInternalField } from '../is-internal-field.js';

/** Attributes are shown to everybody who may read the customer, so what is for the sales team alone is refused among them. */
export const HasNoInternalField = (): PropertyDecorator =>
  ValidateBy({
    name: 'hasNoInternalField',
    validator: {
      validate: (value: unknown) => !holdsInternalField(value),
      defaultMessage: () => 'attributes must not hold scores, budgets, notes or other internal fields',
    },
  });

/** At any depth: requests are bounded in both before they get here. */
function holdsInternalField(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([name, inner]) => (!Array.isArray(value) && isInternalField(name)) || holdsInternalField(inner),
  );
}
