"""The one kind that every vocabulary has."""

from policyc.core.actions import Kind

WEEKDAY = Kind(
    "weekday",
    ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
    "星期",
    ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
)
"""In the order of ISO 8601."""
