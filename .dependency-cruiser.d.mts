import type { IConfiguration } from 'dependency-cruiser';

export declare const forbidden: NonNullable<IConfiguration['forbidden']>;
declare const configuration: IConfiguration;
export default configuration;
