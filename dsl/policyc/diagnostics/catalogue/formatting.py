"""Codes of what the formatter will not do."""

from policyc.diagnostics.catalogue.entry import error

UNFAITHFUL_FORMAT = error(
    "unfaithful-format",
    "printed in the one layout, this would not say the same any more, so nothing was changed",
    "按统一格式输出后，此处的含义会改变，因此未作任何改动",
    "this is a mistake in policyc: please report it with the file",
    "这是policyc自身的错误：请连同该文件一起报告",
)
