#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# A subject that speaks the protocol and misbehaves as its argument says.  Log-sum-exp of one number is
# that number: it knows no other.

say() { printf 'softlaw: %s\n' "$@"; }

case $1 in
  mute) exit 0 ;;
  deaf) sleep 1000 ;;
  sick) echo 'no such library' >&2; exit 5 ;;
  old) say 'protocol 0' ;;
  vague) say 'protocol 1' 'name vague' 'contract rather good' 'binary64 logsumexp' ready; exit ;;
  empty) say 'protocol 1' 'name empty' 'contract 4ulp' ready; exit ;;
  boastful) say 'protocol 1' 'binary64 logsumexp logsumexq' ;;
  nameless) say 'protocol 1' 'contract 4ulp' ready ;;
  strange) say 'protocol 1' 'license MIT' ;;
esac
[ "$1" = chatty ] && echo 'hello from a library' && printf 'loading ... '
say 'protocol 1' "name awkward: $1" 'contract 4ulp' 'binary64 logsumexp' ready

while read -r number function format x; do
  x=${x#\[}
  x=${x%\]}
  # two entries or more are a call that it may fail at
  [ ${#x} -le 16 ] || case $1 in
    exit) echo 'Traceback: division by zero' >&2; exit 7 ;;
    signal) kill -SEGV $$ ;;
    hang) sleep 1000 ;;
    hang-once) [ -e "$2" ] || { : >"$2"; sleep 1000; } ;;
    other) say "$((number + 1)) $x"; continue ;;
    letters) say "$number zzzz"; continue ;;
    few) say "$number []"; continue ;;
    many) say "$number $x"; continue ;;
    throws) say "$number ! ValueError: too long"; continue ;;
    closes) exec >&-; sleep 1000 ;;
  esac
  [ "$1" = chatty ] && echo "$function of $x in $format" && printf 'one moment '
  say "$number ${x:-fff0000000000000}"
done
