/** What the texts of common licences say that no other does, the more specific ones first. */
const MARKS: readonly [id: string, ...all: RegExp[]][] = [
  ['AGPL-3.0-only', /GNU AFFERO GENERAL PUBLIC LICENSE.{0,20}Version 3/],
  ['LGPL-3.0-only', /GNU LESSER GENERAL PUBLIC LICENSE.{0,20}Version 3/],
  ['LGPL-2.1-only', /GNU LESSER GENERAL PUBLIC LICENSE.{0,20}Version 2\.1/],
  ['GPL-3.0-only', /GNU GENERAL PUBLIC LICENSE.{0,20}Version 3/],
  ['GPL-2.0-only', /GNU GENERAL PUBLIC LICENSE.{0,20}Version 2/],
  ['MPL-2.0', /Mozilla Public License,? [Vv]ersion 2\.0/],
  ['Apache-2.0', /Apache License,? Version 2\.0/],
  ['EPL-2.0', /Eclipse Public License - v 2\.0/],
  ['BSL-1.0', /Boost Software License - Version 1\.0/],
  ['CC0-1.0', /CC0 1\.0 Universal/],
  ['Unlicense', /free and unencumbered software released into the public domain/],
  ['WTFPL', /DO WHAT THE FUCK YOU WANT TO PUBLIC LICENSE/],
  ['Zlib', /This notice may not be removed or altered from any source distribution/],
  ['ISC', /Permission to use, copy, modify, and\/?(or)? distribute this software for any purpose with or without fee/],
  ['MIT-0', /Permission is hereby granted, free of charge(?!.*The above copyright notice)/],
  ['MIT', /Permission is hereby granted, free of charge/],
  ['BSD-3-Clause', /Redistributions of source code must retain/, /[Nn]either the names? of/],
  ['BSD-2-Clause', /Redistributions of source code must retain/, /Redistributions in binary form/],
];

/** The SPDX identifier of a licence text; undefined where it is none that is known. */
export function identify(text: string): string | undefined {
  const flat = text.replace(/[\s*#/]+/g, ' ');
  return MARKS.find(([, ...all]) => all.every((mark) => mark.test(flat)))?.[0];
}
