#!/bin/sh
# What policyc does, shown on the policies that ship with it. `make demo` runs this.
set -eu

# say TEXT: what comes next, and why. show COMMAND: the command and what it prints.
say() {
  printf '\n# %s\n' "$1"
}
show() {
  printf '\n$ %s\n' "$1"
  sh -c "$1" || [ "$?" -eq 1 ] # 1 stands for findings
}
day=2026-06-01 # the versions of this day, whenever the demonstration is given

say 'The texts that ship with policyc, platforms and statutes, checked.'
show 'policyc check policies'

say 'May a platform call an emergency contact on day 20? What is not stated is unknown, never "no".'
show 'policyc decide tianxing "contact(emergency, phone)" --given "overdue = 20, unreachable = 73h, amount = 12_000 CNY, instalment = 1_000 CNY"'

say 'With all the facts, the rules on either side, and what would change the answer; in Chinese.'
show 'policyc decide tianxing "contact(emergency, phone)" --given "overdue = 20, unreachable = 73h, amount = 12_000 CNY, instalment = 1_000 CNY, ever(written_notice), identified, purpose_stated, count(contact(any, phone), today) = 0, time = 20:30" --why-not allowed --lang zh'

say 'Tests try single cases, proofs cover all there are.'
show 'policyc test policies/tianxing.policy policies/xiaohua.policy policies/emergency.policy'

say 'Where two platforms differ on plans offered: xiaohua names no day, so part of it is only possible.'
show 'policyc diff tianxing xiaohua --action offer'

say 'Both platforms side by side: who may be contacted when.'
show "policyc compare tianxing xiaohua --action contact | sed '/^How the policy/,\$d'"

say 'And against the law, on one page: who breaks which clause; without --summary each has a case.'
show "policyc compare tianxing xiaohua --against pipl --against cn.bank_guideline --on $day --summary"
