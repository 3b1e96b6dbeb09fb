/** A number with a binary or decimal suffix (`250m`, `1Gi`); YAML may also hold it as a plain number. */
export type Quantity = string | number;

/** A number, or a string such as a port name or a percentage. */
export type IntOrString = number | string;

/** A whole number of 32 bits. */
export type Int32 = number;

/** A whole number of 64 bits. */
export type Int64 = number;

/** A point in time, RFC 3339 in UTC. */
export type Time = string;
