#!/bin/sh
# Builds the sample library as the builder builds a real one: sample/build.sh [out.so]. Needs go and zig on PATH, or ZIG.
#
# -extldflags carries the version script: it leaves the six ug_ functions as the library's only dynamic symbols.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
out=${1:-/tmp/sample/libsample.so}
mkdir -p "$(dirname "$out")"
cd "$here"
CGO_ENABLED=1 \
CC="${ZIG:-zig} cc -target $(uname -m)-linux-gnu.2.28" \
CGO_CFLAGS='-O2 -g0 -fno-sanitize=undefined' \
CGO_LDFLAGS='-O2 -g0' \
go build -trimpath -buildvcs=false -mod=readonly -buildmode=c-shared \
  -ldflags="-s -w -buildid= -extldflags=-Wl,--version-script=$here/../../export/exports.map" \
  -o "$out" .
rm -f "${out%.so}.h"
