# SPDX-License-Identifier: Apache-2.0
# What Doxygen reads through (INPUT_FILTER).  Doxygen's labels may hold no dot, and its commands cannot
# split one; here family.name becomes the label family-name, and a citation becomes a link.
s/\\(law|erratum|evidence)\{([a-z0-9-]+)\.([a-z0-9-]+)\}/\\\1{\2,\3}/g
s/\\ref fault\.([a-z0-9-]+)/\\ref fault-\1 "\1"/g
s/\\ref ([a-z][a-z0-9-]*)\.([a-z][a-z0-9-]*)/\\ref \1-\2 "\1.\2"/g
s/(^|[^A-Za-z0-9_"`])S([0-3])(,? (§|exercise|eq\.))/\1\\ref S\2 "S\2"\3/g
