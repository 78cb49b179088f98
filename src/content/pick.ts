/** The value of a key that the content check has proved to be there; throws, naming the key, if it is not. */
export function pick<V>(record: Record<string, V>, key: string): NonNullable<V> {
  const value = record[key];
  if (value === undefined || value === null) throw new Error(`there is no "${key}"; run npm run check`);
  return value;
}
