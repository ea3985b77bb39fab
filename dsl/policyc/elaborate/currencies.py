"""Currencies by ISO 4217: the codes in use, their smallest coins, and signs in common use."""

from fractions import Fraction

from policyc.core.numbers import Number

_CODES = """
AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD
CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD
GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT
LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR
NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP
STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD
XOF XPF YER ZAR ZMW ZWL
"""
CURRENCIES = frozenset(_CODES.split())

_COINLESS_CODES = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_THOUSANDTH_CODES = "BHD IQD JOD KWD LYD OMR TND"
_COINLESS = frozenset(_COINLESS_CODES.split())
_THOUSANDTHS = frozenset(_THOUSANDTH_CODES.split())

SIGNS = {"¥": "CNY", "￥": "CNY", "$": "USD", "€": "EUR", "£": "GBP"}
"""`¥` is the yuan: this language was made for Chinese texts first; write `JPY` for the yen."""


def smallest_coin(code: str) -> Number:
    """The step of amounts in a currency."""
    if code in _COINLESS:
        return 1
    return Fraction(1, 1000) if code in _THOUSANDTHS else Fraction(1, 100)
