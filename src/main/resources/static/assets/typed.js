// What a person has put into a form, as lines to read and to copy.

/** All fields of a form's schema, in the order of the screen. */
export function fieldsOf(schema) {
  return schema.components.flatMap(component => component.components ? fieldsOf(component) : component.key ? [component] : []);
}

/** Nothing that the form had offered from the beginning. */
export function linesOf(schema, data, offered) {
  return fieldsOf(schema).filter(({ key }) => data[key] !== offered[key]).map(field => lineOf(field, data[field.key], offered))
    .filter(line => line !== undefined);
}

function lineOf({ type, label, dateLabel, values, valuesKey }, value, offered) {
  if (value === undefined || value === null || value === '' || value === false) return undefined;
  switch (type) {
    case 'checkbox':
      return `${label}：是`;
    case 'radio':
    case 'select': {
      const option = (values ?? offered[valuesKey])?.find(option => option.value === value);
      return option && `${label}：${option.label}`;
    }
    case 'datetime':
      return `${dateLabel}：${value.replace('T', ' ').slice(0, 16)}`;
    default:
      return `${label}：${value}`;
  }
}
