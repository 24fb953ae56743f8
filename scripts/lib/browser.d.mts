// Types of browser.mjs for the tests, which are TypeScript.
import type { Browser, LaunchOptions } from 'playwright-core';

export declare function findBrowser(): Promise<string>;
export declare function needChineseFont(): Promise<void>;
export declare function launchBrowser(options?: LaunchOptions): Promise<Browser>;
export declare const browserArguments: readonly string[];
