#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# What Doxygen reads through (INPUT_FILTER): filter.sh FILE.  Doxygen's labels may hold no dot, and its commands
# cannot split one or name the file they stand in; here family.name becomes the label family-name, a law's evidence
# learns its file, and a citation becomes a link.  The laws that a function has by itself show its item.
file=${1##*/properties/}
evidence='s#\\evidence\{([a-z0-9-]+)\.([a-z0-9-]+)\}#\\evidence{'$file',\1,\2}#'
case $1 in
  */functions/*) item='s#\\evidence\{(agreement|special)\.([a-z0-9-]+)\}#\\item{'$file',\1,\2}#' ;;
  *) item= ;;
esac
case $1 in  # the chapters mention these commands only
  */chapters/*) pages= ;;
  *) pages="$item
            $evidence
            s/\\\\(law|erratum)\{([a-z0-9-]+)\.([a-z0-9-]+)\}/\\\\\1{\2,\3}/" ;;
esac
exec sed -E \
  -e "$pages" \
  -e '/\\ref$/{N;s/\\ref\n([a-z])/\\ref \1/;}' \
  -e 's/\\ref fault\.([a-z0-9-]+)/\\ref fault-\1 "\1"/g' \
  -e 's/\\ref ([a-z][a-z0-9-]*)\.([a-z][a-z0-9-]*)/\\ref \1-\2 "\1.\2"/g' \
  -e 's/(^|[^A-Za-z0-9_"`])S([0-9]+)(,? (§|exercise|eq\.))/\1\\ref S\2 "S\2"\3/g' \
  "$1"
