/** An API object as somebody wrote it: any field may be missing, and where the API knows few words stands any text. */
export type Written<Type> = {
  readonly [Name in keyof Type]?: NonNullable<Type[Name]> extends string ? string : NonNullable<Type[Name]>;
};
