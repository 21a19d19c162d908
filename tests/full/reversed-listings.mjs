/*
 * Loaded before a command, by `--import`: every folder is listed the other way round. No disk promises an order, and
 * one disk mostly has the same for the same names.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const { readdirSync, readdir } = fs;
const { readdir: readdirLater } = fs.promises;

/** @type {(...args: any[]) => any} */
fs.readdirSync = (...args) => readdirSync(...args).reverse();
/** @type {(...args: any[]) => any} */
fs.readdir = (...args) => {
  const told = args.pop();
  return readdir(...args, (error, list) => told(error, list?.reverse()));
};
/** @type {(...args: any[]) => any} */
fs.promises.readdir = async (...args) => (await readdirLater(...args)).reverse();
syncBuiltinESMExports();
