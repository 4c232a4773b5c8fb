import { SetMetadata } from '@nestjs/common';

/** Who may call a route: anyone, or only whoever holds the token of the home (they can read the instance's own files). */
export type Policy = 'anyone' | 'holder_of_the_home';

export const POLICY = 'policy';

/** Reading is public. */
export const Anyone = () => SetMetadata(POLICY, 'anyone' satisfies Policy);
/** Writing is for the holder of the home's token, until sign-in exists. */
export const HolderOfTheHome = () => SetMetadata(POLICY, 'holder_of_the_home' satisfies Policy);
