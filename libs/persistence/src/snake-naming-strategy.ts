import { DefaultNamingStrategy } from 'typeorm';

/** `quarterFirstDay` in a row class is `quarter_first_day` in its table. Constraint names are given by hand. */
export class SnakeNamingStrategy extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string): string {
    return customName || propertyName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  }
}
