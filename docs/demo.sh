#!/bin/sh
# What policyc does, shown on the policies that ship with it. `make demo` runs this.
set -eu

show() {
  printf '\n$ %s\n' "$1"
  sh -c "$1"
}

show 'policyc check policies'
show 'policyc show tianxing'
show 'policyc decide tianxing "contact(emergency, phone)" --given "overdue = 20, unreachable = 73h, amount = 12_000 CNY, instalment = 1_000 CNY"'
show 'policyc test policies'
show 'policyc diff tianxing xiaohua --action contact'
