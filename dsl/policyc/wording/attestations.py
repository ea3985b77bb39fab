"""How well a source is attested, in words."""

from collections.abc import Mapping
from types import MappingProxyType

from policyc.core.policy import Attestation
from policyc.diagnostics.diagnostic import Language

ATTESTED: Mapping[Attestation, Mapping[Language, str]] = MappingProxyType(
    {
        Attestation.OFFICIAL: MappingProxyType({"en": "official text", "zh": "官方文本"}),
        Attestation.SECONDARY: MappingProxyType({"en": "reported by others", "zh": "他人转述"}),
        Attestation.UNVERIFIED: MappingProxyType({"en": "not verified", "zh": "未经核实"}),
    }
)
