/** Every extension has a publisher. Who hands sets out beyond a course takes a name of their own. */
export const DEFAULT_PUBLISHER = 'exambench-sets';
